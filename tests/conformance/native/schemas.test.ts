import { proves } from '../../../fixtures/index.js';
import { imageTypes, publishedSchemas } from '../../../fixtures/native/published-schemas.js';
import { invalidityOf, isTyped, readSchema, typesBesideNull } from '../../../fixtures/native/served-schema.js';
import { test } from '../../../fixtures/test.js';

for (const { call, rules, name, properties, types = {}, purposes, links, list } of publishedSchemas) {
  test(`the schema of ${name} goes by its name`, proves(`${rules}.name`), async ({ ims, judge }) => {
    const { schema, exchange } = await readSchema(ims, judge, call);
    judge.equal(schema.name, name, 'the name', { exchange });
  });

  test(`the documented properties of ${name} are described`, proves(`${rules}.properties`), async ({ ims, judge }) => {
    const { schema, exchange } = await readSchema(ims, judge, call);
    for (const property of properties) {
      const described = schema.properties[property];
      judge.that(isTyped(described), `a type of JSON for ${property}`, `${JSON.stringify(described)}`, { exchange });
      const type = types[property];
      if (type) judge.equal(typesBesideNull(described), [type], `the type of ${property}, null aside`, { exchange });
    }
  });

  test(`the schema of ${name} is JSON Schema`, proves(`${rules}.valid`), async ({ ims, judge }) => {
    const { schema, exchange } = await readSchema(ims, judge, call);
    const mistake = invalidityOf(schema.properties);
    judge.that(mistake === undefined, 'valid JSON Schema', `${mistake}`, { exchange });
  });

  test(`the purpose of properties of ${name} is told`, proves(`${rules}.described`), async ({ ims, judge }) => {
    const { schema, exchange } = await readSchema(ims, judge, call);
    const told = (list ? schema.properties[list.property]?.items?.properties : schema.properties) ?? {};
    // What the example leaves without a purpose may be so; that a property stands there at all is a rule of its own.
    const due = (property: string) => purposes.includes(property) || !properties.includes(property);
    for (const [property, { description }] of Object.entries(told).filter(([name, one]) => one && due(name))) {
      const isTold = typeof description === 'string' && description !== '';
      judge.that(isTold, `a description of ${property}`, `${description}`, { exchange });
    }
  });

  if (list) {
    test(`an item of ${name} is described alike`, proves(`${rules}.items`), async ({ ims, judge }) => {
      const { schema: one } = await readSchema(ims, judge, list.item);
      const { schema, exchange } = await readSchema(ims, judge, call);
      const items = schema.properties[list.property]?.items?.properties ?? {};
      judge.equal(Object.keys(items).sort(), Object.keys(one.properties).sort(), 'the properties of an item', {
        exchange,
      });
      for (const [property, { type }] of Object.entries(one.properties)) {
        judge.equal(items[property]?.type, type, `the type of ${property}`, { exchange });
      }
    });
  }

  if (links) {
    test(`the links of ${name} name its properties`, proves(`${rules}.links`), async ({ ims, judge }) => {
      const { schema, exchange } = await readSchema(ims, judge, call);
      const templates = new Map(schema.links?.map(({ rel, href }) => [rel, String(href)]));
      judge.that(templates.has('describedby'), 'a link described by', JSON.stringify(schema.links), { exchange });
      for (const [, property = ''] of [...templates.values()].flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)])) {
        judge.that(Object.hasOwn(schema.properties, property), `${property} is described`, 'it is not', { exchange });
      }
    });
  }
}

test(
  'properties of an image have their documented types',
  proves('glance-show-image-schemas.types'),
  async ({ ims, judge }) => {
    const { schema, exchange } = await readSchema(ims, judge, 'GlanceShowImageSchemas');
    for (const [type, properties] of Object.entries(imageTypes)) {
      for (const property of properties) {
        // That a property has a type at all is a rule of its own.
        if (!isTyped(schema.properties[property])) continue;
        const given = typesBesideNull(schema.properties[property]);
        judge.equal(given, [type], `the type of ${property}, null aside`, { exchange });
      }
    }
  },
);

test(
  'further properties of an image are strings',
  proves('glance-show-image-schemas.additional'),
  async ({ ims, judge }) => {
    const { schema, exchange } = await readSchema(ims, judge, 'GlanceShowImageSchemas');
    const { type } = (schema.additionalProperties ?? {}) as { type?: unknown };
    judge.equal(type, 'string', 'the type of further properties', { exchange });
  },
);

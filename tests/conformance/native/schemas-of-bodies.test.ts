import { type Exchange, jsonOf } from '../../../fixtures/exchange.js';
import { metadataTag } from '../../../fixtures/filling/metadata-tag.js';
import { proves } from '../../../fixtures/index.js';
import { publishedSchemas, type SchemaCall } from '../../../fixtures/native/published-schemas.js';
import {
  type Description,
  isValid,
  mistakesIn,
  readSchema,
  typesOf,
  undescribedIn,
} from '../../../fixtures/native/served-schema.js';
import { test as base } from '../../../fixtures/sharing/sharing-test.js';

/** Bodies that each of the schemas describes: answers of the calls that show and list images and members. */
const test = base.extend<{ bodies: (call: SchemaCall) => Promise<Exchange[]> }>({
  bodies: async ({ ims, member, receiver, resources, session, sharing, image, images, judge }, use) => {
    const ask: Record<SchemaCall, () => Promise<Exchange[]>> = {
      GlanceShowImageSchemas: async () => {
        const made = [
          image,
          await resources.queuedImage(ims, { min_ram: 1024, tags: [metadataTag(session.profile, 'schema')] }),
        ];
        for (const image of made) await images.settled(image, () => true);
        return Promise.all(made.map(({ id }) => ims.call('GlanceShowImage', { path: { image_id: id } })));
      },
      GlanceListImageSchemas: async () => [
        await ims.call('GlanceListImages', { query: { limit: 1 } }),
        await ims.call('GlanceListImages', { query: { limit: 100 } }),
      ],
      GlanceShowImageMemberSchemas: async () => {
        const own = await resources.image(ims);
        const added = await sharing.addOne(own, { member: receiver });
        await sharing.needsState(own, receiver, 'pending');
        const decided = await sharing.decideOne(own, { status: 'accepted' });
        return [added, decided, await sharing.showOne(own, receiver), await sharing.showOne(own, receiver, member)];
      },
      GlanceListImageMemberSchemas: async () => {
        const own = await resources.image(ims);
        await sharing.given(own, { [receiver]: 'pending' });
        return [await sharing.list(own)];
      },
    };
    await use(async (call) => (await ask[call]()).map((exchange) => judge.needs(exchange)));
  },
});

for (const { call, rules, name } of publishedSchemas) {
  test(`${name} as answered fits its schema`, proves(`${rules}.fits`), async ({ ims, bodies, judge }) => {
    const { schema } = await readSchema(ims, judge, call);
    const exact = name.startsWith('member');
    isValid(schema.properties);
    const described = exact ? schema.properties : typesOf(schema.properties);
    for (const exchange of await bodies(call)) {
      const mistakes = mistakesIn(jsonOf(exchange), described);
      judge.that(mistakes === undefined, 'a body as the schema describes it', `${mistakes}`, { exchange });
    }
  });

  if (name.startsWith('member'))
    test(
      `what ${name} shows beside its schema is noted`,
      proves(`${rules}.complete`),
      async ({ ims, bodies, judge }) => {
        const { schema } = await readSchema(ims, judge, call);
        const left = (await bodies(call)).flatMap((exchange) => undescribedIn(jsonOf(exchange), schema));
        const names = [...new Set(left)].sort().join(', ');
        judge.observe(names ? `The schema does not describe ${names}.` : 'The schema describes all that is shown.');
      },
    );

  test(`${name} as answered leads to its schema`, proves(`${rules}.linked`), async ({ ims, bodies, judge }) => {
    const { schema } = await readSchema(ims, judge, call);
    for (const exchange of await bodies(call)) {
      const address = (jsonOf(exchange) as { schema?: unknown } | undefined)?.schema;
      judge.that(typeof address === 'string', 'an address as `schema`', `${address}`, { exchange });
      // Where it is a whole URL, the path is what counts: what serves may have other names for itself.
      const path = String(address).replace(/^\w+:\/\/[^/]+/, '');
      const led = await ims.raw({ method: 'GET', path, headers: { Accept: 'application/json' } });
      judge.equal(jsonOf(led), schema, `what ${path} answers`, { exchange: led });
    }
  });
}

test(
  'whether images are valid by their schema is noted',
  proves('glance-show-image-schemas.validates'),
  async ({ ims, bodies, judge }) => {
    const { schema } = await readSchema(ims, judge, 'GlanceShowImageSchemas');
    isValid(schema.properties);
    const read = await bodies('GlanceShowImageSchemas');
    const further = schema.additionalProperties as Description | undefined;
    const mistakes = read.map((exchange) => mistakesIn(jsonOf(exchange), schema.properties, further));
    const found = mistakes.filter((mistake) => mistake !== undefined);
    judge.observe(found.length === 0 ? 'They are valid.' : `They are not: ${found[0]}.`);
  },
);

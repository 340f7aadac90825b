import {
  description,
  isPlain,
  nameEnding,
  plainValue,
  propertyKey,
  propertyValue,
  richDescription,
  richValue,
} from '../../../fixtures/arbitraries/image-texts.js';
import { supportsApart } from '../../../fixtures/filters/supports-apart.js';
import { differences, type ImageView, imageOf, withoutTimes } from '../../../fixtures/images/image-view.js';
import { fc, proves } from '../../../fixtures/index.js';
import { patchFormats } from '../../../fixtures/native/native-desk.js';
import { test } from '../../../fixtures/native/native-test.js';

test(
  'a natively replaced name is read back',
  proves('glance-update-image.name'),
  async ({ native, images, subject, resources, forAll, judge }) => {
    const base = resources.uniqueName();
    await forAll(nameEnding(), async (ending) => {
      const name = `${base}${ending}`;
      const answer = judge.needs(await native.patch(subject, { op: 'replace', path: '/name', value: name }));
      judge.equal(imageOf(answer)?.name, name, 'the name in the answer', { exchange: answer });
      judge.equal((await images.settled(subject, (view) => view.name === name)).name, name, 'the name read back');
    });
  },
);

test(
  'a native description is answered and read back',
  proves('glance-update-image.description'),
  async ({ native, images, subject, forAll, judge }) => {
    // Only what the image has can be replaced.
    await native.given(subject, { __description: 'before' });
    const cases = fc.tuple(fc.constantFrom('add', 'replace'), description());
    await forAll(
      cases,
      async ([op, value]) => {
        const answer = judge.needs(await native.patch(subject, { op, path: '/__description', value }));
        judge.equal(imageOf(answer)?.__description, value, 'the description in the answer', { exchange: answer });
        const view = await images.settled(subject, ({ __description }) => __description === value);
        judge.equal(view.__description, value, 'the description read back');
      },
      { examples: [['add', richDescription]] },
    );
  },
);

test(
  "a user's property is natively added and removed",
  proves('glance-update-image.custom-property'),
  async ({ native, images, subject, forAll, judge }) => {
    await forAll(
      fc.tuple(propertyKey(), fc.oneof(plainValue(), propertyValue())),
      async ([key, value]) => {
        const path = `/${key}`;
        const added = await native.patch(subject, { op: 'add', path, value });
        if (isPlain(value)) judge.accepted(added, 'the addition is accepted');
        else if (added.response.status >= 400) return;
        judge.equal(imageOf(added)?.[key], value, `the property ${key} in the answer`, { exchange: added });
        judge.equal((await images.settled(subject, (view) => view[key] === value))[key], value, `${key} read back`);
        const removed = judge.accepted(await native.patch(subject, { op: 'remove', path }), 'the removal is accepted');
        judge.that(imageOf(removed)?.[key] === undefined, `an answer without ${key}`, 'it has it', {
          exchange: removed,
        });
        const view = await images.settled(subject, (shown) => shown[key] === undefined);
        judge.that(view[key] === undefined, `no property ${key} after its removal`, 'it is read back');
      },
      {
        examples: [
          ['zz_plain', 'Plain1'],
          ['zz_signs', richValue],
        ],
      },
    );
  },
);

test(
  'adding a property that exists replaces it',
  proves('glance-update-image.add-existing'),
  async ({ native, images, subject, resources, forAll, judge }) => {
    const base = resources.uniqueName();
    const properties = fc.constantFrom('name', '__description', 'zz_word');
    await forAll(fc.tuple(properties, nameEnding(), nameEnding()), async ([property, first, second]) => {
      await native.given(subject, { [property]: `${base}${first}` });
      const value = `${base}${second}`;
      const answer = judge.accepted(await native.patch(subject, { op: 'add', path: `/${property}`, value }));
      judge.equal(imageOf(answer)?.[property], value, `the ${property} in the answer`, { exchange: answer });
      const view = await images.settled(subject, (shown) => shown[property] === value);
      judge.equal(view[property], value, `the ${property} read back`);
    });
  },
);

test(
  'several native operations are all carried out',
  proves('glance-update-image.several'),
  async ({ native, images, subject, resources, forAll, judge }) => {
    const operations = fc.shuffledSubarray(['zz_first', 'zz_second', 'zz_third'], { minLength: 2 });
    await forAll(fc.tuple(operations, nameEnding()), async ([names, ending]) => {
      const picked = (view: Record<string, unknown> = {}) =>
        Object.fromEntries(names.map((name) => [name, view[name]]));
      for (const format of patchFormats) {
        await native.given(subject, { zz_first: 'before', zz_second: 'before', zz_third: 'before' });
        const values = Object.fromEntries(names.map((name) => [name, `${resources.uniqueName()}${ending}`]));
        const patch = names.map((name) => ({ op: 'replace', path: `/${name}`, value: values[name] }));
        const together = await native.patchAs(format, subject, ...patch);
        const answer = await judge.acceptedLike(together, 'they are accepted', async () => [
          await native.patchAs(format, subject, ...patch.slice(0, 1)),
        ]);
        judge.equal(picked(imageOf(answer)), values, 'the properties in the answer', { exchange: answer });
        const view = await images.settled(subject, (shown) => names.every((name) => shown[name] === values[name]));
        judge.equal(picked(view), values, `the properties of format ${format} read back`);
      }
    });
  },
);

test(
  'a native update keeps the other properties',
  proves('glance-update-image.keeps-others'),
  async ({ ims, native, images, subject, forAll, judge }) => {
    const properties = { __description: 'kept', zz_first: 'one', zz_second: 'two' };
    await ims.call('GlanceCreateTag', { path: { image_id: subject.id, tag: 'kept' } });
    await forAll(fc.constantFrom('name', ...Object.keys(properties)), async (property) => {
      const before = await native.given(subject, { ...properties, name: subject.name });
      const value = property === 'name' ? `${subject.name}-2` : 'changed';
      judge.needs(await native.patch(subject, { op: 'replace', path: `/${property}`, value }));
      const after = await images.settled(subject, (view) => view[property] === value);
      // Not documented with this call: a name shown elsewhere may follow the name.
      const left = [property, '__image_displayname'];
      judge.equal(withoutTimes(after, ...left), withoutTimes(before, ...left), `all properties but ${property}`);
    });
  },
);

test(
  'a native replacement again changes nothing',
  proves('glance-update-image.idempotent'),
  async ({ native, images, subject, resources, forAll, judge }) => {
    const base = resources.uniqueName();
    await forAll(fc.tuple(fc.constantFrom('name', '__description'), nameEnding()), async ([property, ending]) => {
      await native.given(subject, { __description: 'before' });
      const operation = { op: 'replace', path: `/${property}`, value: `${base}${ending}` };
      judge.accepted(await native.patch(subject, operation), 'the first replacement is accepted');
      const once = await images.settled(subject, (view) => view[property] === operation.value);
      judge.accepted(await native.patch(subject, operation), 'the second replacement is accepted');
      const twice = await images.settled(subject, (view) => view[property] === operation.value);
      judge.equal(withoutTimes(twice), withoutTimes(once), 'the image after the second replacement');
    });
  },
);

test(
  'a native update answers the whole image',
  proves('glance-update-image.whole-answer'),
  async ({ ims, native, images, subject, forAll, judge }) => {
    await ims.call('GlanceCreateTag', { path: { image_id: subject.id, tag: 'kept' } });
    await native.given(subject, { zz_before: 'kept' });
    await forAll(fc.tuple(propertyKey(), plainValue()), async ([key, value]) => {
      const answer = judge.needs(await native.patch(subject, { op: 'add', path: `/${key}`, value }));
      const shown = await images.settled(subject, (view) => view[key] === value && view.zz_before === 'kept');
      const odd = differences(shown, imageOf(answer) ?? { id: '' }, [key, 'zz_before', 'tags']);
      judge.equal(
        odd.filter(([name]) => name !== 'updated_at'),
        [],
        'what is shown and answered differently',
        { exchange: answer },
      );
      await native.without(subject, key);
    });
  },
);

test(
  'kinds of support beside each other are noted',
  proves('glance-update-image.support-apart'),
  async ({ ims, native, images, resources, judge }) => {
    for (const [special, plain] of supportsApart) {
      const [kind = '', value] = Object.entries(special).flat();
      const [other = ''] = Object.keys(plain);
      const image = await resources.queuedImage(ims, special);
      const { status } = (await native.patch(image, { op: 'add', path: `/${other}`, value: 'true' })).response;
      const both = (view: ImageView) => view[kind] === value && Boolean(view[other]);
      const kept = both(await images.settled(image, both)) ? 'has both' : 'has one of them';
      judge.observe(`Adding \`${other}\` to \`${kind}\` answers ${status}; the image ${kept}.`);
    }
  },
);

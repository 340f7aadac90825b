import { changedValue, plainTags, tagKey, tagSet, tagSetAndKey, tagValue } from '../../../fixtures/arbitraries/tags.js';
import { fc, proves, test } from '../../../fixtures/index.js';
import { tagCalls } from '../../../fixtures/tags/tag-calls.js';
import { inOrder } from '../../../fixtures/tags/tag-desk.js';

test('an added tag is listed', proves('add-image-tag.creates'), async ({ ims, image, tags, forAll, judge }) => {
  await forAll(fc.tuple(tagSet({ max: 4 }), tagKey(), tagValue()), async ([before, key, value]) => {
    await tags.given(image, before);
    judge.needs(await tagCalls.add(ims, image.id, { key, value }));
    const after = await tags.settled(image, { ...before, [key]: value });
    judge.equal(after[key], value, `the value of "${key}"`);
  });
});

test(
  'adding a tag answers 204 without a body',
  proves('add-image-tag.no-content'),
  async ({ ims, image, tags, judge }) => {
    await tags.given(image, {});
    const added = judge.status(await tagCalls.add(ims, image.id, { key: 'purpose', value: 'test' }), 204);
    const changed = await tagCalls.add(ims, image.id, { key: 'purpose', value: 'live' });
    judge.status(judge.needs(changed, 'a known key takes another value'), 204);
    for (const exchange of [added, changed]) judge.equal(exchange.response.text, '', 'the body', { exchange });
  },
);

test(
  'adding an existing key replaces its value',
  proves('add-image-tag.upsert'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(fc.tuple(tagSet({ max: 4 }), tagKey(), changedValue()), async ([others, key, [old, young]]) => {
      await tags.given(image, { ...others, [key]: old });
      const add = () => tagCalls.add(ims, image.id, { key, value: young });
      await judge.acceptedLike(await add(), 'another value of a known key is accepted', () => tags.bare(image, add));
      const after = await tags.settledList(image, { ...others, [key]: young });
      const found = after.filter((tag) => tag.key === key);
      judge.equal(found, [{ key, value: young }], `the tags of the key "${key}"`);
    });
  },
);

test(
  'adding the same tag again changes nothing',
  proves('add-image-tag.idempotent'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(tagSetAndKey(), async ([before, key]) => {
      await tags.given(image, before);
      const add = () => tagCalls.add(ims, image.id, { key, value: before[key] });
      await judge.acceptedLike(await add(), 'the same tag again is accepted', () => tags.bare(image, add));
      judge.equal(await tags.settledList(image, before), inOrder(before), 'the tags');
    });
  },
);

test(
  'adding a tag keeps the others',
  proves('add-image-tag.keeps-others'),
  async ({ ims, image, tags, forAll, judge }) => {
    const situation = fc.tuple(tagSet({ max: 6 }), tagKey({ max: 30 }), changedValue(), fc.boolean());
    await forAll(situation, async ([more, key, [old, young], exists]) => {
      const { [key]: _, ...others } = { ...more, [`${key}-1`]: old, [`a${key}`]: old };
      await tags.given(image, exists ? { ...others, [key]: old } : others);
      judge.needs(await tagCalls.add(ims, image.id, { key, value: young }));
      const after = await tags.settledList(image, { ...others, [key]: young });
      const kept = after.filter((tag) => tag.key !== key);
      judge.equal(kept, inOrder(others), 'the other tags');
    });
  },
);

test('an eleventh tag is refused', proves('add-image-tag.limit'), async ({ ims, image, tags, forAll, judge }) => {
  const eleven = plainTags(11).map(Object.entries<string>);
  await forAll(
    eleven,
    async (entries) => {
      await tags.given(image, Object.fromEntries(entries.slice(0, 9)));
      const [tenth, eleventh] = entries.slice(9).map(([key, value]) => ({ key, value }));
      judge.accepted(await tagCalls.add(ims, image.id, tenth), 'a tenth tag is accepted');
      await tags.settled(image, Object.fromEntries(entries.slice(0, 10)));
      judge.rejected(await tagCalls.add(ims, image.id, eleventh), 'an eleventh tag is refused');
    },
    { weight: 0.5 },
  );
});

test(
  'a full image takes a new value',
  proves('add-image-tag.update-when-full'),
  async ({ ims, image, tags, forAll, judge }) => {
    const ten = tagSetAndKey({ min: 10, max: 10 });
    await forAll(
      fc.tuple(ten, tagValue()),
      async ([[before, key], value]) => {
        await tags.given(image, before);
        const add = () => tagCalls.add(ims, image.id, { key, value });
        await judge.acceptedLike(await add(), 'an update on a full image is accepted', () => tags.bare(image, add));
        const after = await tags.settled(image, { ...before, [key]: value });
        judge.equal(after[key], value, `the value of "${key}"`);
      },
      { weight: 0.5 },
    );
  },
);

test(
  'an absent image cannot be tagged',
  proves('add-image-tag.absent-image'),
  async ({ ims, image, forAll, judge }) => {
    judge.needs(await tagCalls.add(ims, image.id, { key: 'purpose', value: 'test' }), 'tagging an image that is there');
    await forAll(
      fc.uuid(),
      async (id) => {
        judge.rejected(await tagCalls.add(ims, id, { key: 'purpose', value: 'test' }), 'tagging an absent image');
      },
      { weight: 0.3 },
    );
  },
);

test(
  "another project's image cannot be tagged",
  proves('add-image-tag.foreign-image'),
  async ({ member, image, tags, judge }) => {
    const before = { purpose: 'test' };
    await tags.given(image, before);
    for (const key of ['purpose', 'owner']) {
      const exchange = await tagCalls.add(member, image.id, { key, value: 'theirs' });
      judge.rejected(exchange, "tagging another project's image is refused");
    }
    judge.equal(await tags.settledList(image, before), inOrder(before), 'the tags');
  },
);

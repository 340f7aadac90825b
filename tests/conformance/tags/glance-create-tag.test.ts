import { plainKey, tagSet } from '../../../fixtures/arbitraries/tags.js';
import { fc, proves, test } from '../../../fixtures/index.js';
import { nativeTags, signsOfPaths } from '../../../fixtures/tags/native-tags.js';
import { tagCalls } from '../../../fixtures/tags/tag-calls.js';
import { inOrder } from '../../../fixtures/tags/tag-desk.js';

test(
  'a native tag is a key alone',
  proves('glance-create-tag.creates'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(fc.tuple(tagSet({ max: 4 }), plainKey({ max: 36 })), async ([more, key]) => {
      const { [key]: _, ...before } = tags.possible(more);
      await tags.given(image, before);
      judge.needs(await tagCalls.createNative(ims, image.id, key));
      const after = await tags.settled(image, { ...before, [key]: '' });
      judge.equal(after[key], '', `the value of "${key}"`);
    });
  },
);

test(
  'a native tag leaves the others',
  proves('glance-create-tag.keeps-others'),
  async ({ ims, image, tags, forAll, judge }) => {
    const situation = fc.tuple(tagSet({ max: 6 }), plainKey({ max: 30 }), fc.boolean());
    await forAll(situation, async ([more, key, exists]) => {
      const { [key]: _, ...others } = tags.possible({ ...more, [`${key}-1`]: 'v', [`a${key}`]: 'w' });
      await tags.given(image, exists ? { ...others, [key]: '' } : others);
      judge.needs(await tagCalls.createNative(ims, image.id, key));
      const after = await tags.settledList(image, { ...others, [key]: '' });
      const kept = after.filter((tag) => tag.key !== key);
      judge.equal(kept, inOrder(others), 'the other tags');
    });
  },
);

test('creating a native tag answers 204', proves('glance-create-tag.no-content'), async ({ ims, image, judge }) => {
  for (const key of ['purpose', 'owner']) {
    const exchange = judge.status(await tagCalls.createNative(ims, image.id, key), 204);
    judge.equal(exchange.response.text, '', 'the body', { exchange });
  }
});

test(
  'an existing native tag is not doubled',
  proves('glance-create-tag.idempotent'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(fc.tuple(nativeTags, fc.nat()), async ([before, at]) => {
      const keys = Object.keys(before);
      const key = keys[at % keys.length] as string;
      await tags.given(image, before);
      judge.accepted(await tagCalls.createNative(ims, image.id, key));
      const after = await tags.settledList(image, before);
      const found = after.filter((tag) => tag.key === key);
      judge.equal(found, [{ key, value: '' }], `the tags of the key "${key}"`);
    });
  },
);

test(
  'a native tag holds no equals sign',
  proves('glance-create-tag.equals-sign'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(fc.tuple(plainKey(), plainKey()), async ([start, end]) => {
      await tags.given(image, {});
      judge.needs(await tagCalls.createNative(ims, image.id, start + end), 'the tag without the sign is accepted');
      await tags.settled(image, { [start + end]: '' });
      for (const tag of [`${start}=${end}`, `${start}=`, `=${end}`])
        judge.rejected(await tagCalls.createNative(ims, image.id, tag), `the tag "${tag}" is refused`);
    });
  },
);

test(
  'a native tag holds no other signs',
  proves('glance-create-tag.characters'),
  async ({ ims, image, tags, judge }) => {
    await tags.given(image, {});
    judge.accepted(await tagCalls.createNative(ims, image.id, 'pur_po-se'), 'the tag "pur_po-se" is accepted');
    for (const odd of [...signsOfPaths, '.'])
      judge.rejected(await tagCalls.createNative(ims, image.id, `pur${odd}pose`), `the tag "pur${odd}pose" is refused`);
  },
);

test(
  'a native tag has at most 255 characters',
  proves('glance-create-tag.length'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(
      fc.tuple(plainKey({ min: 37, max: 254 }), plainKey({ min: 255, max: 255 })),
      async ([key, longest]) => {
        await tags.given(image, {});
        for (const legal of [key, longest]) {
          const exchange = await tagCalls.createNative(ims, image.id, legal);
          judge.accepted(exchange, `a tag of ${legal.length} characters is accepted`);
        }
        const due = { [key]: '', [longest]: '' };
        const listed = await tags.settledList(image, due);
        const illegal = await tagCalls.createNative(ims, image.id, `${longest}k`);
        for (const legal of [key, longest]) await tagCalls.deleteNative(ims, image.id, legal);
        judge.equal(listed, inOrder(due), 'the tags');
        judge.rejected(illegal, 'a tag of 256 characters is refused');
      },
      { weight: 0.5 },
    );
  },
);

test(
  'an absent image takes no native tag',
  proves('glance-create-tag.absent-image'),
  async ({ ims, image, tags, forAll, judge }) => {
    await tags.given(image, {});
    judge.needs(await tagCalls.createNative(ims, image.id, 'purpose'), 'an own image is tagged');
    await forAll(
      fc.uuid(),
      async (id) => {
        judge.rejected(await tagCalls.createNative(ims, id, 'purpose'), 'tagging an absent image is refused');
      },
      { weight: 0.3 },
    );
  },
);

test(
  "another project's image takes no native tag",
  proves('glance-create-tag.foreign-image'),
  async ({ member, image, tags, judge }) => {
    const before = tags.possible({ purpose: 'test' });
    await tags.given(image, before);
    const exchange = await tagCalls.createNative(member, image.id, 'owner');
    judge.rejected(exchange, "tagging another project's image is refused");
    judge.equal(await tags.settledList(image, before), inOrder(before), 'the tags');
  },
);

import { forbiddenCharacters, tagSet, unusedKey } from '../../../fixtures/arbitraries/tags.js';
import { fc, proves, test } from '../../../fixtures/index.js';

const someTags = tagSet({ min: 1, max: 6 });

test('a deleted tag is gone', proves('delete-image-tag.removes'), async ({ ims, image, tags, forAll, judge }) => {
  await forAll(someTags, async (before) => {
    await tags.given(image, before);
    const [key] = Object.keys(before) as [string];
    judge.accepted(await ims.call('DeleteImageTag', { path: { image_id: image.id, key } }));
    const { [key]: _, ...rest } = before;
    judge.that(!(key in (await tags.settled(image, rest))), `no tag "${key}" after its deletion`, 'it is still listed');
  });
});

test(
  'deleting a tag answers 204 without a body',
  proves('delete-image-tag.no-content'),
  async ({ ims, image, tags, judge }) => {
    await tags.given(image, { purpose: 'test' });
    const answer = judge.status(
      await ims.call('DeleteImageTag', { path: { image_id: image.id, key: 'purpose' } }),
      204,
    );
    judge.equal(answer.response.text, '', 'the body', { exchange: answer });
  },
);

test(
  'deleting an absent key answers 404',
  proves('delete-image-tag.absent-key'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(fc.tuple(tagSet({ max: 4 }), unusedKey()), async ([before, key]) => {
      await tags.given(image, before);
      judge.rejected(
        await ims.call('DeleteImageTag', { path: { image_id: image.id, key } }),
        'deleting an absent key is refused',
      );
    });
  },
);

test(
  'the second deletion of a key answers 404',
  proves('delete-image-tag.second-time'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(someTags, async (before) => {
      await tags.given(image, before);
      const [key, ...others] = Object.keys(before) as [string];
      judge.accepted(await ims.call('DeleteImageTag', { path: { image_id: image.id, key } }));
      await tags.settled(image, Object.fromEntries(others.map((other) => [other, before[other] as string])));
      judge.rejected(
        await ims.call('DeleteImageTag', { path: { image_id: image.id, key } }),
        'the second deletion is refused',
      );
    });
  },
);

test(
  'a key that could never be added is merely absent',
  proves('delete-image-tag.key-unchecked'),
  async ({ ims, image, forAll, judge }) => {
    // Without the characters that gateways may take for a path or a query, however they are encoded.
    const plain = forbiddenCharacters.filter((character) => !'/\\%?#'.includes(character));
    const odd = fc.oneof(
      fc.constantFrom(...plain).map((character) => `never${character}added`),
      fc.integer({ min: 37, max: 300 }).map((length) => 'k'.repeat(length)),
    );
    await forAll(odd, async (key) => {
      judge.rejected(
        await ims.call('DeleteImageTag', { path: { image_id: image.id, key } }),
        'an unchecked key is looked up',
      );
    });
  },
);

test(
  'deleting one tag keeps the others',
  proves('delete-image-tag.keeps-others'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(tagSet({ min: 2, max: 10 }), async (before) => {
      await tags.given(image, before);
      const [key] = Object.keys(before) as [string];
      judge.accepted(await ims.call('DeleteImageTag', { path: { image_id: image.id, key } }));
      const { [key]: _, ...rest } = before;
      const { [key]: __, ...after } = await tags.settled(image, rest);
      judge.equal(after, rest, 'the other tags');
    });
  },
);

test(
  'a key is compared whole and by case',
  proves('delete-image-tag.exact-key'),
  async ({ ims, image, tags, judge }) => {
    await tags.given(image, { Purpose: 'test' });
    for (const key of ['purpose', 'PURPOSE', 'Purpos', 'Purpose1']) {
      judge.rejected(
        await ims.call('DeleteImageTag', { path: { image_id: image.id, key } }),
        `"${key}" is not "Purpose", so it`,
      );
    }
    judge.equal(await tags.read(image), { Purpose: 'test' }, 'the tags');
  },
);

test(
  'a tag of an absent image cannot be deleted',
  proves('delete-image-tag.absent-image'),
  async ({ ims, forAll, judge }) => {
    await forAll(fc.uuid(), async (image_id) => {
      judge.rejected(await ims.call('DeleteImageTag', { path: { image_id, key: 'purpose' } }), 'an absent image');
    });
  },
);

test(
  "another project's tag cannot be deleted",
  proves('delete-image-tag.foreign-image'),
  async ({ member, image, tags, judge }) => {
    await tags.given(image, { purpose: 'test' });
    judge.rejected(
      await member.call('DeleteImageTag', { path: { image_id: image.id, key: 'purpose' } }),
      "another project's image",
    );
    judge.equal(await tags.read(image), { purpose: 'test' }, 'the tags');
  },
);

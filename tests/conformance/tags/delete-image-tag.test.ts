import { forbiddenCharacters, tagSet, tagSetAndKey, unusedKey } from '../../../fixtures/arbitraries/tags.js';
import { fc, proves, test } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { withoutKeys } from '../../../fixtures/model/tag-effects.js';
import { tagCalls } from '../../../fixtures/tags/tag-calls.js';
import { inOrder } from '../../../fixtures/tags/tag-desk.js';

const someTags = tagSetAndKey({ max: 6 });

test('a deleted tag is gone', proves('delete-image-tag.removes'), async ({ ims, image, tags, forAll, judge }) => {
  await forAll(someTags, async ([before, key]) => {
    await tags.given(image, before);
    judge.accepted(await tagCalls.delete(ims, image.id, key));
    const after = await tags.settled(image, withoutKeys(before, [key]));
    judge.that(!(key in after), `no tag "${key}" after its deletion`, 'it is still listed');
  });
});

test(
  'deleting a tag answers 204 without a body',
  proves('delete-image-tag.no-content'),
  async ({ ims, image, tags, judge }) => {
    await tags.given(image, { purpose: 'test' });
    const answer = judge.status(await tagCalls.delete(ims, image.id, 'purpose'), 204);
    judge.equal(answer.response.text, '', 'the body', { exchange: answer });
  },
);

test(
  'deleting an absent key answers 404',
  proves('delete-image-tag.absent-key'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(fc.tuple(tagSet({ max: 4 }), unusedKey()), async ([before, key]) => {
      await tags.given(image, before);
      judge.rejected(await tagCalls.delete(ims, image.id, key), 'deleting an absent key is refused');
    });
  },
);

test(
  'the second deletion of a key answers 404',
  proves('delete-image-tag.second-time'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(someTags, async ([before, key]) => {
      await tags.given(image, before);
      judge.needs(await tagCalls.delete(ims, image.id, key));
      const left = await tags.settled(image, withoutKeys(before, [key]));
      if (Object.hasOwn(left, key)) throw new Unjudged(`The tag "${key}" stays after its deletion.`);
      judge.rejected(await tagCalls.delete(ims, image.id, key), 'the second deletion is refused');
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
      judge.rejected(await tagCalls.delete(ims, image.id, key), `deleting the absent key "${key}" is refused`);
    });
  },
);

test(
  'a tag that only the native call could add is deleted',
  proves('delete-image-tag.legacy-key'),
  async ({ ims, image, tags, judge }) => {
    const [long, longest] = ['k'.repeat(37), 'k'.repeat(255)] as const;
    for (const key of [long, longest, 'v1.2', 'día']) {
      await tags.given(image, {});
      const created = await tagCalls.createNative(ims, image.id, key);
      // Which other signs a native tag holds, deployments differ in.
      if (created.response.status >= 400 && key.length < long.length) continue;
      judge.needs(created, `a native tag of ${key.length} characters is accepted`);
      if (!((await tags.settled(image, { [key]: '' }))[key] === ''))
        throw new Unjudged(`The tag "${key}" is not listed.`);
      const deleted = await tagCalls.delete(ims, image.id, key);
      // By the native call, so that a target that keeps this one keeps it for no other test.
      if (deleted.response.status >= 400) await tagCalls.deleteNative(ims, image.id, key);
      judge.accepted(deleted, `the tag "${key}" is deleted`);
      judge.equal(await tags.settled(image, {}), {}, `the tags after the deletion of "${key}"`);
    }
  },
);

test(
  'deleting one tag keeps the others',
  proves('delete-image-tag.keeps-others'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(tagSetAndKey({ min: 2, max: 10 }), async ([before, key]) => {
      await tags.given(image, before);
      judge.needs(await tagCalls.delete(ims, image.id, key));
      const rest = withoutKeys(before, [key]);
      const after = await tags.settledList(image, rest);
      judge.equal(
        after.filter((tag) => tag.key !== key),
        inOrder(rest),
        'the other tags',
      );
    });
  },
);

test('a key is compared whole', proves('delete-image-tag.exact-key'), async ({ ims, image, tags, judge }) => {
  const before = { Purpose: 'test' };
  await tags.given(image, before);
  for (const key of ['Purpos', 'urpose', 'P', 'Purpose1', 'Purpose.test', 'Purpose=test']) {
    judge.rejected(await tagCalls.delete(ims, image.id, key), `"${key}" is not "Purpose": deleting it is refused`);
  }
  judge.equal(await tags.settled(image, before), before, 'the tags');
  judge.needs(await tagCalls.delete(ims, image.id, 'Purpose'), 'the key itself is deleted');
});

test(
  'a tag of an absent image cannot be deleted',
  proves('delete-image-tag.absent-image'),
  async ({ ims, image, tags, forAll, judge }) => {
    await tags.given(image, { purpose: 'test' });
    judge.needs(await tagCalls.delete(ims, image.id, 'purpose'), 'a tag of an own image is deleted');
    await forAll(
      fc.uuid(),
      async (image_id) => {
        judge.rejected(await tagCalls.delete(ims, image_id, 'purpose'), 'deleting a tag of an absent image is refused');
      },
      { weight: 0.3 },
    );
  },
);

test(
  "another project's tag cannot be deleted",
  proves('delete-image-tag.foreign-image'),
  async ({ member, image, tags, judge }) => {
    const before = { purpose: 'test' };
    await tags.given(image, before);
    judge.rejected(await tagCalls.delete(member, image.id, 'purpose'), "deleting another project's tag is refused");
    judge.equal(await tags.settledList(image, before), inOrder(before), 'the tags');
  },
);

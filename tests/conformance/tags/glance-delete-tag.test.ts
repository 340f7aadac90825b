import { plainKey, tagSet, unusedKey } from '../../../fixtures/arbitraries/tags.js';
import { fc, proves, test } from '../../../fixtures/index.js';
import { nativeTags, signsOfPaths } from '../../../fixtures/tags/native-tags.js';
import { tagCalls } from '../../../fixtures/tags/tag-calls.js';
import { inOrder } from '../../../fixtures/tags/tag-desk.js';

test(
  'a deleted native tag alone is gone',
  proves('glance-delete-tag.removes'),
  async ({ ims, image, tags, forAll, judge }) => {
    const situation = fc.tuple(tagSet({ max: 5 }), plainKey({ max: 30 }), fc.boolean());
    await forAll(situation, async ([more, start, longer]) => {
      const [key, kept] = longer ? [start, `${start}-1`] : [`${start}-1`, start];
      const { [key]: _, ...rest } = tags.possible({ ...more, [kept]: '' });
      await tags.given(image, { ...rest, [key]: '' });
      judge.accepted(await tagCalls.deleteNative(ims, image.id, key));
      judge.equal(await tags.settledList(image, rest), inOrder(rest), 'the tags');
    });
  },
);

test(
  'deleting a native tag answers 204',
  proves('glance-delete-tag.no-content'),
  async ({ ims, image, tags, judge }) => {
    await tags.given(image, { purpose: '' });
    const exchange = judge.status(await tagCalls.deleteNative(ims, image.id, 'purpose'), 204);
    judge.equal(exchange.response.text, '', 'the body', { exchange });
  },
);

test(
  'deleting an absent native tag answers 404',
  proves('glance-delete-tag.absent-key'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(fc.tuple(nativeTags, unusedKey()), async ([before, absent]) => {
      await tags.given(image, before);
      judge.rejected(await tagCalls.deleteNative(ims, image.id, absent), 'deleting an absent tag is refused');
    });
  },
);

test(
  'no native tag of other signs is deleted',
  proves('glance-delete-tag.characters'),
  async ({ ims, image, tags, session, judge }) => {
    const before = tags.possible({ purpose: 'test', pur: '' });
    await tags.given(image, before);
    const signs = session.profile.readings.tagCharacters === 'latin' ? ['=', '.', ...signsOfPaths] : ['='];
    // Outer blanks may be taken for none.
    const outer = signs.filter((sign) => sign !== ' ').flatMap((sign) => [`purpose${sign}`, `${sign}purpose`]);
    for (const tag of [...signs.map((sign) => `purpose${sign}test`), ...outer])
      judge.rejected(await tagCalls.deleteNative(ims, image.id, tag), `deleting the tag "${tag}" is refused`);
    judge.equal(await tags.settledList(image, before), inOrder(before), 'the tags');
    judge.accepted(await tagCalls.deleteNative(ims, image.id, 'pur'), 'deleting a tag without a value is accepted');
  },
);

test(
  'an absent image has no native tag',
  proves('glance-delete-tag.absent-image'),
  async ({ ims, image, tags, forAll, judge }) => {
    await tags.given(image, { purpose: '' });
    judge.needs(await tagCalls.deleteNative(ims, image.id, 'purpose'), 'a tag of an own image is deleted');
    await forAll(
      fc.uuid(),
      async (id) => {
        judge.rejected(await tagCalls.deleteNative(ims, id, 'purpose'), 'deleting a tag of an absent image is refused');
      },
      { weight: 0.3 },
    );
  },
);

test(
  "another project's native tag cannot be deleted",
  proves('glance-delete-tag.foreign-image'),
  async ({ member, image, tags, judge }) => {
    const before = { purpose: '' };
    await tags.given(image, before);
    const exchange = await tagCalls.deleteNative(member, image.id, 'purpose');
    judge.rejected(exchange, "deleting another project's tag is refused");
    judge.equal(await tags.settledList(image, before), inOrder(before), 'the tags');
  },
);

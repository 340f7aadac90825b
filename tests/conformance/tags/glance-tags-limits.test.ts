import { proves, test } from '../../../fixtures/index.js';
import { tagCalls } from '../../../fixtures/tag-calls.js';

test(
  'a native tag holds any other character',
  proves('glance-create-tag.any-characters'),
  async ({ ims, image, tags, judge }) => {
    for (const tag of ['用途', 'team:one', 'v1.2', 'día']) {
      await tags.given(image, {});
      judge.accepted(await tagCalls.createNative(ims, image.id, tag), `the tag "${tag}" is accepted`);
      judge.equal(await tags.settled(image, { [tag]: '' }), { [tag]: '' }, 'the tags');
    }
  },
);

test('an eleventh native tag is refused', proves('glance-create-tag.limit'), async ({ ims, image, tags, judge }) => {
  const ten = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`key-${at}`, '']));
  await tags.given(image, ten);
  judge.accepted(await tagCalls.createNative(ims, image.id, 'key-9'), 'a tag that is there is accepted');
  judge.rejected(await tagCalls.createNative(ims, image.id, 'key-10'), 'an eleventh tag is refused');
});

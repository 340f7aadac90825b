import { proves, test } from '../../../fixtures/index.js';
import { tagCalls } from '../../../fixtures/tags/tag-calls.js';

test(
  'a native tag holds any other character',
  proves('glance-create-tag.any-characters'),
  async ({ ims, image, tags, judge }) => {
    // The longest tag, in characters: of bytes it has three times as many.
    for (const tag of ['用途', 'team:one', 'v1.2', 'día', '用'.repeat(255)]) {
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

test(
  'a value under a native key is noted',
  proves('glance-create-tag.existing-value'),
  async ({ ims, image, tags, judge }) => {
    await tags.given(image, { purpose: 'test' });
    const { status } = (await tagCalls.createNative(ims, image.id, 'purpose')).response;
    await tags.lapse();
    const fates: Record<string, string> = { test: 'stays', '': 'is emptied' };
    const values = (await tags.list(image)).filter(({ key }) => key === 'purpose').map(({ value }) => value);
    const fate = values.map((value) => fates[value] ?? `becomes "${value}"`).join(', and ') || 'is gone';
    judge.observe(`A native key of a tag with a value is answered ${status}; the value ${fate}.`);
  },
);

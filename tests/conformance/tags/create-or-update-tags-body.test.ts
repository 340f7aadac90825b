import { isDeepStrictEqual } from 'node:util';
import { proves, test } from '../../../fixtures/index.js';
import { tagCalls } from '../../../fixtures/tags/tag-calls.js';
import { inOrder } from '../../../fixtures/tags/tag-desk.js';

test('a written tag needs a value', proves('create-or-update-tags.value-required'), async ({ ims, image, judge }) => {
  judge.needs(
    await tagCalls.put(ims, image.id, { image_tag: { key: 'purpose', value: '' } }),
    'an empty one is accepted',
  );
  for (const image_tag of [{ key: 'purpose' }, { key: 'purpose', value: null }]) {
    const exchange = await tagCalls.put(ims, image.id, { image_tag });
    judge.rejected(exchange, `the tag ${JSON.stringify(image_tag)} is refused`);
  }
});

test(
  'a written value of blanks is noted',
  proves('create-or-update-tags.value-blank'),
  async ({ ims, image, tags, judge }) => {
    await tags.given(image, {});
    const image_tag = { key: 'purpose', value: '  ' };
    const { status } = (await tagCalls.put(ims, image.id, { image_tag })).response;
    judge.observe(`A value of two blanks is ${status < 400 ? 'taken' : `answered ${status}`}.`);
  },
);

test('a tag is written to a named image', proves('create-or-update-tags.image-id'), async ({ ims, image, judge }) => {
  for (const written of [{ image_tag: { key: 'purpose', value: 'test' } }, { tag: 'purpose.test' }]) {
    judge.needs(await tagCalls.put(ims, image.id, written), 'a body with image_id is accepted');
    judge.rejected(await ims.call('CreateOrUpdateTags', { body: written }), 'a body without image_id is refused');
  }
});

test('a body without a tag is noted', proves('create-or-update-tags.neither'), async ({ ims, image, tags, judge }) => {
  const before = { purpose: 'test' };
  await tags.given(image, before);
  const { status } = (await tagCalls.put(ims, image.id, {})).response;
  await tags.lapse();
  const kept = isDeepStrictEqual(await tags.list(image), inOrder(before)) ? 'stay' : 'do not stay';
  judge.observe(`A body with image_id alone is answered ${status}; the tags ${kept}.`);
});

test('a misshapen tag is not written', proves('create-or-update-tags.body'), async ({ ims, image, judge }) => {
  const tag = { key: 'purpose', value: 'test' };
  for (const written of [{ image_tag: tag }, { tag: 'purpose.test' }])
    judge.needs(await tagCalls.put(ims, image.id, written), 'a tag in either form is accepted');
  const pairs: unknown[] = ['purpose.test', [tag], { value: 'test' }, { ...tag, key: null }];
  for (const odd of [['k'], { k: 'v' }]) pairs.push({ ...tag, key: odd }, { ...tag, value: odd });
  const bodies: object[] = pairs.map((image_tag) => ({ image_id: image.id, image_tag }));
  bodies.push(...[tag, ['purpose.test']].map((odd) => ({ image_id: image.id, tag: odd })));
  bodies.push(...[null, {}, [image.id]].map((image_id) => ({ image_id, image_tag: tag })));
  for (const body of bodies) {
    const exchange = await ims.call('CreateOrUpdateTags', { body });
    judge.rejected(exchange, `the body ${JSON.stringify(body)} is refused`);
  }
});

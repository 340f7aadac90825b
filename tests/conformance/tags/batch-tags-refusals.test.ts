import { refusedBatch } from '../../../fixtures/arbitraries/batches.js';
import { tagSet, tagSetAndKey, tagValue } from '../../../fixtures/arbitraries/tags.js';
import { fc, proves, test } from '../../../fixtures/index.js';
import { tagCalls } from '../../../fixtures/tags/tag-calls.js';
import { inOrder, toList } from '../../../fixtures/tags/tag-desk.js';

test(
  'a refused batch changes no tag',
  proves('batch-tags.refused-unchanged'),
  async ({ image, tags, forAll, judge }) => {
    await forAll(refusedBatch, async (batch) => {
      await tags.given(image, batch.before);
      const exchange = await tags.batch(image, batch.action, batch.tags);
      if (exchange.response.status < 400) return; // Whether it must be refused is what other rules say.
      const after = await tags.settledList(image, batch.before);
      judge.equal(after, inOrder(batch.before), `the tags after a batch refused for ${batch.why}`, { exchange });
    });
  },
);

test('a batch names no key twice', proves('batch-tags.duplicate-keys'), async ({ image, tags, forAll, judge }) => {
  await forAll(fc.tuple(tagSetAndKey({ max: 6 }), tagValue(), fc.nat()), async ([[batch, key], value, at]) => {
    await tags.given(image, {});
    const legal = toList(batch);
    judge.needs(await tags.batch(image, 'create', legal), 'a batch of different keys is accepted');
    await tags.settled(image, batch);
    for (const repeated of [value, batch[key] as string]) {
      const twice = legal.toSpliced(at % (legal.length + 1), 0, { key, value: repeated });
      judge.rejected(await tags.batch(image, 'create', twice), `a batch with the key "${key}" twice is refused`);
    }
  });
});

test(
  'a deleting batch names no key twice',
  proves('batch-tags.duplicate-keys-delete'),
  async ({ image, tags, forAll, judge }) => {
    await forAll(fc.tuple(tagSetAndKey({ max: 6 }), fc.nat()), async ([[batch, key], at]) => {
      const legal = Object.keys(batch).map((name) => ({ key: name }));
      judge.needs(await tags.batch(image, 'delete', legal), 'a batch of different keys is accepted');
      const twice = legal.toSpliced(at % (legal.length + 1), 0, { key });
      judge.rejected(await tags.batch(image, 'delete', twice), `a batch with the key "${key}" twice is refused`);
    });
  },
);

test('an action has exactly two spellings', proves('batch-tags.action-case'), async ({ image, tags, judge }) => {
  const batch = toList({ purpose: 'test' });
  for (const action of ['create', 'delete'])
    judge.accepted(await tags.batch(image, action, batch), `the action "${action}" is accepted`);
  const wrong = ['CREATE', 'Create', 'creatE', 'DELETE', 'Delete', 'add', 'update', 'remove', 'creates', 'del', ''];
  for (const action of wrong)
    judge.rejected(await tags.batch(image, action, batch), `the action "${action}" is refused`);
});

test('a misshapen batch is refused', proves('batch-tags.body'), async ({ ims, image, judge }) => {
  const tag = { key: 'k', value: 'v' };
  const missing = [{ tags: [tag] }, { action: 'create' }, { action: 'delete' }, {}];
  const actions = [7, true, null, ['create'], { create: true }].map((action) => ({ action, tags: [tag] }));
  const lists = [null, 'k.v', 7, tag, ['k.v'], [7], [null], [[tag]]].map((tags) => ({ action: 'create', tags }));
  const odd = [['k'], { k: 'v' }].flatMap((value) => [
    { ...tag, key: value },
    { ...tag, value },
  ]);
  const entries = [{ value: 'v' }, { ...tag, key: null }, ...odd].map((entry) => ({ action: 'create', tags: [entry] }));
  const deletions = [null, ['k'], [{ value: 'v' }], [{ key: null }], [{ key: {} }]].map((tags) => ({
    action: 'delete',
    tags,
  }));
  for (const action of ['create', 'delete'])
    judge.needs(await tagCalls.batch(ims, image.id, action, [tag]), 'a list of tags with its action is accepted');
  for (const body of [...missing, ...actions, ...lists, ...entries, ...deletions]) {
    const exchange = await ims.call('BatchAddOrDeleteTags', { path: { image_id: image.id }, body });
    judge.rejected(exchange, `the body ${JSON.stringify(body)} is refused`);
  }
});

test('an absent image takes no batch', proves('batch-tags.absent-image'), async ({ ims, image, forAll, judge }) => {
  const there = await tagCalls.batch(ims, image.id, 'create', toList({ purpose: 'test' }));
  judge.needs(there, 'a batch for an image that is there is accepted');
  await forAll(
    fc.tuple(fc.uuid(), tagSet({ min: 1, max: 3 }), fc.constantFrom('create', 'delete')),
    async ([id, batch, action]) => {
      judge.rejected(await tagCalls.batch(ims, id, action, toList(batch)), 'a batch for an absent image is refused');
    },
    { weight: 0.3 },
  );
});

test(
  "another project's image takes no batch",
  proves('batch-tags.foreign-image'),
  async ({ member, image, tags, judge }) => {
    const before = { purpose: 'test' };
    await tags.given(image, before);
    for (const [action, batch] of [
      ['create', { purpose: 'theirs', owner: 'theirs' }],
      ['delete', before],
    ] as const) {
      const exchange = await tagCalls.batch(member, image.id, action, toList(batch));
      judge.rejected(exchange, `a ${action} batch for another project's image is refused`);
    }
    judge.equal(await tags.settledList(image, before), inOrder(before), 'the tags');
  },
);

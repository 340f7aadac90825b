import { changedValue, plainTags, tagKey, tagSet } from '../../../fixtures/arbitraries/tags.js';
import { fc, proves, test } from '../../../fixtures/index.js';
import { withTags } from '../../../fixtures/model/tag-effects.js';
import { inOrder, type Tag, toList, toTags } from '../../../fixtures/tags/tag-desk.js';

test('a created batch is listed whole', proves('batch-tags.creates'), async ({ image, tags, forAll, judge }) => {
  await forAll(tagSet({ min: 1 }), async (batch) => {
    await tags.given(image, {});
    judge.needs(await tags.batch(image, 'create', toList(batch)));
    judge.equal(await tags.settledList(image, batch), inOrder(batch), 'the tags');
  });
});

test('a batch answers 204 without a body', proves('batch-tags.no-content'), async ({ image, tags, judge }) => {
  const batch = toList({ purpose: 'test', owner: 'me' });
  for (const action of ['create', 'delete']) {
    const exchange = judge.status(await tags.batch(image, action, batch), 204);
    judge.equal(exchange.response.text, '', 'the body', { exchange });
  }
});

test(
  'a batch replaces values of existing keys',
  proves('batch-tags.upsert'),
  async ({ image, tags, forAll, judge }) => {
    const changes = fc.tuple(
      tagKey({ max: 30 }),
      fc.array(changedValue(), { minLength: 2, maxLength: 4 }),
      tagSet({ max: 3 }),
    );
    await forAll(changes, async ([start, values, fresh]) => {
      const keys = values.map((_, at) => `${start}-${at}`);
      await tags.given(image, Object.fromEntries(values.map(([old], at) => [keys[at], old])));
      const changed = values.map(([, value], at) => ({ key: keys[at] as string, value }));
      const write = () => tags.batch(image, 'create', [...changed, ...toList(fresh)]);
      await judge.acceptedLike(await write(), 'other values of known keys are accepted', () => tags.bare(image, write));
      const after = await tags.settledList(image, { ...toTags(changed), ...fresh });
      const found = after.filter(({ key }) => keys.includes(key));
      judge.equal(found, inOrder(changed), 'the tags of the existing keys');
    });
  },
);

test(
  'the same batch again changes nothing',
  proves('batch-tags.idempotent'),
  async ({ image, tags, forAll, judge }) => {
    await forAll(tagSet({ min: 1 }), async (batch) => {
      await tags.given(image, {});
      for (const which of ['first', 'second']) {
        const exchange = await tags.batch(image, 'create', toList(batch));
        if (which === 'first') judge.needs(exchange, 'the batch is accepted');
        judge.accepted(exchange, 'the same batch again is accepted');
        const after = await tags.settledList(image, batch);
        if (which === 'second') judge.equal(after, inOrder(batch), 'the tags after the second batch');
      }
    });
  },
);

test('a created batch keeps other tags', proves('batch-tags.keeps-others'), async ({ image, tags, forAll, judge }) => {
  const situation = fc.tuple(tagKey({ max: 30 }), tagSet({ min: 1, max: 6 }), tagSet({ max: 2 }), fc.boolean());
  await forAll(situation, async ([key, more, fresh, exists]) => {
    const written = { ...fresh, [key]: 'new' };
    const all = { ...more, [`${key}-1`]: 'longer', ...(exists ? { [key]: 'old' } : {}) };
    await tags.given(image, all);
    judge.needs(await tags.batch(image, 'create', toList(written)));
    const after = await tags.settledList(image, { ...all, ...written });
    const others = (list: Tag[]) => list.filter((tag) => !(tag.key in written));
    judge.equal(others(after), others(inOrder(all)), 'the other tags');
  });
});

test('a batch beyond ten tags is refused', proves('batch-tags.limit'), async ({ image, tags, forAll, judge }) => {
  const situation = fc.tuple(plainTags(11).map(toList), fc.integer({ min: 1, max: 9 }), fc.nat());
  await forAll(situation, async ([all, present, updated]) => {
    const [before, fresh] = [all.slice(0, present), all.slice(present)];
    await tags.given(image, toTags(before));
    // No body holds more than ten tags: it might be refused for its own length.
    const updates = before.slice(0, updated % present).map(({ key }) => ({ key, value: 'new' }));
    const eleven = [...updates, ...fresh];
    judge.rejected(await tags.batch(image, 'create', eleven), 'a batch that leads to eleven tags is refused');
    judge.accepted(await tags.batch(image, 'create', eleven.slice(0, -1)), 'a batch that leads to ten is accepted');
    await tags.settled(image, withTags(toTags(before), eleven.slice(0, -1)));
  });
});

test(
  'a batch changes values on a full image',
  proves('batch-tags.update-when-full'),
  async ({ image, tags, forAll, judge }) => {
    await forAll(
      fc.tuple(tagSet({ min: 10, max: 10 }), fc.integer({ min: 1, max: 10 })),
      async ([before, number]) => {
        await tags.given(image, before);
        const changed = toList(before)
          .slice(0, number)
          .map(({ key, value }) => ({ key, value: value === 'new' ? 'newer' : 'new' }));
        const write = () => tags.batch(image, 'create', changed);
        await judge.acceptedLike(await write(), 'an update of existing keys is accepted', () =>
          tags.bare(image, write),
        );
        const due = { ...before, ...toTags(changed) };
        judge.equal(await tags.settledList(image, due), inOrder(due), 'the tags');
      },
      { weight: 0.5 },
    );
  },
);

import { type Exchange, jsonOf } from '../../../fixtures/exchange.js';
import { fc, proves } from '../../../fixtures/index.js';
import type { TagQuery } from '../../../fixtures/model/tag-query.js';
import { test } from '../../../fixtures/tags/query-test.js';

test(
  'count agrees with what filter finds',
  proves('list-image-by-tags.count'),
  async ({ finder, trio, mark, alphabet, eventually, forAll, judge }) => {
    const conditions = fc.record({ tags: alphabet.conditions({ max: 2 }) });
    const rounds = alphabet.rounds(fc.oneof(alphabet.combined, conditions, fc.constant<TagQuery>({})));
    const ours = { key: mark, values: [] };
    await forAll(
      rounds,
      async ([given, queries]) => {
        await trio.given(given.map((tags) => ({ ...tags, [mark]: '' })));
        for (const query of queries) {
          const asked = { ...query, tags: [ours, ...(query.tags ?? [])] };
          const look = async () => ({ ...(await finder.count(asked)), found: (await finder.all(asked)).images.length });
          const { total, found, exchange } = await eventually(look, (seen) => seen.total === seen.found);
          judge.equal(total, found, 'total_count', { exchange });
        }
      },
      { weight: 0.3 },
    );
  },
);

test(
  'limit and offset do not change a count',
  proves('list-image-by-tags.count-no-paging'),
  async ({ finder, marked, judge }) => {
    for (const paging of [{}, { limit: '1' }, { offset: '1' }, { limit: '2', offset: '2' }, { offset: '1000' }]) {
      const { total, exchange } = await finder.count(marked, paging);
      judge.equal(total, 3, `total_count with ${JSON.stringify(paging)}`, { exchange });
    }
  },
);

test(
  'what is matched counts too',
  proves('list-image-by-tags.count', 'list-image-by-tags.total-count'),
  async ({ finder, trio, eventually, judge }) => {
    for (const { id, name } of trio.all) {
      for (const matches of [[{ key: 'resource_id', value: id }], [{ key: 'resource_name', value: name }]]) {
        for (const query of [{ matches }, { without_any_tag: true, matches }]) {
          for (const [rule, read] of [
            ['list-image-by-tags.count', () => finder.count(query)],
            ['list-image-by-tags.total-count', () => finder.page(query)],
          ] as const) {
            const { total, exchange } = await eventually<{ total: unknown; exchange: Exchange }>(
              read,
              (seen) => seen.total === 1,
            );
            judge.equal(total, 1, `total_count of ${JSON.stringify(query)}`, { exchange, id: rule });
          }
        }
      }
    }
  },
);

test('a count shows no images', proves('list-image-by-tags.count-only'), async ({ finder, marked, judge }) => {
  const { total, exchange } = await finder.count(marked);
  const { resources } = (jsonOf(exchange) ?? {}) as { resources?: unknown[] | null };
  judge.equal(resources ?? [], [], `the images beside a count of ${total}`, { exchange });
});

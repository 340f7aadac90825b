import { proves } from '../../../fixtures/index.js';
import { test } from '../../../fixtures/tags/query-test.js';

const ten = Array.from({ length: 10 }, (_, at) => at);

for (const [list, rule] of [
  ['tags', 'tags'],
  ['tags_any', 'tags-any'],
] as const) {
  test(
    `each of ten keys of ${list} counts`,
    proves(`list-image-by-tags.${rule}`),
    async ({ finder, trio, mark, judge }) => {
      const keys = ten.map((at) => `${mark}-${at}`);
      const carrying = (some: string[]) => Object.fromEntries(some.map((key) => [key, 'v']));
      await trio.given([carrying(keys), carrying(keys.slice(0, 9)), carrying(keys.slice(9))]);
      const query = { [list]: keys.map((key) => ({ key, values: ['v'] })) };
      judge.needs(await finder.ask({ action: 'filter', ...query }), 'ten keys are accepted');
      await finder.finds(query, trio.all);
    },
  );
}

test(
  'each of ten values of a key counts',
  proves('list-image-by-tags.values-or'),
  async ({ finder, trio, mark: key, judge }) => {
    await trio.given([{ [key]: 'v0' }, { [key]: 'v9' }, { [key]: 'v10' }]);
    const query = { tags: [{ key, values: ten.map((at) => `v${at}`) }] };
    judge.needs(await finder.ask({ action: 'filter', ...query }), 'ten values are accepted');
    await finder.finds(query, trio.all);
  },
);

import { fc, proves } from '../../../fixtures/index.js';
import type { Page } from '../../../fixtures/tags/image-finder.js';
import { test } from '../../../fixtures/tags/query-test.js';

test('at most limit images are returned', proves('list-image-by-tags.limit'), async ({ finder, marked, judge }) => {
  for (const limit of [1, 2, 3, 10, 999]) {
    for (const paging of [{}, { offset: '0' }, { offset: '1' }]) {
      const { images, exchange } = await finder.page(marked, { limit: String(limit), ...paging });
      judge.that(images.length <= limit, `at most ${limit} images`, `${images.length} images`, { exchange });
    }
  }
});

test(
  'a page is full where there are more',
  proves(
    'list-image-by-tags.limit-default',
    'list-image-by-tags.limit',
    'list-image-by-tags.total-count',
    'list-image-by-tags.count',
  ),
  async ({ finder, crowd, eventually, judge }) => {
    for (const [id, limit, paging] of [
      ['list-image-by-tags.limit-default', 10, {}],
      ['list-image-by-tags.limit', 11, { limit: '11' }],
    ] as const) {
      const { images, exchange } = await eventually(
        () => finder.page(crowd, paging),
        (page) => page.images.length === limit,
      );
      judge.equal(images.length, limit, 'the number of images', { exchange, id });
    }
    for (const [id, read] of [
      ['list-image-by-tags.total-count', () => finder.page(crowd)],
      ['list-image-by-tags.count', () => finder.count(crowd)],
    ] as const) {
      const { total, exchange } = await eventually<Omit<Page, 'images'>>(read, (answer) => Number(answer.total) > 10);
      judge.that(Number(total) > 10, 'a total_count of more than 10', String(total), { exchange, id });
    }
  },
);

test(
  'a limit outside 1 to 1000 is refused',
  proves('list-image-by-tags.limit-range'),
  async ({ finder, marked, judge }) => {
    for (const limit of ['1', '1000']) {
      judge.accepted(await finder.ask({ action: 'filter', limit, ...marked }), `limit ${limit} is accepted`);
    }
    for (const limit of ['0', '-1', '-10', '1001', '100000']) {
      judge.rejected(await finder.ask({ action: 'filter', limit, ...marked }), `limit ${limit} is refused`);
    }
  },
);

test('the list starts after offset images', proves('list-image-by-tags.offset'), async ({ finder, marked, judge }) => {
  for (const paging of [{ limit: '900' }, {}]) {
    const whole = idsOf((await finder.page(marked, paging)).images);
    for (const offset of [0, 1, 2, 3]) {
      const { images, exchange } = await finder.page(marked, { ...paging, offset: String(offset) });
      const rest = whole.slice(offset).sort();
      judge.equal(idsOf(images).sort(), rest, `the images after the first ${offset}`, { exchange });
    }
  }
});

test(
  'beyond the end there are no images',
  proves('list-image-by-tags.offset-beyond'),
  async ({ finder, marked, judge }) => {
    for (const offset of ['4', '1000', '1000000']) {
      const { images, exchange } = await finder.page(marked, { offset });
      judge.equal(idsOf(images), [], `the images after the first ${offset} of three`, { exchange });
    }
  },
);

test(
  'a negative offset is refused',
  proves('list-image-by-tags.offset-negative'),
  async ({ finder, marked, judge }) => {
    judge.needs(await finder.ask({ action: 'filter', offset: '0', ...marked }), 'offset 0 is accepted');
    for (const offset of ['-1', '-2', '-1000']) {
      judge.rejected(await finder.ask({ action: 'filter', offset, ...marked }), `offset ${offset} is refused`);
    }
  },
);

test(
  'the pages joined are the whole list',
  proves('list-image-by-tags.paging'),
  async ({ finder, trio, marked, judge }) => {
    const whole = await finder.page(marked);
    for (const limit of [1, 2, 3, 4]) {
      const pages = [];
      for (let offset = 0; offset <= trio.all.length; offset += limit) {
        pages.push(await finder.page(marked, { limit: String(limit), offset: String(offset) }));
      }
      const joined = idsOf(pages.flatMap(({ images }) => images)).sort();
      judge.equal(joined, idsOf(whole.images).sort(), `the pages of ${limit}, joined`, pages[1]);
    }
  },
);

test(
  'total_count is the same on every page',
  proves('list-image-by-tags.total-count'),
  async ({ finder, marked, forAll, judge }) => {
    const number = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 999 })).map(String);
    const paging = fc.record(
      { limit: number, offset: fc.integer({ min: 0, max: 3 }).map(String) },
      { requiredKeys: [] },
    );
    await forAll(paging, async (cut) => {
      const { total, exchange } = await finder.page(marked, cut);
      judge.equal(total, 3, 'total_count', { exchange });
    });
  },
);

function idsOf(images: { resource_id: string }[]): string[] {
  return images.map(({ resource_id }) => resource_id);
}

import type { OwnImage } from '../../../fixtures/books/resources.js';
import { test as base } from '../../../fixtures/images/image-test.js';
import { fc } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { eachList } from '../../../fixtures/lists/each-list.js';
import type { ListQuery } from '../../../fixtures/lists/image-listing.js';
import { readUntil } from '../../../fixtures/read-until.js';

/** Three images that one query parameter tells from all others: what others make and delete meanwhile does not matter. */
const test = base.extend<{ own: OwnImage[]; scope: { tag: string } }>({
  own: async ({ ims, resources }, use) => {
    const own: OwnImage[] = [];
    for (let made = 0; made < 3; made += 1) own.push(await resources.queuedImage(ims));
    await use(own);
  },
  scope: async ({ own, tags, listing, session }, use) => {
    const scope = await tags.mark(own);
    const all = await readUntil(
      () => listing.page(scope),
      ({ images }) => images.length >= own.length,
      session.configuration.consistencySeconds,
    );
    if (all.images.length !== own.length) throw new Unjudged(`The tag ${scope.tag} does not list just its images.`);
    await use(scope);
  },
});

/** Orders in which no two images are equal, and the default one, in which they may be. */
const orders = fc.constantFrom<ListQuery>(
  {},
  { sort_key: 'name', sort_dir: 'asc' },
  { sort_key: 'name', sort_dir: 'desc' },
  { sort_key: 'id', sort_dir: 'asc' },
  { sort_key: 'created_at', sort_dir: 'asc' },
);

eachList(['ListImages', 'GlanceListImages', 'ListImagesFuzzy'], (of) => {
  test('a list holds at most limit images', of('limit'), async ({ own, scope, listing, judge }) => {
    for (const query of [scope, {}]) {
      for (let limit = 1; limit <= own.length; limit += 1) {
        const { images, exchange } = await listing.page({ ...query, limit });
        judge.that(images.length <= limit, `at most ${limit} images`, `${images.length} images`, { exchange });
      }
    }
  });

  test('the pages joined hold every image once', of('paging'), async ({ own, scope, listing, forAll, judge }) => {
    await forAll(fc.tuple(orders, fc.integer({ min: 1, max: own.length })), async ([order, limit]) => {
      const seen: string[] = [];
      let page = await listing.page({ ...scope, ...order, limit });
      // A page more than there can be: a list that never ends shows its images again.
      for (let pages = 0; page.images.length > 0 && pages <= own.length; pages += 1) {
        seen.push(...page.images.map(({ id }) => id));
        page = await listing.page({ ...scope, ...order, limit, marker: seen.at(-1) as string });
      }
      judge.equal(seen.sort(), own.map(({ id }) => id).sort(), 'the images of all pages', { exchange: page.exchange });
    });
  });

  test('the page after the last image is empty', of('last-page'), async ({ own, scope, listing, forAll, judge }) => {
    await forAll(fc.tuple(orders, fc.integer({ min: 1, max: own.length + 1 })), async ([order, limit]) => {
      const { images } = await listing.page({ ...scope, ...order });
      const last = images.at(-1)?.id ?? '';
      const { images: after, exchange } = await listing.page({ ...scope, ...order, limit, marker: last });
      judge.that(after.length === 0, 'an empty page', `${after.length} images`, { exchange });
    });
  });
});

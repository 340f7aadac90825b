import type { OwnImage } from '../../../fixtures/books/resources.js';
import { test as base } from '../../../fixtures/images/image-test.js';
import { fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import type { ListQuery } from '../../../fixtures/lists/image-listing.js';
import { type NativePage, NativePages } from '../../../fixtures/native/native-pages.js';
import { readUntil } from '../../../fixtures/read-until.js';

interface PagingFixtures {
  own: OwnImage[];
  /** A query that lists the own images alone. */
  scope: { tag: string };
  pages: NativePages;
}

const test = base.extend<PagingFixtures>({
  pages: async ({ ims, judge }, use) => {
    await use(new NativePages(ims, judge));
  },
  own: async ({ ims, resources }, use) => {
    const own: OwnImage[] = [];
    for (let made = 0; made < 3; made += 1) own.push(await resources.queuedImage(ims));
    await use(own);
  },
  scope: async ({ own, tags, pages, session }, use) => {
    const scope = await tags.mark(own);
    const all = ({ images }: NativePage) => images.length >= own.length;
    const { images } = await readUntil(() => pages.page(scope), all, session.configuration.consistencySeconds);
    if (images.length !== own.length) throw new Unjudged(`The tag ${scope.tag} does not list just its images.`);
    await use(scope);
  },
});

const orders = fc.constantFrom<ListQuery>(
  {},
  { sort_key: 'name', sort_dir: 'asc' },
  { sort_key: 'id', sort_dir: 'desc' },
  { sort_key: 'created_at', sort_dir: 'asc' },
);
const ids = (pages: NativePage[]) => pages.flatMap(({ images }) => images.map(({ id }) => id));
/** The pages up to that by which every image was there; none when some never was. */
function untilAll(pages: NativePage[], own: readonly OwnImage[]): NativePage[] {
  const last = pages.findIndex((_, at) => own.every(({ id }) => ids(pages.slice(0, at + 1)).includes(id)));
  return pages.slice(0, last + 1);
}

test(
  'pages that follow by next hold every image',
  proves('glance-list-images.next'),
  async ({ own, scope, pages, forAll, judge }) => {
    const sought = own.map(({ id }) => id).sort();
    await forAll(fc.tuple(orders, fc.integer({ min: 1, max: own.length })), async ([order, limit]) => {
      const query = { ...scope, ...order };
      const walk = await pages.onward(await pages.page({ ...query, limit }), own.length + 2);
      const { exchange } = walk.at(-1) as NativePage;
      // What comes after the last page is another rule's matter.
      const whole = untilAll(walk, own);
      const read = whole.length > 0 ? whole : walk;
      judge.equal(ids(read).sort(), sought, 'the images of all pages', { exchange });
      // Images of one second may come in any order by time.
      if (order.sort_key === 'name' || order.sort_key === 'id') {
        judge.equal(ids(read), ids([await pages.page(query)]), 'their order', { exchange });
      }
    });
  },
);

test('the last page has no next', proves('glance-list-images.last-next'), async ({ own, scope, pages, judge }) => {
  for (const limit of [1, 2, own.length, own.length + 1]) {
    const read = await pages.onward(await pages.page({ ...scope, limit }), own.length + 2);
    const last = read.at(-1) as NativePage;
    if (untilAll(read, own).length === 0) throw new Unjudged('The pages that follow by next never hold every image.');
    judge.that(last.next === undefined, 'a page without next at the end', `${last.next}`, last);
    // A full page may be the last without knowing it; one that is not full is.
    const short = read.find(({ images, next }) => images.length < limit && next !== undefined);
    judge.that(!short, 'no next on a page that is not full', `${short?.next}`, short);
  }
});

test('first leads to the first page', proves('glance-list-images.first'), async ({ own, scope, pages, judge }) => {
  for (const limit of [1, 2]) {
    const query = { ...scope, limit, sort_key: 'id', sort_dir: 'asc' };
    const begin = await pages.page(query);
    for (const page of [begin, await pages.page({ ...query, marker: own[0]?.id as string })]) {
      const led = await pages.follow(page, 'first');
      const kept = { ...Object.fromEntries(new URL(String(page.first), 'http://ims').searchParams), ...query };
      if (ids([led]).join() !== ids([begin]).join() && ids([await pages.page(kept)]).join() === ids([begin]).join())
        throw new Unjudged('The link leads to the first page of other images than were asked for.');
      judge.equal(ids([led]), ids([begin]), 'the images of the first page', led);
    }
  }
});

test(
  'links keep what the request asked for',
  proves('glance-list-images.links-keep'),
  async ({ own, scope, pages, forAll, judge }) => {
    await forAll(fc.tuple(orders, fc.constantFrom(1, 2)), async ([order, limit]) => {
      const begin = await pages.page({ ...scope, ...order, limit });
      const mine = new Set(own.map(({ id }) => id));
      if (begin.images.length > limit) throw new Unjudged(`A page of ${limit} has ${begin.images.length} images.`);
      for (const link of ['next', 'first'] as const) {
        if (begin[link] === undefined) throw new Unjudged(`The page has no \`${link}\`.`);
        const led = await pages.follow(begin, link);
        const others = ids([led]).filter((id) => !mine.has(id));
        judge.equal(others, [], `images that the filter of the request leaves out, by ${link}`, led);
        judge.that(led.images.length <= limit, `at most ${limit} images by ${link}`, `${led.images.length}`, led);
      }
    });
  },
);

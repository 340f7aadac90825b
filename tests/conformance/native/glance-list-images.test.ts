import { tagSet } from '../../../fixtures/arbitraries/tags.js';
import { makeCrowd, roomOf } from '../../../fixtures/books/crowd.js';
import { differences, type ImageView } from '../../../fixtures/images/image-view.js';
import { fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { type NativePage, NativePages } from '../../../fixtures/native/native-pages.js';
import { test as base } from '../../../fixtures/native/native-test.js';
import { readUntil } from '../../../fixtures/read-until.js';

interface ListFixtures {
  pages: NativePages;
  /** Sees to it that a page by default is not enough for the list, where the project has room for so many images. */
  crowded: undefined;
}

const byDefault = 25;
/** Images that other tests may delete meanwhile, and room that they are left in the project. */
const spare = { images: 5, room: 40 };

const test = base.extend<ListFixtures>({
  pages: async ({ ims, judge }, use) => {
    await use(new NativePages(ims, judge));
  },
  crowded: async ({ ims, pages, resources, session }, use) => {
    const count = (await pages.page({ limit: byDefault + 1 + spare.images })).images.length;
    const missing = byDefault + 1 + spare.images - count;
    if ((await roomOf(ims, session.profile)) >= missing + spare.room) await makeCrowd(resources, ims, missing);
    await use(undefined);
  },
});

test(
  'a page has 25 images by default',
  proves('glance-list-images.default-limit'),
  async ({ crowded: _, pages, images: { patience }, judge }) => {
    const read = async () => {
      const before = await pages.page({ limit: byDefault + 1 });
      if (before.images.length > byDefault + 1) throw new Unjudged(`A page of ${byDefault + 1} images has more.`);
      const { images, exchange } = await pages.page();
      // What others make or delete meanwhile says nothing: an image counts that was there before and is there after.
      const later = new Set((await pages.page({ limit: byDefault + 1 })).images.map(({ id }) => id));
      const due = Math.min(before.images.filter(({ id }) => later.has(id)).length, byDefault);
      return { count: images.length, due, exchange };
    };
    const fits = ({ count, due }: { count: number; due: number }) => count >= due;
    const { count, due, exchange } = await readUntil(read, fits, patience.consistencySeconds);
    judge.that(count <= byDefault, `at most ${byDefault} images`, `${count} images`, { exchange });
    judge.that(count >= due, `${due} images`, `${count} images`, { exchange });
  },
);

test(
  'images are listed as they are shown',
  proves('glance-list-images.shows'),
  async ({ image, images, pages, tags, forAll, judge }) => {
    await forAll(tagSet({ max: 4 }), async (set) => {
      await tags.given(image, tags.possible(set));
      const read = async () => ({ page: await pages.page({ id: image.id }), shown: await images.show(image) });
      const same = ({ page, shown }: Awaited<ReturnType<typeof read>>) =>
        page.images[0] && differences(shown, page.images[0]).length === 0;
      const { page, shown } = await readUntil(read, (both) => Boolean(same(both)), images.patience.consistencySeconds);
      judge.equal(page.images.length, 1, 'the number of images with that id', page);
      judge.equal(differences(shown, page.images[0] as ImageView), [], 'what is shown and listed differently', page);
    });
  },
);

test(
  'images are listed as the extension lists them',
  proves('glance-list-images.agrees'),
  async ({ ims, image, images, resources, pages, listing, judge }) => {
    const own = [image, await resources.queuedImage(ims, { min_ram: 1024, zz_own: 'x' })];
    const gold = (await listing.page({ __imagetype: 'gold', limit: 3 })).images;
    for (const { id } of [...own, ...gold]) {
      const read = async () => ({ page: await pages.page({ id }), extension: (await listing.page({ id })).images[0] });
      const odd = ({ page, extension }: Awaited<ReturnType<typeof read>>) =>
        page.images[0] && extension ? differences(page.images[0], extension) : 'it is not in both lists';
      const both = await readUntil(read, (each) => odd(each).length === 0, images.patience.consistencySeconds);
      judge.equal(odd(both), [], `what both lists show differently of ${id}`, both.page);
    }
  },
);

const releases = ['A', 'K', 'M', 'N', 'Q', 'Z'];

test(
  'every release lists the same images',
  proves('glance-list-images.api-version'),
  async ({ image, pages, forAll, judge }) => {
    await forAll(fc.constantFrom(...releases), async (release) => {
      const ids = ({ images }: NativePage) => images.map(({ id }) => id);
      const plain = await pages.page({ id: image.id });
      if (!ids(plain).includes(image.id)) throw new Unjudged('Without a release the image is not listed either.');
      const page = await pages.page({ id: image.id }, { 'X-Api-Version': release });
      // What the filter should have left out says nothing of releases.
      judge.equal(
        ids(page).filter((id) => id === image.id),
        [image.id],
        `the images in release ${release}`,
        page,
      );
    });
  },
);

test(
  'what another release shows is noted',
  proves('glance-list-images.api-version-results'),
  async ({ image, pages, judge }) => {
    const [old, later] = await Promise.all(
      ['M', 'Q'].map(async (release) => (await pages.page({ id: image.id }, { 'X-Api-Version': release })).images[0]),
    );
    const names = (one = {}, other = {}) => Object.keys(one).filter((name) => !Object.hasOwn(other, name));
    const told = [names(old, later), names(later, old)].map((each) => each.join(', ') || 'nothing');
    const values = old && later ? differences(old, later).map(([name]) => name) : [];
    judge.observe(
      `Up to M there is ${told[0]} that is not there beyond it, beyond it ${told[1]}; other values: ${values.join(', ') || 'none'}.`,
    );
  },
);

test('the misprinted order is noted', proves('glance-list-images.sort-create-at'), async ({ ims, judge }) => {
  const { response } = await ims.call('GlanceListImages', { query: { sort_key: 'create_at' } });
  judge.observe(`\`sort_key=create_at\` is ${response.status < 400 ? 'accepted' : `refused (${response.status})`}.`);
});

import type { OwnImage, Resources } from '../../../fixtures/books/resources.js';
import { test as base } from '../../../fixtures/images/image-test.js';
import { fc } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { walkThrough } from '../../../fixtures/lists/changing-walk.js';
import { eachList } from '../../../fixtures/lists/each-list.js';
import type { Listed, ListQuery } from '../../../fixtures/lists/image-listing.js';
import { readUntil } from '../../../fixtures/read-until.js';

interface Fixtures {
  /** Finds the images of this test alone. */
  scope: { tag: string };
  /** Makes images that the scope finds. */
  adds: (resources: Resources, count: number) => Promise<OwnImage[]>;
  /** Images that come and go, while others stay. */
  others: Resources;
}

const test = base.extend<Fixtures>({
  scope: async ({ tags }, use) => {
    await use(await tags.mark([]));
  },
  adds: async ({ ims, tags, listing, scope, session }, use) => {
    const [key = '', value = ''] = scope.tag.split('=');
    await use(async (resources, count) => {
      const added: OwnImage[] = [];
      for (; added.length < count; ) added.push(await resources.queuedImage(ims));
      for (const image of added) await tags.given(image, { [key]: value });
      const misses = ({ images }: Listed) => added.find((own) => !images.some(({ id }) => id === own.id));
      const { consistencySeconds } = session.configuration;
      const listed = await readUntil(
        () => listing.page(scope),
        (page) => !misses(page),
        consistencySeconds,
      );
      if (misses(listed)) throw new Unjudged(`An image with the tag ${scope.tag} is not listed.`);
      return added;
    });
  },
  others: async ({ session }, use) => {
    const others = session.openResources();
    await use(others);
    await others.close();
  },
});

const orders = fc.constantFrom<ListQuery>(
  {},
  { sort_key: 'created_at', sort_dir: 'asc' },
  { sort_key: 'name', sort_dir: 'asc' },
  { sort_key: 'id', sort_dir: 'desc' },
);
/** What happens to the list between its first pages. */
const changes = fc.array(fc.constantFrom('made', 'deleted', 'nothing'), { minLength: 4, maxLength: 4 });

/** With those that stay, no more than a test may hold (shares.ts). */
const passingMost = 4;

eachList(['ListImages', 'GlanceListImages'], (of) => {
  test(
    'images that stay are listed once, whatever comes and goes',
    of('paging-stable'),
    async ({ ims, scope, adds, others, resources, images, listing, forAll, judge }) => {
      const kept = (await adds(resources, 5)).map(({ id }) => id);
      await forAll(
        fc.tuple(orders, fc.integer({ min: 1, max: 2 }), changes),
        async ([order, limit, happenings]) => {
          const passing = await adds(others, 2);
          const left = [...happenings];
          const happen = async (marker: string) => {
            const what = left.shift();
            if (what === 'made' && passing.length < passingMost) passing.push(...(await adds(others, 1)));
            const goes = what === 'deleted' ? passing.findIndex(({ id }) => id !== marker) : -1;
            for (const image of goes < 0 ? [] : passing.splice(goes, 1)) {
              const { response } = await ims.call('GlanceDeleteImage', { path: { image_id: image.id } });
              if (response.status < 300) others.forget(image.name);
              await images.vanishes(image);
            }
          };
          const { ids, exchange } = await walkThrough(listing, { ...scope, ...order, limit }, happen, 20);
          const stayed = ids.filter((id) => kept.includes(id)).sort();
          judge.equal(stayed, [...kept].sort(), 'the images that stayed', { exchange });
          // Deletion takes its time: what is still listed would come and go in the next case.
          await others.release();
          for (const image of passing) await images.vanishes(image);
        },
        { weight: 0.4 },
      );
    },
  );
});

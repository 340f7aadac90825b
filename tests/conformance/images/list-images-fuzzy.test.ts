import { randomBytes } from 'node:crypto';
import { filtersBesideIso } from '../../../fixtures/filters/all-filters.js';
import { judgeFilter, namesOf, viewsOf } from '../../../fixtures/filters/filter-relation.js';
import { test } from '../../../fixtures/filters/filter-test.js';
import { differences, type ImageView } from '../../../fixtures/images/image-view.js';
import { isTrue } from '../../../fixtures/images/shown-text.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { ImageListing } from '../../../fixtures/lists/image-listing.js';

test.use({ listCall: 'ListImagesFuzzy' });

for (const { what, make, relations } of filtersBesideIso) {
  test(
    `${what} loosely lists only images that have it`,
    proves('list-images-fuzzy.filters'),
    async ({ ims, makers, listing, leavesNoneOut }) => {
      const own = await make(makers);
      for (const relation of relations(await viewsOf(listing, own), ims.projectId)) {
        await judgeFilter(listing, own, relation);
        await leavesNoneOut(relation);
      }
    },
  );
}

test(
  'the loose list holds registered images',
  proves('list-images-fuzzy.filters'),
  async ({ image, images, listing }) => {
    const { __isregistered } = await images.show(image);
    if (!isTrue(__isregistered)) throw new Unjudged('An image of this service is not registered.');
    await listing.expect({ __isregistered: true }, { holds: [image] });
  },
);

test(
  'a whole name is found',
  proves('list-images-fuzzy.name'),
  async ({ ims, resources, listing, others, leavesNoneOut }) => {
    const own = [await resources.queuedImage(ims), await resources.queuedImage(ims)];
    await listing.awaits(own);
    for (const image of own) await listing.expect({ name: image.name }, { holds: [image] });
    await listing.expect({ name: `zz${randomBytes(12).toString('hex')}` }, { lacks: own });
    for (const relation of namesOf(await others())) await leavesNoneOut(relation);
  },
);

test('a part of a name is found', proves('list-images-fuzzy.name-part'), async ({ ims, resources, listing }) => {
  const mark = randomBytes(8).toString('hex');
  const own = [];
  for (const name of [`${mark}-first`, `of-${mark}-second`, `the-third-${mark}`]) {
    own.push(await resources.queuedImage(ims, { name }));
  }
  const other = await resources.queuedImage(ims);
  await listing.awaits([...own, other]);
  await listing.expect({ name: mark }, { holds: own, lacks: [other] });
});

test(
  'a loose list shows what the list shows',
  proves('list-images-fuzzy.agrees'),
  async ({ ims, image, resources, listing, judge, session }) => {
    const exact = new ImageListing(ims, judge, session.configuration.consistencySeconds);
    const own = [image, await resources.queuedImage(ims, { min_ram: 1024, zz_own: 'x' })];
    await listing.awaits(own);
    await exact.awaits(own);
    for (const { id } of own) {
      const { images, exchange } = await listing.page({ id });
      const [listed] = (await exact.page({ id })).images as [ImageView];
      judge.equal(differences(images[0] as ImageView, listed), [], `what is shown differently of ${id}`, { exchange });
    }
  },
);

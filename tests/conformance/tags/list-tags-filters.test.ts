import { viewsOf } from '../../../fixtures/filter-relation.js';
import { test } from '../../../fixtures/filter-test.js';
import { allFilters } from '../../../fixtures/filters/all-filters.js';
import { kindsOfSupport, supportsApart } from '../../../fixtures/filters/supports-apart.js';
import { proves } from '../../../fixtures/index.js';

for (const { id, what, make, relations } of allFilters) {
  test(
    `${what} lists only tags of its images`,
    proves(`list-tags.filter-${id}`),
    async ({ ims, makers, listing, tagListing }) => {
      const own = await make(makers);
      await tagListing.marks(own);
      for (const relation of relations(await viewsOf(listing, own), ims.projectId)) {
        await tagListing.agrees(relation.filters, relation);
      }
    },
  );
}

test(
  'tags of registered images are listed',
  proves('list-tags.filter-isregistered'),
  async ({ ims, resources, tagListing }) => {
    await tagListing.marks([await resources.queuedImage(ims)]);
    await tagListing.agrees({ __isregistered: 'true' });
    await tagListing.agrees({});
  },
);

test(
  'filters that exclude each other list no tags',
  proves('list-tags.support-together'),
  async ({ ims, resources, tagListing }) => {
    const own = await Promise.all(kindsOfSupport.map((kind) => resources.queuedImage(ims, kind)));
    await tagListing.marks(own);
    for (const [one, other] of supportsApart) {
      await tagListing.agrees({ ...one, ...other }, { none: true, refusable: true });
    }
  },
);

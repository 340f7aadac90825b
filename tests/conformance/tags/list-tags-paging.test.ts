import { setTimeout as sleep } from 'node:timers/promises';
import type { OwnImage } from '../../../fixtures/books/resources.js';
import { test as base } from '../../../fixtures/filters/filter-test.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { lostMarkers } from '../../../fixtures/lists/lost-markers.js';
import { conditionsAreReadable } from '../../../fixtures/lists/readable-conditions.js';

/** Images of one name, which none but them has; each carries one tag alone, so that a page of tags is one of images. */
interface Fixtures {
  name: string;
  make: (formats: string[], pause?: number) => Promise<OwnImage[]>;
  /** Sees to it that a limit is one: what is told by the first tags of a list cannot be told otherwise. */
  limited: () => Promise<void>;
}

const test = base.extend<Fixtures>({
  name: async ({ resources }, use) => {
    await use(resources.uniqueName());
  },
  make: async ({ ims, resources, listing, tagListing, name }, use) => {
    await use(async (formats, pause = 0) => {
      const own: OwnImage[] = [];
      for (const disk_format of formats) {
        if (own.length > 0) await sleep(pause);
        own.push(await resources.queuedImage(ims, { name, disk_format }));
      }
      await tagListing.marksOnce(own, { name });
      await listing.awaits(own);
      return own;
    });
  },
  limited: async ({ tagListing, name }, use) => {
    await use(async () => {
      const { listed } = await tagListing.own({ name, limit: 1 }, ({ length }) => length === 1);
      if (listed.length !== 1) throw new Unjudged(`With a limit of 1, ${listed.length} tags are listed.`);
    });
  },
});

/** The next is made in another second: its place in the order of creation is sure. */
const second = 1100;
const formats = ['vhd', 'qcow2', 'raw'];

test('a page holds limit tags', proves('list-tags.limit'), async ({ make, tagListing, name, judge }) => {
  await make(formats);
  for (const limit of [1, 2, 3]) {
    const read = await tagListing.own({ name, limit }, ({ length }) => length === limit);
    judge.accepted(read.exchange);
    judge.equal(read.all, limit, 'the number of tags', read);
  }
});

test('a limit of tags is a number', proves('list-tags.limit-values'), async ({ ims, judge }) => {
  for (const limit of [1, 500]) judge.needs(await ims.call('ListTags', { query: { limit } }), `a limit of ${limit}`);
  for (const limit of ['-1', 'ten', '1.5'])
    judge.rejected(await ims.call('ListTags', { query: { limit } }), `a limit of ${limit} is refused`);
});

test('a condition of tags that cannot be read is refused', proves('list-tags.malformed'), async ({ ims, judge }) => {
  await conditionsAreReadable((query) => ims.call('ListTags', { query }), judge);
});

test('all tags are listed up to 500', proves('list-tags.default-limit'), async ({ make, tagListing, judge }) => {
  const count = await tagListing.marksTenfold(await make([...formats, ...formats]));
  const read = await tagListing.own({}, ({ length }) => length === count);
  judge.accepted(read.exchange);
  if (read.all < 500) judge.equal(read.listed.length, count, 'the number of our tags', read);
});

test('a page begins after its marker', proves('list-tags.marker'), async ({ make, limited, tagListing }) => {
  const own = await make(formats, second);
  await limited();
  for (const { id: marker } of own) {
    for (const limit of [1, 2, 500]) await tagListing.agrees({ marker, limit });
  }
});

test(
  'the order of images says which tags come first',
  proves('list-tags.sort'),
  async ({ make, limited, tagListing }) => {
    await make(formats, second);
    await limited();
    for (const sort_key of ['id', 'created_at', 'disk_format']) {
      for (const sort_dir of ['asc', 'desc']) {
        for (const limit of [1, 2]) await tagListing.agrees({ sort_key, sort_dir, limit });
      }
      // Descending is the default.
      await tagListing.agrees({ sort_key, limit: 1 });
    }
    // In these the images are alike: the key is taken, and none is left out for it.
    for (const sort_key of ['name', 'container_format', 'status'])
      for (const sort_dir of ['asc', 'desc']) await tagListing.agrees({ sort_key, sort_dir, limit: 3 });
  },
);

test(
  'tags of the newest images come first by default',
  proves('list-tags.default-sort'),
  async ({ make, limited, tagListing }) => {
    await make(formats, second);
    await limited();
    for (const limit of [1, 2]) await tagListing.agrees({ limit });
  },
);

test('what a page number does is noted', proves('list-tags.page'), async ({ make, tagListing, name, judge }) => {
  const own = await make(formats);
  const [first, second] = [await tagListing.own({ name, limit: 1 }), await tagListing.own({ name, limit: 1, page: 2 })];
  const same = first.listed[0] === second.listed[0];
  const seen = second.exchange.response.status >= 400 ? 'is refused' : same ? 'has no effect' : 'gives another page';
  judge.observe(`\`page=2\` with a limit of 1, of ${own.length} images, ${seen}.`);
});

test(
  'what a marker of no image does to tags is noted',
  proves('list-tags.unknown-marker'),
  async ({ ims, images, resources, make, tagListing, name, judge }) => {
    const own = await make(formats);
    for (const [what, marker] of await lostMarkers(ims, resources, images)) {
      const { listed, exchange } = await tagListing.own({ name, marker });
      const { status } = exchange.response;
      const seen = status >= 400 ? 'is refused' : `lists ${listed.length} of ${own.length} tags`;
      judge.observe(`A marker ${what} ${seen} (status ${status}).`);
    }
  },
);

test(
  'what a direction alone does to tags is noted',
  proves('list-tags.sort-dir-alone'),
  async ({ make, tagListing, name, judge }) => {
    await make(formats, second);
    const [newest, alone] = [
      await tagListing.own({ name, limit: 1 }),
      await tagListing.own({ name, limit: 1, sort_dir: 'asc' }),
    ];
    const { status } = alone.exchange.response;
    const same = newest.listed[0] === alone.listed[0];
    judge.observe(status >= 400 ? `It is refused (${status}).` : same ? 'It is ignored.' : 'Another tag comes first.');
  },
);

test(
  'formats whose tags are listed without a filter are noted',
  proves('list-tags.every-format'),
  async ({ make, tagListing, name, judge }) => {
    const own = await make(formats);
    const { listed } = await tagListing.own({ name }, ({ length }) => length === own.length);
    judge.observe(`Of images of ${formats.join(', ')} the tags of ${listed.length} are listed.`);
  },
);

import { randomBytes, randomUUID } from 'node:crypto';
import { allFilters } from '../../../fixtures/filters/all-filters.js';
import { viewsOf } from '../../../fixtures/filters/filter-relation.js';
import { test } from '../../../fixtures/filters/filter-test.js';
import { listedArchitectures, listedValues } from '../../../fixtures/filters/listed-values.js';
import { kindsOfSupport, kindsTogether, supportsApart } from '../../../fixtures/filters/supports-apart.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { readListedTags } from '../../../fixtures/tags/listed-tags.js';

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
  'the least disk of the page is taken by the list of tags',
  proves('list-tags.min-disk-one'),
  async ({ ims, judge }) => {
    judge.needs((await readListedTags(ims, { min_disk: 40 })).exchange, 'a minimum disk of 40 GB is accepted');
    judge.accepted((await readListedTags(ims, { min_disk: 1 })).exchange, 'a minimum disk of 1 GB is accepted');
  },
);

test('two flavors in one query of tags are noted', proves('list-tags.flavors'), async ({ ims, judge }) => {
  const { tags, exchange } = await readListedTags(ims, { flavor_id: 's6.small.1,s6.medium.2' });
  const { status } = exchange.response;
  judge.observe(status === 200 ? `It lists ${tags.length} tags.` : `It answers ${status}.`);
});

test('filters of tags hold together', proves('list-tags.combined'), async ({ ims, resources, tagListing }) => {
  const [vhd, raw] = [{ disk_format: 'vhd' }, { disk_format: 'raw' }];
  const kvm = { __support_kvm: 'true' };
  const kinds = [{ ...vhd, ...kvm }, vhd, { ...raw, ...kvm }];
  await tagListing.marks(await Promise.all(kinds.map((kind) => resources.queuedImage(ims, kind))));
  for (const of of [vhd, raw])
    for (const filters of [
      { ...of, ...kvm },
      { ...kvm, ...of },
    ])
      await tagListing.agrees(filters);
});

test(
  'no list of tags is of unregistered images',
  proves('list-tags.unregistered'),
  async ({ ims, resources, tagListing }) => {
    await tagListing.marks([await resources.queuedImage(ims)]);
    await tagListing.agrees({ __isregistered: 'false' }, { none: true, refusable: true });
  },
);

test(
  'a filter of tags of another type lets nothing through',
  proves('list-tags.filter-types'),
  async ({ ims, resources, tagListing }) => {
    await tagListing.marks([await resources.queuedImage(ims, { min_ram: 1024, min_disk: 40 })]);
    for (const [name, value] of [
      ['min_ram', 1024],
      ['min_disk', 40],
    ] as const) {
      await tagListing.agrees({ [name]: value });
      await tagListing.agrees({ [name]: 'much' }, { none: true, refusable: true });
    }
  },
);

test(
  'no word but a truth value lists tags of a protected image',
  proves('list-tags.filter-types'),
  async ({ guarded, tagListing }) => {
    await tagListing.marks([guarded]);
    await tagListing.agrees({ protected: 'true' });
    await tagListing.agrees({ protected: 'maybe' }, { none: true, refusable: true });
  },
);

test(
  'no word but a truth value lists the tags of a whole image',
  proves('list-tags.whole-image-types'),
  async ({ whole, tagListing }) => {
    await tagListing.marks([whole]);
    const { listed } = await tagListing.own({ id: whole.id, __whole_image: false }, ({ length }) => length === 0);
    // That a filter leaves out what has another value is a rule of its own.
    if (listed.length > 0) throw new Unjudged('The filter `__whole_image` leaves nothing out.');
    await tagListing.agrees({ __whole_image: 'maybe' }, { none: true, refusable: true });
  },
);

for (const [rule, what, filters] of [
  ['unlisted-values', 'a value', listedValues],
  ['unlisted-architecture', 'an architecture', listedArchitectures],
] as const)
  test(
    `${what} that no page lists lists no tags`,
    proves(`list-tags.${rule}`),
    async ({ ims, resources, tagListing }) => {
      await tagListing.marks([await resources.queuedImage(ims)]);
      for (const [name, values] of Object.entries(filters)) {
        const found = await Promise.all(values.map((value) => tagListing.own({ [name]: value })));
        // That a filter leaves out what has another value is a rule of its own.
        if (found.every(({ listed }) => listed.length > 0))
          throw new Unjudged(`The filter \`${name}\` leaves nothing out.`);
        const unlisted = `jj${randomBytes(4).toString('hex')}`;
        await tagListing.agrees({ [name]: unlisted }, { none: true, refusable: true });
      }
    },
  );

test(
  'a kind of support is asked for by true, of tags too',
  proves('list-tags.support-values'),
  async ({ ims, resources, tagListing }) => {
    const kinds = Object.fromEntries(kindsTogether.map((name) => [name, 'true']));
    await tagListing.marks([await resources.queuedImage(ims, kinds)]);
    for (const name of kindsTogether) {
      if ((await tagListing.own({ [name]: 'true' })).listed.length === 0)
        throw new Unjudged(`Its tags are not listed by \`${name}\`.`);
      for (const value of ['false', 'maybe'])
        await tagListing.agrees({ [name]: value }, { none: true, refusable: true });
    }
  },
);

test(
  'an absent enterprise project has no tags',
  proves('list-tags.absent-enterprise-project'),
  async ({ ims, resources, tagListing }) => {
    await tagListing.marks([await resources.queuedImage(ims)]);
    await tagListing.agrees({ enterprise_project_id: randomUUID() }, { none: true, refusable: true });
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

test(
  'tags of all enterprise projects are listed together',
  proves('list-tags.all-enterprise-projects'),
  async ({ ims, resources, tagListing }) => {
    await tagListing.marks([await resources.queuedImage(ims)]);
    await tagListing.agrees({ enterprise_project_id: 'all_granted_eps' });
  },
);

test(
  'tags are listed by their enterprise project',
  proves('list-tags.named-enterprise-project'),
  async ({ ims, resources, tagListing, provided, judge }) => {
    const named = { enterprise_project_id: provided.enterpriseProjectId ?? '' };
    const own = await resources.activeImage(ims, named);
    await tagListing.marks([own]);
    for (const [query, due] of [
      [named, 1],
      [{ enterprise_project_id: '0' }, 0],
    ] as const) {
      const read = await tagListing.own({ id: own.id, ...query }, ({ length }) => length === due);
      judge.accepted(read.exchange);
      judge.equal(read.listed.length, due, `the number of its tags with ${JSON.stringify(query)}`, read);
    }
  },
);

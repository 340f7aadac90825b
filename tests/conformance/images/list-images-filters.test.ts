import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { allFilters, nativeFilters } from '../../../fixtures/filters/all-filters.js';
import { judgeFilter, refused, viewsOf } from '../../../fixtures/filters/filter-relation.js';
import { test } from '../../../fixtures/filters/filter-test.js';
import { kindsOfSupport, supportsApart } from '../../../fixtures/filters/supports-apart.js';
import { type ImageView, imagesOf } from '../../../fixtures/images/image-view.js';
import { isTrue } from '../../../fixtures/images/shown-text.js';
import { fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { eachList } from '../../../fixtures/lists/each-list.js';
import type { Expectation, ListQuery } from '../../../fixtures/lists/image-listing.js';
import { readUntil } from '../../../fixtures/read-until.js';

const combined = [
  { disk_format: 'vhd', __support_kvm: 'true' },
  { disk_format: 'vhd' },
  { disk_format: 'raw', __support_kvm: 'true' },
  { disk_format: 'raw', __support_largememory: 'true' },
];
const twoFilters = fc
  .shuffledSubarray(
    [
      ['disk_format', 'vhd'],
      ['disk_format', 'raw'],
      ['__support_kvm', 'true'],
      ['__support_largememory', 'true'],
    ],
    { minLength: 2, maxLength: 2 },
  )
  .filter(([one, other]) => one?.[0] !== other?.[0]);

test('the disks of public images are noted', proves('list-images.public-disk-range'), async ({ listing, judge }) => {
  const { images } = await listing.all({ __imagetype: 'gold' });
  const sizes = images.map(({ min_disk: size = 0 }) => size).sort((one, other) => one - other);
  if (sizes.length === 0) throw new Unjudged('No public image is listed.');
  judge.observe(`Public images need ${sizes[0]} to ${sizes.at(-1)} GB.`);
});

eachList(['ListImages', 'GlanceListImages'], (of, list) => {
  for (const { id, what, make, relations } of list === 'ListImages' ? allFilters : nativeFilters) {
    test(`${what} lists just the images that have it`, of(id), async ({ ims, makers, listing, leavesNoneOut }) => {
      const own = await make(makers);
      for (const relation of relations(await viewsOf(listing, own), ims.projectId)) {
        await judgeFilter(listing, own, relation);
        await leavesNoneOut(relation);
      }
    });
  }

  test(
    'formats listed without a filter are noted',
    of('every-format'),
    async ({ ims, resources, listing, session, judge }) => {
      const formats = ['vhd', 'raw', 'qcow2'];
      const own = await Promise.all(formats.map((disk_format) => resources.queuedImage(ims, { disk_format })));
      const missing = async () => {
        const listed = (await listing.all()).images;
        return formats.filter((_, at) => !listed.some(({ id }) => id === own[at]?.id));
      };
      const left = await readUntil(missing, (some) => some.length === 0, session.configuration.consistencySeconds);
      judge.observe(left.length === 0 ? 'Images of each are listed.' : `No image of ${left.join(' and ')} is listed.`);
    },
  );

  test('only registered images are listed', of('isregistered'), async ({ image, images, listing, judge }) => {
    const { __isregistered } = await images.show(image);
    judge.that(isTrue(__isregistered), 'an own image is registered', `__isregistered is ${__isregistered}`);
    for (const filters of [{ __isregistered: 'true' }, {}] as ListQuery[]) {
      await listing.expect(filters, { holds: [image], fits: (listed) => isTrue(listed.__isregistered) });
    }
  });

  test('no list shows unregistered images', of('unregistered'), async ({ listing }) => {
    const filters = { __isregistered: 'false' };
    if (refused(await listing.ask(filters))) return;
    await listing.expect(filters, { fits: ({ __isregistered: seen }) => String(seen).toLowerCase() !== 'false' });
  });

  test('kinds of support that exclude each other are apart', of('support-apart'), async ({ listing, judge }) => {
    const { images, exchange } = await listing.all({ __imagetype: 'gold' });
    const has = (value: unknown) => !['', 'false', 'undefined', 'null'].includes(String(value).toLowerCase());
    const special = ['__support_xen_gpu_type', '__support_kvm_gpu_type', '__support_xen_hana'];
    const odd = images.find(
      (image) =>
        (special.some((kind) => has(image[kind])) && (isTrue(image.__support_xen) || isTrue(image.__support_kvm))) ||
        (isTrue(image.__support_kvm_infiniband) && isTrue(image.__support_xen)),
    );
    judge.that(!odd, 'no public image that has both', JSON.stringify(odd), { exchange });
  });

  test('public images need disks that there are', of('public-disk'), async ({ listing, judge }) => {
    const { images, exchange } = await listing.all({ __imagetype: 'gold' });
    const odd = images.find(({ min_disk: size = 1 }) => size < 1 || size > 1024);
    judge.that(!odd, 'a minimum disk of 1 to 1024 GB', JSON.stringify(odd), { exchange });
  });

  test('filters that exclude each other list nothing', of('support-together'), async ({ ims, resources, listing }) => {
    const own = await Promise.all(kindsOfSupport.map((kind) => resources.queuedImage(ims, kind)));
    await listing.awaits(own);
    for (const [one, other] of supportsApart) {
      const filters = { ...one, ...other };
      if (refused(await listing.ask(filters))) continue;
      // Each image has one kind of support: what asks for one of the two finds no third.
      const third = own.filter((_, at) => ![one, other].some((kind) => isDeepStrictEqual(kindsOfSupport[at], kind)));
      const alone = [one, other].map((filter) => ({ filter, expectation: { lacks: third } }));
      await listing.expectTogether(filters, { lacks: own }, alone);
    }
  });

  test('the query for public images lists them', of('public'), async ({ image, listing, leavesNoneOut }) => {
    const query = { __imagetype: 'gold', visibility: 'public', protected: true };
    const fits = (listed: ImageView) => Object.entries(query).every(([name, value]) => listed[name] === value);
    await listing.expect(query, { lacks: [image], fits });
    await leavesNoneOut({ filters: query, passes: fits });
  });

  test('filters of one query hold together', of('combined'), async ({ ims, resources, listing, forAll }) => {
    const own = await Promise.all(combined.map((properties) => resources.queuedImage(ims, properties)));
    const views = await viewsOf(listing, own);
    await forAll(twoFilters, async (pairs) => {
      const expected = (some: typeof pairs): Expectation => {
        const fits = (view: ImageView) =>
          some.every(([name = '', value]) => String(view[name]).toLowerCase() === value);
        const [holds = [], lacks = []] = [true, false].map((fit) =>
          own.filter((_, at) => fits(views[at] as ImageView) === fit),
        );
        return { holds, lacks, fits };
      };
      const all = [...pairs, ['status', 'queued']];
      const alone = all.map((pair) => ({
        filter: Object.fromEntries([pair]) as ListQuery,
        expectation: expected([pair]),
      }));
      await listing.expectTogether(Object.fromEntries(all), expected(pairs), alone);
    });
  });
});

test('public images are of nothing', proves('list-images.public-origin'), async ({ listing, judge }) => {
  const { images, exchange } = await listing.all({ __imagetype: 'gold' });
  const odd = images.find(({ __data_origin, __originalimagename }) => __data_origin || __originalimagename);
  judge.that(!odd, 'no public image that is of another one', JSON.stringify(odd)?.slice(0, 600), { exchange });
});

test('filters take truth with a capital', proves('list-images.boolean-case'), async ({ image, listing }) => {
  await listing.expect({ protected: 'False' }, { holds: [image], fits: (listed) => listed.protected === false });
  await listing.expect({ protected: 'True' }, { lacks: [image], fits: (listed) => listed.protected === true });
  await listing.expect({ __isregistered: 'True' }, { holds: [image] });
});

test('on no flavor runs no image', proves('list-images.absent-flavor'), async ({ ims, judge }) => {
  const flavor_id = `zz${randomBytes(4).toString('hex')}.none.1`;
  const exchange = await ims.call('ListImages', { query: { flavor_id } });
  if (refused(exchange)) return;
  judge.equal(imagesOf(exchange), [], 'the images', { exchange });
});

test('two flavors in one query are noted', proves('list-images.flavors'), async ({ ims, judge }) => {
  const exchange = await ims.call('ListImages', { query: { flavor_id: 's6.small.1,s6.medium.2' } });
  const { status } = exchange.response;
  judge.observe(status === 200 ? `It lists ${imagesOf(exchange).length} images.` : `It answers ${status}.`);
});

test(
  'no filter lists every enterprise project',
  proves('list-images.every-enterprise-project'),
  async ({ ims, image, resources, listing, provided }) => {
    const own = await resources.activeImage(ims, { enterprise_project_id: provided.enterpriseProjectId });
    await listing.expect({}, { holds: [image, own] });
  },
);

test(
  'an enterprise project lists its images, and all together list every one',
  proves('list-images.enterprise-project'),
  async ({ ims, image, resources, listing, provided }) => {
    const holds = [image];
    const { enterpriseProjectId: enterprise_project_id, objects } = provided;
    if (enterprise_project_id && objects.qcow2) {
      holds.push(await resources.activeImage(ims, { enterprise_project_id }));
    }
    await listing.expect({ enterprise_project_id: 'all_granted_eps' }, { holds });
    const [ofDefault, ofNamed] = holds;
    if (!enterprise_project_id || !ofDefault || !ofNamed) return;
    await listing.expect({ enterprise_project_id }, { holds: [ofNamed], lacks: [ofDefault] });
    await listing.expect({ enterprise_project_id: '0' }, { holds: [ofDefault], lacks: [ofNamed] });
  },
);

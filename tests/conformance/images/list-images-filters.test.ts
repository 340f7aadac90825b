import { randomUUID } from 'node:crypto';
import { isTrue, judgeFilter } from '../../../fixtures/filter-relation.js';
import type { ListQuery } from '../../../fixtures/image-listing.js';
import { test } from '../../../fixtures/image-test.js';
import type { ImageView } from '../../../fixtures/image-view.js';
import { proves } from '../../../fixtures/index.js';

test(
  'only registered images are listed',
  proves('list-images.isregistered'),
  async ({ image, images, listing, judge }) => {
    const { __isregistered } = await images.show(image);
    judge.that(isTrue(__isregistered), 'an own image is registered', `__isregistered is ${__isregistered}`);
    for (const filters of [{ __isregistered: 'true' }, {}] as ListQuery[]) {
      await listing.expect(filters, { holds: [image], fits: (listed) => isTrue(listed.__isregistered) });
    }
  },
);

test('a container format lists only its images', proves('list-images.container-format'), async ({ image, listing }) => {
  const fits = ({ container_format }: ImageView) => container_format === 'bare';
  await listing.expect({ container_format: 'bare' }, { holds: [image], fits });
});

test('a disk format lists only its images', proves('list-images.disk-format'), async ({ ims, resources, listing }) => {
  const formats = ['vhd', 'raw', 'qcow2'];
  const own = await Promise.all(formats.map((disk_format) => resources.queuedImage(ims, { disk_format })));
  for (const disk_format of formats) {
    await judgeFilter(listing, own, {
      filters: { disk_format },
      passes: (image) => image.disk_format === disk_format,
    });
  }
});

test(
  'a minimum memory lists the images that have it',
  proves('list-images.min-ram'),
  async ({ ims, resources, listing }) => {
    const [small, large] = [
      await resources.queuedImage(ims, { min_ram: 1024 }),
      await resources.queuedImage(ims, { min_ram: 2048 }),
    ];
    // Larger memories than asked for are left open: one reading compares by "at least".
    await listing.expect({ min_ram: 1024 }, { holds: [small] });
    await listing.expect({ min_ram: 2048 }, { holds: [large], lacks: [small] });
    await listing.expect({ min_ram: 2049 }, { lacks: [small, large] });
  },
);

test(
  'all images are listed up to 500',
  proves('list-images.default-limit'),
  async ({ ims, resources, listing, judge }) => {
    const own = [await resources.queuedImage(ims), await resources.queuedImage(ims)];
    await listing.awaits(own);
    const before = await listing.all();
    const { images, exchange } = await listing.page();
    const after = await listing.all();
    judge.that(images.length <= 500, 'at most 500 images', `${images.length} are listed`, { exchange });
    const ids = (list: { id: string }[]) => new Set(list.map(({ id }) => id));
    const [listed, later] = [ids(images), ids(after.images)];
    // What others make or delete meanwhile says nothing: an image counts that was there before and is there after.
    const missing = before.images.find(({ id }) => later.has(id) && !listed.has(id));
    const what = `the list has ${images.length} images and not ${missing?.id}, which exists`;
    judge.that(images.length >= 500 || !missing, 'every image of a list that is shorter than 500', what, { exchange });
  },
);

test(
  'an enterprise project lists only its images',
  proves('list-images.enterprise-project'),
  async ({ ims, image, listing, judge }) => {
    const isDefault = ({ enterprise_project_id: id }: ImageView) => String(id || '0') === '0';
    const [view] = (await listing.page({ id: image.id })).images;
    await listing.expect({ enterprise_project_id: 'all_granted_eps' }, { holds: [image] });
    const place = view && isDefault(view) ? { holds: [image] } : { lacks: [image] };
    await listing.expect({ enterprise_project_id: '0' }, { ...place, fits: isDefault });
    const exchange = await ims.call('ListImages', { query: { enterprise_project_id: randomUUID(), id: image.id } });
    const body = exchange.response.text;
    judge.that(!body.includes(`"${image.name}"`), 'no image of ours in a project that does not exist', body, {
      exchange,
    });
  },
);

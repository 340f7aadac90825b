import { isTrue, judgeFilter } from '../../../fixtures/filter-relation.js';
import { test } from '../../../fixtures/image-test.js';
import { proves } from '../../../fixtures/index.js';

const kinds = ['kvm', 'xen', 'largememory', 'diskintensive', 'highperformance', 'xen_hana', 'kvm_infiniband'];

for (const kind of kinds) {
  const property = `__support_${kind}`;
  test(
    `${kind} lists only images that support it`,
    proves(`list-images.support-${kind.replaceAll('_', '-')}`),
    async ({ ims, resources, listing }) => {
      const own = [await resources.queuedImage(ims), await resources.queuedImage(ims, { [property]: 'true' })];
      await judgeFilter(listing, own, {
        filters: { [property]: 'true' },
        passes: (listed) => isTrue(listed[property]),
      });
    },
  );
}

for (const [kind, types] of [
  ['xen_gpu_type', ['M60', 'M60_vGPU']],
  ['kvm_gpu_type', ['V100', 'V100_vGPU']],
] as const) {
  const property = `__support_${kind}`;
  test(
    `${kind} lists only images of that type`,
    proves(`list-images.support-${kind.replaceAll('_', '-')}`),
    async ({ ims, resources, listing }) => {
      const own = await Promise.all(types.map((type) => resources.queuedImage(ims, { [property]: type })));
      for (const type of types) {
        const passes = (listed: Record<string, unknown>) =>
          String(listed[property]).toLowerCase() === type.toLowerCase();
        await judgeFilter(listing, own, { filters: { [property]: type }, passes });
      }
    },
  );
}

test('a board type leaves out other images', proves('list-images.support-board'), async ({ image, listing }) => {
  for (const board of ['s4l', 'd1', 'p1']) {
    const property = `__support_${board}`;
    await listing.expect({ [property]: 'true' }, { lacks: [image], fits: (listed) => isTrue(listed[property]) });
  }
});

test(
  'kinds of support that exclude each other are apart',
  proves('list-images.support-apart'),
  async ({ listing, judge }) => {
    const { images, exchange } = await listing.all({ __imagetype: 'gold' });
    const has = (value: unknown) => !['', 'false', 'undefined', 'null'].includes(String(value).toLowerCase());
    const odd = images.find(
      (image) =>
        (has(image.__support_xen_gpu_type) || has(image.__support_kvm_gpu_type) || isTrue(image.__support_xen_hana)) &&
        (isTrue(image.__support_xen) || isTrue(image.__support_kvm)),
    );
    judge.that(!odd, 'no public image that has both', JSON.stringify(odd), { exchange });
  },
);

import { test as base } from '../../../fixtures/image-test.js';
import type { ImageView } from '../../../fixtures/image-view.js';
import { proves } from '../../../fixtures/index.js';

/** An image of a file, as it is shown. */
const test = base.extend<{ view: ImageView }>({
  view: async ({ ims, images, resources }, use) => {
    await use(await images.show(await resources.activeImage(ims, { os_version: 'CentOS 7.3 64bit' })));
  },
});

test('an image of a file has 32 or 64 bits', proves('glance-show-image.os-bit'), async ({ view, judge }) => {
  judge.that([undefined, '32', '64'].includes(view.__os_bit as string), '__os_bit 32 or 64', `${view.__os_bit}`);
});

/** What a property can be, if it is shown. */
const sets: Record<string, string[]> = {
  virtual_env_type: ['FusionCompute', 'Ironic', 'DataImage', 'IsoImage'],
  __os_type: ['Linux', 'Windows', 'Other'],
  hw_firmware_type: ['bios', 'uefi'],
  disk_format: ['vhd', 'zvhd', 'zvhd2', 'raw', 'qcow2', 'iso'],
  __image_source_type: ['uds'],
  __root_origin: ['file'],
};

for (const [property, values] of Object.entries(sets)) {
  test(`${property} is one of a set`, proves('glance-show-image.value-sets'), async ({ view, judge }) => {
    const value = String(view[property] ?? '').toLowerCase();
    const known = ['', ...values.map((one) => one.toLowerCase())];
    judge.that(known.includes(value), `${property} ${values.join(', ')}`, `${view[property]}`);
  });
}

test('an image of a file comes of nothing else', proves('glance-show-image.origin'), async ({ view, judge }) => {
  for (const property of ['__originalimagename', '__backup_id']) {
    judge.equal(view[property] ?? '', '', `${property} of an image of a file`);
  }
});

test('further features are told in JSON', proves('glance-show-image.os-features'), async ({ view, judge }) => {
  const { __os_feature_list: features } = view;
  judge.that(!features || isJson(features), '__os_feature_list in JSON', String(features));
});

function isJson(text: unknown): boolean {
  try {
    JSON.parse(String(text));
    return true;
  } catch {
    return false;
  }
}

import { test as base } from '../../../fixtures/image-test.js';
import { type ImageView, imageOf } from '../../../fixtures/image-view.js';
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

test(
  'an active image has a file of some size',
  proves('glance-show-image.image-size'),
  async ({ ims, active, judge }) => {
    const exchange = judge.accepted(await ims.call('GlanceShowImage', { path: { image_id: active.id } }));
    const size = imageOf(exchange)?.__image_size;
    const fits = size === undefined || (/^[0-9]+$/.test(String(size)) && BigInt(String(size)) > 0n);
    judge.that(fits, 'a whole number above 0 as __image_size', JSON.stringify(size), { exchange });
  },
);

function isJson(text: unknown): boolean {
  try {
    JSON.parse(String(text));
    return true;
  } catch {
    return false;
  }
}

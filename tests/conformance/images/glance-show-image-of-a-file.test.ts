import { isListInJson } from '../../../fixtures/images/image-coherence.js';
import { test as base } from '../../../fixtures/images/image-test.js';
import type { ImageView } from '../../../fixtures/images/image-view.js';
import { proves } from '../../../fixtures/index.js';

/** An image of a file, as it is shown. */
const test = base.extend<{ view: ImageView }>({
  view: async ({ ims, images, resources }, use) => {
    await use(await images.show(await resources.activeImage(ims, { os_version: 'CentOS 7.3 64bit' })));
  },
});

test('an image of a file comes of nothing else', proves('glance-show-image.origin'), async ({ view, judge }) => {
  for (const property of ['__originalimagename', '__backup_id']) {
    judge.equal(view[property] ?? '', '', `${property} of an image of a file`);
  }
});

test('further features are told in JSON', proves('glance-show-image.os-features'), async ({ view, judge }) => {
  const { __os_feature_list: features } = view;
  judge.that(!features || isListInJson(features), '__os_feature_list as a list in JSON', String(features));
});

import { test } from '../../../fixtures/image-test.js';
import { proves } from '../../../fixtures/index.js';

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

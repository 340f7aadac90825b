import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OwnImage } from '../../../fixtures/books/resources.js';
import { test } from '../../../fixtures/filling/fill-test.js';
import { ownFile } from '../../../fixtures/filling/image-file.js';
import type { ImageView } from '../../../fixtures/images/image-view.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';

/** Lies between the metadata and the file, whose times then differ to the second; in milliseconds. */
const waiting = 3100;

test('a public image has no origin', proves('glance-show-image.public-origin'), async ({ images, listing, judge }) => {
  const { images: open } = await listing.page({ __imagetype: 'gold', limit: 3 });
  if (open.length === 0) throw new Unjudged('No public image is listed.');
  for (const { id } of open) {
    const view = await images.show({ id });
    for (const name of ['__originalimagename', '__data_origin']) judge.equal(view[name] ?? '', '', `${name} of ${id}`);
  }
});

test(
  'an image with a file has some size',
  proves('glance-show-image.image-size'),
  async ({ uploaded, ims, images, resources, session, file, judge }) => {
    const isSized = async (image: OwnImage) => {
      const { __image_size: size } = await images.settled(image, fits);
      judge.that(fits({ id: '', __image_size: size }), 'a whole number above 0 as __image_size', JSON.stringify(size));
    };
    await isSized(uploaded);
    if (file && session.profile.operations.includes('CreateImage')) await isSized(await resources.activeImage(ims));
  },
);

test(
  'an image tells when it became active',
  proves('glance-show-image.active-at'),
  async ({ ims, filling, resources, images, judge }) => {
    const image = await filling.preparedFor('qcow2');
    await sleep(waiting);
    judge.needs(await filling.upload(image, ownFile('qcow2')), 'the upload of a file is accepted');
    if ((await filling.stateOf(image)) !== 'active') throw new Unjudged('The image of an uploaded file is not active.');
    const { active_at: at, created_at } = await images.show(image);
    const told = Date.parse(String(at));
    const isLater = told > Date.parse(String(created_at)) && told <= Date.now() + 10 * 60_000;
    judge.that(!at || isLater, `a time after ${created_at} as active_at`, String(at));
    const { active_at: never } = await images.show(await resources.queuedImage(ims));
    judge.equal(never ?? '', '', 'active_at of an image without a file');
  },
);

test(
  'an image that is there is not marked as deleted',
  proves('glance-show-image.deleted'),
  async ({ ims, uploaded, resources, images, judge }) => {
    for (const image of [uploaded, await resources.queuedImage(ims)]) {
      const { deleted, deleted_at: at, status } = await images.show(image);
      const told = [String(deleted || 'false').toLowerCase(), at ?? ''];
      judge.equal(told, ['false', ''], `deleted and deleted_at of an image that is ${status}`);
    }
  },
);

test('a checksum is that of an MD5', proves('glance-show-image.checksum'), async ({ uploaded, images, judge }) => {
  const { checksum } = await images.show(uploaded);
  judge.that(/^([0-9a-f]{32})?$/i.test(String(checksum ?? '')), '32 hexadecimal digits', String(checksum));
});

test(
  'of what a checksum and a size are, is noted',
  proves('glance-show-image.checksum-of-file', 'glance-show-image.size-of-file'),
  async ({ filling, images, judge }) => {
    const bytes = ownFile('qcow2');
    const image = await filling.preparedFor('qcow2');
    judge.needs(await filling.upload(image, bytes), 'the upload of a file is accepted');
    await filling.stateOf(image);
    const { checksum, __image_size: size } = await images.settled(image, fits);
    const md5 = createHash('md5').update(bytes).digest('hex');
    const seen = checksum ? 'another one' : 'none';
    judge.observe(`The checksum is ${String(checksum).toLowerCase() === md5 ? 'the MD5 of the file' : seen}.`);
    const length =
      Number(size) === bytes.length ? 'that of the file' : `${size ?? 'not told'}, of a file of ${bytes.length} bytes`;
    judge.observe(`The size is ${length}.`, 'glance-show-image.size-of-file');
  },
);

/** Whether the size, where it is shown, is that of a file. */
function fits({ __image_size: size }: ImageView): boolean {
  return size === undefined || (/^[0-9]+$/.test(String(size)) && BigInt(String(size)) > 0n);
}

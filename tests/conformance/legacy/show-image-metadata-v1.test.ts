import { absentId } from '../../../fixtures/arbitraries/absent-id.js';
import { test } from '../../../fixtures/image-test.js';
import { proves } from '../../../fixtures/index.js';
import { fromHeaders, secondsOf, sharedProperties } from '../../../fixtures/legacy-view.js';

test(
  'headers show what version 2 shows',
  proves('show-image-metadata-v1.headers'),
  async ({ ims, resources, images, judge }) => {
    for (const properties of [
      { disk_format: 'vhd', min_disk: 41 },
      { disk_format: 'qcow2', min_ram: 1024 },
    ]) {
      const image = await resources.queuedImage(ims, properties);
      const view = await images.show(image);
      const exchange = judge.accepted(await ims.call('ShowImageMetadataV1', { path: { image_id: image.id } }));
      judge.equal(sharedProperties(fromHeaders(exchange)), sharedProperties(view), 'the headers', { exchange });
    }
  },
);

test('headers tell truths apart', proves('show-image-metadata-v1.truths'), async ({ ims, image, listing, judge }) => {
  const [open] = (await listing.page({ visibility: 'public', limit: 1 })).images;
  for (const { id, isPublic } of [
    { id: image.id, isPublic: false },
    ...(open ? [{ id: open.id, isPublic: true }] : []),
  ]) {
    const exchange = judge.accepted(await ims.call('ShowImageMetadataV1', { path: { image_id: id } }));
    const { is_public, deleted, protected: kept } = fromHeaders(exchange);
    const told = [is_public, deleted].map((text) => text?.toLowerCase());
    judge.equal(told, [String(isPublic), 'false'], 'is_public and deleted', { exchange });
    const own = id === image.id ? /^false$/i : /^(true|false)$/i;
    judge.that(own.test(kept ?? ''), 'whether it is protected', `${kept}`, { exchange });
  }
});

test('headers name the times', proves('show-image-metadata-v1.times'), async ({ ims, resources, images, judge }) => {
  const image = await resources.queuedImage(ims);
  const view = await images.show(image);
  const exchange = judge.accepted(await ims.call('ShowImageMetadataV1', { path: { image_id: image.id } }));
  const headers = fromHeaders(exchange);
  for (const name of ['created_at', 'updated_at'] as const) {
    judge.equal(secondsOf(headers[name]), secondsOf(view[name]), `${name} in seconds`, { exchange });
  }
});

test(
  'an absent image has no metadata',
  proves('show-image-metadata-v1.absent'),
  async ({ ims, image, forAll, judge }) => {
    await forAll(absentId(image.id), async (image_id) => {
      judge.rejected(await ims.call('ShowImageMetadataV1', { path: { image_id } }), 'an absent image is refused');
    });
    judge.accepted(await ims.call('ShowImageMetadataV1', { path: { image_id: image.id } }), 'an own image is accepted');
  },
);

test(
  'a file has a size and a checksum in the headers',
  proves('show-image-metadata-v1.file'),
  async ({ ims, active, judge }) => {
    const exchange = judge.accepted(await ims.call('ShowImageMetadataV1', { path: { image_id: active.id } }));
    const { size, checksum } = fromHeaders(exchange);
    judge.that(/^\d+$/.test(size ?? ''), 'a whole number as the size', `${size}`, { exchange });
    judge.that((checksum ?? '') !== '', 'a checksum', `${checksum}`, { exchange });
  },
);

test(
  "another project's metadata is not shown",
  proves('show-image-metadata-v1.foreign'),
  async ({ ims, member, resources, judge }) => {
    const path = { image_id: (await resources.queuedImage(member)).id };
    judge.rejected(await ims.call('ShowImageMetadataV1', { path }), "another project's image is refused");
    judge.accepted(await member.call('ShowImageMetadataV1', { path }), 'its owner is answered');
  },
);

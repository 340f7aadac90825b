import { isDeepStrictEqual } from 'node:util';
import { absentId } from '../../../fixtures/arbitraries/absent-id.js';
import { test } from '../../../fixtures/filling/fill-test.js';
import { proves } from '../../../fixtures/index.js';
import { changedImage } from '../../../fixtures/legacy/changed-image.js';
import { fromHeaders, sharedProperties, timesOf } from '../../../fixtures/legacy/legacy-view.js';
import { readUntil } from '../../../fixtures/read-until.js';

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

test(
  'headers of an image with a file show what version 2 shows',
  proves('show-image-metadata-v1.headers'),
  async ({ ims, uploaded, images, judge }) => {
    const read = async () => {
      const exchange = await ims.call('ShowImageMetadataV1', { path: { image_id: uploaded.id } });
      return {
        exchange,
        told: sharedProperties(fromHeaders(exchange)),
        due: sharedProperties(await images.show(uploaded)),
      };
    };
    const fits = ({ told, due }: Awaited<ReturnType<typeof read>>) => isDeepStrictEqual(told, due);
    // That it has its file may be known to one version before the other.
    const { exchange, told, due } = await readUntil(read, fits, images.patience.consistencySeconds);
    judge.equal(told, due, 'the headers', { exchange: judge.accepted(exchange) });
  },
);

test(
  'headers tell truths apart',
  proves('show-image-metadata-v1.truths'),
  async ({ ims, image, images, listing, judge }) => {
    const [open] = (await listing.page({ visibility: 'public', limit: 1 })).images;
    for (const { id } of [image, ...(open ? [open] : [])]) {
      const view = await images.show({ id });
      const exchange = judge.needs(await ims.call('ShowImageMetadataV1', { path: { image_id: id } }));
      const { is_public, deleted, protected: kept } = fromHeaders(exchange);
      const told = [is_public, deleted, kept].map((text) => text?.toLowerCase());
      const due = [view.visibility === 'public', false, view.protected].map(String);
      judge.equal(told, due, 'is_public, deleted and protected', { exchange });
    }
  },
);

test('headers name the times', proves('show-image-metadata-v1.times'), async ({ ims, resources, images, judge }) => {
  const image = await changedImage(ims, resources, images);
  const read = async () => {
    const exchange = await ims.call('ShowImageMetadataV1', { path: { image_id: image.id } });
    return { exchange, told: timesOf(fromHeaders(exchange)), due: timesOf(await images.show(image)) };
  };
  // A target may touch a new image once more between both answers.
  const seconds = Math.max(2, images.patience.consistencySeconds);
  const { exchange, told, due } = await readUntil(read, (both) => isDeepStrictEqual(both.told, both.due), seconds);
  judge.equal(told, due, 'created_at and updated_at in seconds', { exchange: judge.needs(exchange) });
});

test(
  'an absent image has no metadata',
  proves('show-image-metadata-v1.absent'),
  async ({ ims, image, forAll, judge }) => {
    await forAll(absentId(image.id), async (image_id) => {
      judge.rejected(await ims.call('ShowImageMetadataV1', { path: { image_id } }), 'an absent image is refused');
    });
    judge.needs(await ims.call('ShowImageMetadataV1', { path: { image_id: image.id } }), 'an own image is accepted');
  },
);

test(
  "another project's metadata is not shown",
  proves('show-image-metadata-v1.foreign'),
  async ({ ims, member, resources, judge }) => {
    const path = { image_id: (await resources.queuedImage(member)).id };
    judge.rejected(await ims.call('ShowImageMetadataV1', { path }), "another project's image is refused");
    judge.needs(await member.call('ShowImageMetadataV1', { path }), 'its owner is answered');
  },
);

import { randomUUID } from 'node:crypto';
import { inBatches } from '../../../fixtures/books/in-batches.js';
import { test } from '../../../fixtures/filling/fill-test.js';
import { ownFile, ownFormats } from '../../../fixtures/filling/image-file.js';
import { refused } from '../../../fixtures/filters/filter-relation.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { readUntil } from '../../../fixtures/read-until.js';

/** So many images are alive at once. */
const atOnce = 3;

test('an upload answers 204 without a body', proves('glance-upload-image.no-content'), async ({ filling, judge }) => {
  const image = await filling.preparedFor('qcow2');
  const answer = judge.status(await filling.upload(image, ownFile('qcow2')), 204);
  judge.equal(answer.response.text, '', 'the body', { exchange: answer });
  await filling.stateOf(image);
});

test('an upload makes the image active', proves('glance-upload-image.active'), async ({ filling, judge }) => {
  const image = await filling.preparedFor('qcow2');
  judge.accepted(await filling.upload(image, ownFile('qcow2')), 'the upload of a qcow2 file is accepted');
  judge.equal(await filling.stateOf(image), 'active', 'the state of the image');
});

test('an image is uploaded once', proves('glance-upload-image.once'), async ({ filling, judge }) => {
  const image = await filling.preparedFor('qcow2');
  judge.needs(await filling.upload(image, ownFile('qcow2')), 'the upload of a file is accepted');
  if ((await filling.stateOf(image)) !== 'active') throw new Unjudged('The image of an upload does not become active.');
  judge.rejected(await filling.upload(image, ownFile('qcow2')), 'a second upload is refused');
  judge.equal(await filling.stateOf(image, 0), 'active', 'the state of the image');
});

test(
  'every documented format can be uploaded',
  proves('glance-upload-image.formats'),
  async ({ filling, resources, judge }) => {
    const uploads = async (format: (typeof ownFormats)[number]) => {
      const image = await filling.preparedFor(format);
      const exchange = await filling.upload(image, ownFile(format));
      const state = exchange.response.status < 400 ? await filling.stateOf(image) : 'queued';
      if (state !== 'active') await filling.filled(format === 'qcow2' ? 'vhd' : 'qcow2');
      judge.accepted(exchange, `the upload of a file of ${format} is accepted`);
      judge.equal(state, 'active', `the state of the image of ${format}`);
    };
    await inBatches(ownFormats, atOnce, uploads, () => resources.release());
  },
);

test(
  'provided files of formats that are not published can be uploaded',
  proves('glance-upload-image.provided-formats'),
  async ({ filling, provided, session, resources, judge }) => {
    for (const format of ['zvhd', 'zvhd2']) {
      const bytes = await session.store?.whole(provided.objects[format] ?? '');
      if (!bytes) throw new Unjudged('The object store cannot be looked into.');
      const isNamed = session.profile.lists.metadataDiskFormats.includes(format);
      const image = await filling.prepared(isNamed ? { disk_format: format, container_format: 'bare' } : {});
      const exchange = await filling.upload(image, bytes);
      const state = exchange.response.status < 400 ? await filling.stateOf(image) : 'queued';
      if (state !== 'active') await filling.filled();
      judge.accepted(exchange, `the upload of a file of ${format} is accepted`);
      judge.equal(state, 'active', `the state of the image of ${format}`);
      await resources.release();
    }
  },
);

test('an upload holds a file', proves('glance-upload-image.file-required'), async ({ filling, judge }) => {
  const image = await filling.preparedFor('qcow2');
  const exchange = await filling.upload(image, Buffer.alloc(0));
  if (exchange.response.status >= 400) judge.rejected(exchange, 'an upload without a file is refused');
  const state = await filling.unfilledState(image, exchange);
  judge.that(state !== 'active', 'an image that is not active', `the state ${state}`, { exchange });
  const other = await filling.preparedFor('qcow2');
  judge.needs(await filling.upload(other, ownFile('qcow2')), 'an upload with a file is accepted');
  await filling.stateOf(other);
});

test(
  'a broken file fills no image',
  proves('glance-upload-image.broken-file', 'glance-upload-image.broken-state'),
  async ({ filling, judge }) => {
    const whole = ownFile('qcow2');
    for (const length of [20, 100]) {
      const image = await filling.preparedFor('qcow2');
      const exchange = await filling.upload(image, whole.subarray(0, length));
      if (exchange.response.status >= 400) judge.rejected(exchange, `the first ${length} bytes of a file are refused`);
      const state = await filling.unfilledState(image, exchange);
      const seen = `The upload of ${length} bytes is answered ${exchange.response.status}; the image is ${state}.`;
      judge.observe(seen, 'glance-upload-image.broken-state');
      judge.that(state !== 'active', 'an image that is not active', `the state ${state}`, { exchange });
    }
    const image = await filling.preparedFor('qcow2');
    judge.needs(await filling.upload(image, whole), 'the whole file is accepted');
    await filling.stateOf(image);
  },
);

test('an absent image takes no upload', proves('glance-upload-image.absent-image'), async ({ filling, judge }) => {
  const exchange = await filling.upload({ id: randomUUID() }, ownFile('qcow2'));
  judge.rejected(exchange, 'an upload to an image that does not exist is refused');
  const image = await filling.preparedFor('qcow2');
  judge.needs(await filling.upload(image, ownFile('qcow2')), 'an upload to an image that is there is accepted');
  await filling.stateOf(image);
});

test(
  'a deleted image takes no upload',
  proves('glance-upload-image.deleted-image'),
  async ({ filling, ims, images, judge }) => {
    const image = await filling.preparedFor('qcow2');
    judge.needs(await ims.call('GlanceDeleteImage', { path: { image_id: image.id } }));
    const isDeleted = (state: string) => state === 'deleted';
    const state = await readUntil(() => filling.stateOf(image, 0), isDeleted, images.patience.deletionSeconds);
    if (!isDeleted(state)) throw new Unjudged(`The image is not deleted: ${state}.`);
    judge.rejected(await filling.upload(image, ownFile('qcow2')), 'an upload to a deleted image is refused');
  },
);

test(
  "another project's image takes no upload",
  proves('glance-upload-image.foreign-image'),
  async ({ filling, member, judge }) => {
    const image = await filling.preparedFor('qcow2');
    const exchange = await filling.upload(image, ownFile('qcow2'), member);
    judge.rejected(exchange, "an upload to another project's image is refused");
    judge.equal(await filling.stateOf(image, 0), 'queued', 'the state of the image');
    judge.needs(await filling.upload(image, ownFile('qcow2')), "an upload to the project's own image is accepted");
    await filling.stateOf(image);
  },
);

test(
  'only prepared images take uploads',
  proves('glance-upload-image.other-images'),
  async ({ filling, ims, resources, images, judge }) => {
    const image = await resources.activeImage(ims);
    const before = await images.settled(image, (view) => view.status === 'active');
    // Longer than the file of the image may be: what took its place is told by its size alone.
    const exchange = await filling.upload(image, Buffer.concat([ownFile('qcow2'), Buffer.alloc(64 * 1024)]));
    // The upload fails, the page says, and not when: it may be taken and come to nothing.
    if (refused(exchange)) judge.rejected(exchange, 'an upload to an image made of a file is refused');
    const { status, ...after } = await images.settled(image, (view) => view.status === 'active');
    judge.equal(status, 'active', 'the state of the image');
    for (const fact of ['size', 'checksum', '__image_size'] as const)
      judge.equal(after[fact], before[fact], `the ${fact} of the image`);
    const other = await filling.preparedFor('qcow2');
    judge.needs(await filling.upload(other, ownFile('qcow2')), 'an upload to prepared metadata is accepted');
    await filling.stateOf(other);
  },
);

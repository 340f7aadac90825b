import { randomBytes, randomUUID } from 'node:crypto';
import { test } from '../../../fixtures/filling/fill-test.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';

test('a registration names a file', proves('register-image.image-url-required'), async ({ filling, file, judge }) => {
  const image = await filling.prepared();
  judge.rejected((await filling.register(image, {})).exchange, 'a body without image_url is refused');
  const { exchange } = await filling.register(image, { image_url: file });
  judge.needs(exchange, 'a body with image_url is accepted');
});

test(
  'a registered file is named in full',
  proves('register-image.image-url'),
  async ({ filling, file, comesToNothing, judge }) => {
    const [bucket = '', ...rest] = file.split(':');
    const key = rest.join(':');
    let image = await filling.prepared();
    for (const url of [key, bucket, `${bucket}:`, `:${key}`, ':', `${bucket}/${key}`, '', 7, {}, [file]]) {
      const registration = await filling.register(image, { image_url: url });
      const what = `the address ${JSON.stringify(url)}`;
      if (typeof url === 'object') judge.rejected(registration.exchange, `${what} is refused`);
      else comesToNothing(registration, what);
      // What a failed job leaves of an image may take no other file.
      if (registration.exchange.response.status < 400) image = await filling.prepared();
    }
    const { exchange } = await filling.register(image, { image_url: file });
    judge.needs(exchange, 'an address of the form bucket:key is accepted');
  },
);

test('an absent file fills no image', proves('register-image.absent-file'), async ({ file, fills, fillsNone }) => {
  await fills(file, 'a file that is there');
  const absent = `${file.split(':')[0]}:ims-conformance-${randomBytes(8).toString('hex')}.qcow2`;
  await fillsNone(absent, 'a file that does not exist');
});

test('an absent bucket fills no image', proves('register-image.absent-bucket'), async ({ file, fills, fillsNone }) => {
  await fills(file, 'a file in a bucket that is there');
  await fillsNone(`ims-conformance-${randomBytes(8).toString('hex')}:disk.qcow2`, 'a file in an absent bucket');
  await fillsNone('Ims_Conformance!:disk.qcow2', 'a file in a bucket that none can be');
});

test(
  'a registration takes rights to its bucket',
  proves('register-image.obs-permission'),
  async ({ filling, file, fills, bucketless, comesToNothing, judge }) => {
    await fills(file, 'a file for a user with rights in the object store');
    const image = await filling.prepared();
    const registration = await filling.register(image, { image_url: file }, bucketless);
    comesToNothing(registration, 'a registration by a user without them');
    judge.that((await filling.stateOf(image, 0)) !== 'active', 'an image that is not active', 'the state active');
  },
);

test(
  'a file of no use fills no image',
  proves('register-image.unfit-files'),
  async ({ file, provided, fills, fillsNone }) => {
    const { brokenFile, remoteFile, hugeFile, blankFile } = provided.unfit;
    await fills(file, 'a file of a documented format');
    await fillsNone(brokenFile, 'a file that is no image');
    await fillsNone(remoteFile, 'a file of another region');
    await fillsNone(hugeFile, 'a file of more than 1 TB');
    await fillsNone(blankFile, 'a file with a blank in its name');
  },
);

test(
  'an empty file fills no image',
  proves('register-image.empty-file'),
  async ({ file, provided, fills, fillsNone }) => {
    await fills(file, 'a usual file');
    await fillsNone(provided.unfit.emptyFile, 'a file of 0 bytes');
  },
);

test(
  'a registered file is not large',
  proves('register-image.conversion-size'),
  async ({ file, provided, fills, fillsNone }) => {
    await fills(file, 'a usual file');
    await fillsNone(provided.unfit.largeFile, 'a file of more than 128 GB');
  },
);

test(
  'a registered file lies in standard storage',
  proves('register-image.standard-storage'),
  async ({ provided, fills, fillsNone }) => {
    await fills(provided.objects.zvhd2, 'a file in standard storage');
    await fillsNone(provided.objects.warmZvhd2, 'a file in other storage');
  },
);

test(
  'a registered file is of the class Standard',
  proves('register-image.warm-file'),
  async ({ provided, fills, fillsNone }) => {
    await fills(provided.objects.zvhd2, 'a file of the class Standard');
    await fillsNone(provided.unfit.warmFile, 'a file of another class in a standard bucket');
  },
);

test(
  'a registered file lies in a standard bucket',
  proves('register-image.cool-bucket'),
  async ({ provided, fills, fillsNone }) => {
    await fills(provided.objects.zvhd2, 'a file in a standard bucket');
    await fillsNone(provided.unfit.coolBucketFile, 'a file of the class Standard in a bucket of another class');
  },
);

test(
  'what is no id names no image',
  proves('register-image.image-id'),
  async ({ filling, file, comesToNothing, judge }) => {
    const own = await filling.register(await filling.prepared(), { image_url: file });
    judge.needs(own.exchange, 'a registration for the id of an image is accepted');
    for (const id of ['not-a-uuid', 'ims conformance', 'x'.repeat(36)]) {
      comesToNothing(await filling.register({ id }, { image_url: file }), `a registration for the id "${id}"`);
    }
  },
);

test(
  'a deleted image takes no file',
  proves('register-image.deleted-image'),
  async ({ ims, filling, file, images, resources, comesToNothing, judge }) => {
    const own = await filling.register(await filling.prepared(), { image_url: file });
    judge.needs(own.exchange, 'a registration for an image that is there is accepted');
    const { id, name } = await filling.prepared();
    await ims.call('GlanceDeleteImage', { path: { image_id: id } });
    if (!(await images.vanishes({ id }))) throw new Unjudged(`Image ${id} stays after its deletion.`);
    resources.forget(name);
    comesToNothing(await filling.register({ id }, { image_url: file }), 'a registration for a deleted image');
  },
);

test(
  'an absent image takes no file',
  proves('register-image.absent-image'),
  async ({ filling, file, comesToNothing, judge }) => {
    const absent = await filling.register({ id: randomUUID() }, { image_url: file });
    comesToNothing(absent, 'a registration for an image that does not exist');
    const own = await filling.register(await filling.prepared(), { image_url: file });
    judge.needs(own.exchange, 'a registration for an image that is there is accepted');
  },
);

test(
  "another project's image takes no file",
  proves('register-image.foreign-image'),
  async ({ filling, file, member, comesToNothing, judge }) => {
    const image = await filling.prepared();
    const strange = await filling.register(image, { image_url: file }, member);
    comesToNothing(strange, "a registration for another project's image");
    const state = await filling.stateOf(image, 0);
    judge.equal(state, 'queued', 'the state of the image');
    const own = await filling.register(image, { image_url: file });
    judge.needs(own.exchange, "a registration for the project's own image is accepted");
  },
);

test(
  'only prepared images take registered files',
  proves('register-image.other-images'),
  async ({ filling, file, ims, resources, images, comesToNothing, judge }) => {
    const image = await resources.activeImage(ims);
    comesToNothing(await filling.register(image, { image_url: file }), 'a registration for an image made of a file');
    const { status } = await images.settled(image, (view) => view.status === 'active');
    judge.equal(status, 'active', 'the state of the image');
  },
);

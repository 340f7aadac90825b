import { randomBytes, randomUUID } from 'node:crypto';
import { Unjudged } from '../../../fixtures/failure.js';
import { test } from '../../../fixtures/fill-test.js';
import { inBatches } from '../../../fixtures/in-batches.js';
import { proves } from '../../../fixtures/index.js';
import { showing } from '../../../fixtures/job-watch.js';
import { jobIdOf } from '../../../fixtures/jobs.js';

/** What both references list. */
const formats = ['zvhd', 'qcow2', 'vhd', 'raw', 'vhdx', 'qed', 'vdi', 'qcow', 'zvhd2', 'vmdk'];
/** So many images are alive at once. */
const atOnce = 3;

test('a registration answers with a job', proves('register-image.job'), async ({ filling, file, judge }) => {
  const { exchange, job } = await filling.register(await filling.prepared(), { image_url: file });
  judge.status(exchange, 200);
  judge.equal(job?.status, 'SUCCESS', 'the end of the job', { exchange });
});

test(
  'a registration gives the id of a job',
  proves('register-image.job-id'),
  async ({ ims, filling, file, images, judge }) => {
    const image = await filling.prepared();
    const exchange = await ims.call('RegisterImage', { path: { image_id: image.id }, body: { image_url: file } });
    judge.accepted(exchange, 'a registration is accepted');
    const { consistencySeconds } = images.patience;
    const shown = await showing(ims, 'ShowJob', jobIdOf(exchange), consistencySeconds);
    judge.accepted(shown.exchange, 'the job of that very id is shown');
    await filling.stateOf(image);
  },
);

test(
  'a registered file makes the image active',
  proves('register-image.active'),
  async ({ filling, file, images, judge }) => {
    const image = await filling.prepared();
    const { exchange } = await filling.register(image, { image_url: file });
    judge.accepted(exchange, 'a registration is accepted');
    const { status } = await images.settled(image, (view) => view.status === 'active');
    judge.equal(status, 'active', 'the state of the image');
  },
);

test(
  'every provided format can be registered',
  proves('register-image.formats'),
  async ({ filling, images, provided, resources, judge }) => {
    const given = formats.filter((format) => provided.objects[format] !== undefined);
    const registers = async (format: string) => {
      const image = await filling.prepared();
      const { exchange, job } = await filling.register(image, { image_url: provided.objects[format] });
      judge.accepted(exchange, `a file of the format ${format} is accepted`);
      judge.equal(job?.status, 'SUCCESS', `the end of the job of ${format}`);
      const { status } = await images.settled(image, (view) => view.status === 'active');
      judge.equal(status, 'active', `the state of the image of ${format}`);
    };
    await inBatches(given, atOnce, registers, () => resources.release());
  },
);

test('a file of ISO can be registered', proves('register-image.iso'), async ({ filling, provided, judge }) => {
  const image = await filling.prepared();
  const { exchange, job } = await filling.register(image, { image_url: provided.objects.iso });
  judge.accepted(exchange, 'a file of the format iso is accepted');
  judge.equal(job?.status, 'SUCCESS', 'the end of the job');
});

test('a registration names a file', proves('register-image.image-url-required'), async ({ filling, file, judge }) => {
  const image = await filling.prepared();
  judge.rejected((await filling.register(image, {})).exchange, 'a body without image_url is refused');
  const { exchange } = await filling.register(image, { image_url: file });
  judge.accepted(exchange, 'a body with image_url is accepted');
});

test('a registered file is named in full', proves('register-image.image-url'), async ({ filling, file, judge }) => {
  const [bucket = '', ...rest] = file.split(':');
  const key = rest.join(':');
  const image = await filling.prepared();
  for (const url of [key, bucket, `${bucket}:`, `:${key}`, ':', `${bucket}/${key}`, '']) {
    judge.rejected((await filling.register(image, { image_url: url })).exchange, `the address "${url}" is refused`);
  }
  const { exchange } = await filling.register(image, { image_url: file });
  judge.accepted(exchange, 'an address of the form bucket:key is accepted');
});

test('an absent file fills no image', proves('register-image.absent-file'), async ({ filling, file, judge }) => {
  const image = await filling.prepared();
  const absent = `${file.split(':')[0]}:ims-conformance-${randomBytes(8).toString('hex')}.qcow2`;
  const { exchange, job } = await filling.register(image, { image_url: absent });
  if (job) judge.equal(job.status, 'FAIL', 'the end of the job', { exchange });
  else judge.rejected(exchange, 'a file that does not exist is refused');
  judge.that((await filling.stateOf(image, 0)) !== 'active', 'an image that is not active', 'the state active');
});

test(
  'a registered file lies in standard storage',
  proves('register-image.standard-storage'),
  async ({ filling, provided, judge }) => {
    const own = await filling.register(await filling.prepared(), { image_url: provided.objects.zvhd2 });
    judge.equal(own.job?.status, 'SUCCESS', 'the end of the job of a file in standard storage');
    const image = await filling.prepared();
    const { exchange, job } = await filling.register(image, { image_url: provided.objects.warmZvhd2 });
    if (job) judge.equal(job.status, 'FAIL', 'the end of the job', { exchange });
    else judge.rejected(exchange, 'a file in other storage is refused');
    judge.that((await filling.stateOf(image, 0)) !== 'active', 'an image that is not active', 'the state active');
  },
);

test('what is no id names no image', proves('register-image.image-id'), async ({ filling, file, judge }) => {
  const own = await filling.register(await filling.prepared(), { image_url: file });
  judge.accepted(own.exchange, 'a registration for the id of an image is accepted');
  for (const id of ['not-a-uuid', 'ims conformance', 'x'.repeat(36)]) {
    judge.rejected((await filling.register({ id }, { image_url: file })).exchange, `the id "${id}" is refused`);
  }
});

test(
  'a deleted image takes no file',
  proves('register-image.deleted-image'),
  async ({ ims, filling, file, images, resources, judge }) => {
    const own = await filling.register(await filling.prepared(), { image_url: file });
    judge.accepted(own.exchange, 'a registration for an image that is there is accepted');
    const { id, name } = await filling.prepared();
    await ims.call('GlanceDeleteImage', { path: { image_id: id } });
    if (!(await images.vanishes({ id }))) throw new Unjudged(`Image ${id} stays after its deletion.`);
    resources.forget(name);
    const { exchange } = await filling.register({ id }, { image_url: file });
    judge.rejected(exchange, 'a registration for a deleted image is refused');
  },
);

test('an absent image takes no file', proves('register-image.absent-image'), async ({ ims, filling, file, judge }) => {
  const absent = { path: { image_id: randomUUID() }, body: { image_url: file } };
  const exchange = await ims.call('RegisterImage', absent);
  judge.rejected(exchange, 'a registration for an image that does not exist is refused');
  const own = await filling.register(await filling.prepared(), { image_url: file });
  judge.accepted(own.exchange, 'a registration for an image that is there is accepted');
});

test(
  "another project's image takes no file",
  proves('register-image.foreign-image'),
  async ({ filling, file, member, judge }) => {
    const image = await filling.prepared();
    const { exchange } = await filling.register(image, { image_url: file }, member);
    judge.rejected(exchange, "a registration for another project's image is refused");
    const state = await filling.stateOf(image, 0);
    judge.equal(state, 'queued', 'the state of the image');
    const own = await filling.register(image, { image_url: file });
    judge.accepted(own.exchange, "a registration for the project's own image is accepted");
  },
);

test(
  'only prepared images take registered files',
  proves('register-image.other-images'),
  async ({ filling, file, ims, resources, images, judge }) => {
    const image = await resources.activeImage(ims);
    const { exchange, job } = await filling.register(image, { image_url: file });
    if (job) judge.equal(job.status, 'FAIL', 'the end of the job', { exchange });
    else judge.rejected(exchange, 'a registration for an image made of a file is refused');
    const { status } = await images.settled(image, (view) => view.status === 'active');
    judge.equal(status, 'active', 'the state of the image');
  },
);

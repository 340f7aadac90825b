import { inBatches } from '../../../fixtures/books/in-batches.js';
import { test } from '../../../fixtures/filling/fill-test.js';
import { proves } from '../../../fixtures/index.js';
import { isJobOfKind } from '../../../fixtures/jobs/job-kind-check.js';
import { showing } from '../../../fixtures/jobs/job-watch.js';
import { jobIdOf } from '../../../fixtures/jobs/jobs.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { isNotTrue } from '../../../fixtures/judging/is-not-true.js';

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
  'the job of a registration names its image',
  proves('register-image.job-image'),
  async ({ filling, file, judge }) => {
    const image = await filling.prepared();
    const { exchange, job } = await filling.register(image, { image_url: file });
    if (job?.status !== 'SUCCESS') throw new Unjudged(`The job of the registration ended ${job?.status}.`);
    judge.equal(job.entities?.image_id, image.id, 'the image in the entities of the job', { exchange });
  },
);

test('the job of a registration has its kind', proves('register-image.job-type'), async ({ filling, file, judge }) => {
  const registered = await filling.register(await filling.prepared(), { image_url: file });
  isJobOfKind(registered, 'imsNativeImportImageJob', judge);
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
    const { status, visibility, __imagetype } = await images.settled(image, (view) => view.status === 'active');
    const facts = [status, visibility, __imagetype];
    judge.equal(facts, ['active', 'private', 'private'], 'state, visibility and type of the image');
  },
);

test(
  'a registered image is not initialised',
  proves('register-image.uninitialised'),
  async ({ filling, file, images, judge }) => {
    const image = await filling.prepared();
    const { exchange } = await filling.register(image, { image_url: file });
    judge.accepted(exchange, 'a registration is accepted');
    isNotTrue(judge, await images.settled(image, (view) => view.status === 'active'), '__is_config_init');
  },
);

test(
  'every provided format can be registered',
  proves('register-image.formats'),
  async ({ filling, file, fills, images, provided, resources, judge }) => {
    const given = formats.filter((format) => provided.objects[format] !== undefined);
    const registers = async (format: string) => {
      const image = await filling.prepared();
      const { exchange, job } = await filling.register(image, { image_url: provided.objects[format] });
      const { status } = await images.settled(image, (view) => view.status === 'active');
      if (job?.status !== 'SUCCESS' || status !== 'active')
        await fills(format === 'qcow2' ? provided.objects.vhd : file, 'a file of another format');
      judge.accepted(exchange, `a file of the format ${format} is accepted`);
      judge.equal(job?.status, 'SUCCESS', `the end of the job of ${format}`);
      judge.equal(status, 'active', `the state of the image of ${format}`);
    };
    await inBatches(given, atOnce, registers, () => resources.release());
  },
);

test(
  'a file of ISO can be registered',
  proves('register-image.iso'),
  async ({ filling, file, fills, provided, judge }) => {
    const image = await filling.prepared();
    const { exchange, job } = await filling.register(image, { image_url: provided.objects.iso });
    const state = exchange.response.status < 400 ? await filling.stateOf(image) : 'queued';
    if (job?.status !== 'SUCCESS' || state !== 'active') await fills(file, 'a qcow2 file');
    judge.accepted(exchange, 'a file of the format iso is accepted');
    judge.equal(job?.status, 'SUCCESS', 'the end of the job');
    judge.equal(state, 'active', 'the state of the image');
  },
);

test(
  'the kind of a registered ISO file is noted',
  proves('register-image.iso-kind'),
  async ({ filling, images, provided, judge }) => {
    const image = await filling.prepared();
    const { exchange } = await filling.register(image, { image_url: provided.objects.iso });
    judge.needs(exchange, 'a file of the format iso is registered');
    if ((await filling.stateOf(image)) !== 'active') throw new Unjudged('No image of an ISO file became active.');
    const { virtual_env_type: kind } = await images.show(image);
    judge.observe(`The image of a registered ISO file ${kind ? `is of the kind ${kind}` : 'names no kind'}.`);
  },
);

import { randomUUID } from 'node:crypto';
import { fourCharacters } from '../../../fixtures/arbitraries/image-texts.js';
import { becomesOneImage } from '../../../fixtures/creation/becomes-one-image.js';
import { isMadeAsAsked } from '../../../fixtures/creation/creation-checks.js';
import type { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { test as base } from '../../../fixtures/creation/creation-test.js';
import {
  isOfDefaultProject,
  isOfNamedProject,
  isOfNoAbsentProject,
} from '../../../fixtures/creation/enterprise-project-checks.js';
import { memoryHasARange, memoryIsNotLimited } from '../../../fixtures/creation/memory-checks.js';
import { namesNoBackup } from '../../../fixtures/images/names-no-backup.js';
import { proves } from '../../../fixtures/index.js';
import { isJobOfKind } from '../../../fixtures/jobs/job-kind-check.js';

// A server serves one image at a time, so these tests stay in one worker.
base.describe.configure({ mode: 'default' });

const test = base.extend<{ server: CreationForm }>({
  server: async ({ form }, use) => {
    await use(form('CreateImage', ({ instanceId }) => ({ instance_id: instanceId })));
  },
});
const rule = (name: string) => proves(`create-image-from-server.${name}`);

test('a stopped server becomes a system disk image', rule('job'), async ({ ims, server, images, judge }) => {
  const made = await server.accepts({}, 'a body with a server');
  judge.status(made.exchange, 200);
  await becomesOneImage(made, { ims, images, judge }, { virtual_env_type: 'FusionCompute' });
});

test('the job of an image of a server has its kind', rule('job-type'), async ({ creation, server, judge }) => {
  isJobOfKind(await creation.send('CreateImage', server.body()), 'imsCreateImageByInstance', judge);
});

test('no data disks are an empty list', rule('no-data-disks'), async ({ server, images }) => {
  await isMadeAsAsked(server, images, { data_images: [] }, { virtual_env_type: 'FusionCompute' });
});

test('an image has the system of its server', rule('system'), async ({ form, server, images, provided }) => {
  await isMadeAsAsked(server, images, {}, { __os_type: 'Linux' });
  const windows = form('CreateImage', () => ({ instance_id: provided.windowsInstanceId }));
  await isMadeAsAsked(windows, images, {}, { __os_type: 'Windows' });
});

test('an image names its server', rule('origin'), async ({ server, images, provided }) => {
  await isMadeAsAsked(server, images, {}, { __data_origin: `instance,${provided.instanceId}` });
});

test('the parent of an image is an image', rule('parent'), async ({ server, images, judge }) => {
  const { id } = await server.becomes({}, 'a body with a server');
  const { __originalimagename: parent } = await images.show({ id });
  const isId = /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(String(parent));
  judge.that(!parent || isId, 'no parent, or the id of an image', JSON.stringify(parent));
});

test('an image of a system disk names no backup', rule('no-backup'), async ({ server, images, judge }) => {
  namesNoBackup(judge, await images.show(await server.makes()));
});

test('whether an image of a server was imported', rule('root-origin'), async ({ server, images, judge }) => {
  const { __root_origin: origin } = await images.show(await server.prepares());
  judge.observe(origin ? `its __root_origin is ${origin}` : 'it has no __root_origin');
});

test('an image of a server is as asked for', rule('properties'), async ({ server, images, resources }) => {
  const memory = { min_ram: 2048, max_ram: 16384 };
  const asked = { ...memory, name: resources.uniqueName(), description: `of a server ${fourCharacters}, 1` };
  await isMadeAsAsked(server, images, asked, { ...memory, name: asked.name, __description: asked.description });
});

test('an image of a server has no memory limits', rule('memory-defaults'), async ({ server, images }) => {
  await memoryIsNotLimited(server, images);
});

test('the memory of an image of a server has a range', rule('memory-range'), async ({ server }) => {
  await memoryHasARange(server);
});

test('an image of a server is of the default project', rule('enterprise-project'), async ({ server, images }) => {
  await isOfDefaultProject(server, images);
});

test(
  'an image of a server is of the named project',
  rule('named-enterprise-project'),
  async ({ server, images, provided }) => {
    await isOfNamedProject(server, images, provided.enterpriseProjectId);
  },
);

test('no image of a server is of an absent project', rule('absent-enterprise-project'), async ({ server }) => {
  await isOfNoAbsentProject(server);
});

test('an absent server becomes no image', rule('absent-server'), async ({ server }) => {
  await server.needs({}, 'a server that is there');
  await server.comesToNothing({ instance_id: randomUUID() }, 'a server that does not exist');
});

test('a server is named by its id', rule('server-id'), async ({ server }) => {
  await server.needs({}, 'the id of a server');
  for (const id of ['', 'not-a-uuid', 'ims conformance', {}]) {
    await server.comesToNothing({ instance_id: id }, `a server with the id ${JSON.stringify(id)}`);
  }
});

test("another project's server becomes no image", rule('foreign-server'), async ({ server, member }) => {
  await server.needs({}, 'the own server');
  await server.comesToNothing({}, "another project's server", member);
});

test('a running server is observed', rule('running'), async ({ creation, server, provided, judge }) => {
  const body = server.body({ instance_id: provided.runningInstanceId });
  // Nothing else is made of this server, so whatever refuses it is its answer.
  const { exchange, job } = await creation.once('CreateImage', body);
  judge.observe(job ? `it starts a job, which ends in ${job.status}` : `it answers ${exchange.response.status}`);
});

import { isOfX86ByDefault } from '../../../fixtures/creation/architecture-checks.js';
import { isMadeAsAsked } from '../../../fixtures/creation/creation-checks.js';
import type { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { test as base } from '../../../fixtures/creation/creation-test.js';
import { isOfDefaultProject, isOfNamedProject } from '../../../fixtures/creation/enterprise-project-checks.js';
import { fileForms } from '../../../fixtures/creation/file-forms.js';
import { memoryHasARange, memoryIsNotLimited } from '../../../fixtures/creation/memory-checks.js';
import { proves } from '../../../fixtures/index.js';
import { isNotTrue } from '../../../fixtures/judging/is-not-true.js';

const test = base.extend<{ file: CreationForm; iso: CreationForm }>({
  file: async ({ form }, use) => {
    await use(form('CreateImage', ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 })));
  },
  iso: async ({ form }, use) => {
    const body = { type: 'IsoImage', os_version: 'CentOS 7.3 64bit', min_disk: 40 };
    await use(form('CreateImage', ({ objects }) => ({ ...body, image_url: objects.iso })));
  },
});
const rule = (name: string) => proves(`create-image-from-file.${name}`);

test('an image is of the kind of system asked for', rule('os-type'), async ({ file, images }) => {
  for (const os_type of ['Linux', 'Windows', 'Other'])
    await isMadeAsAsked(file, images, { os_type }, { __os_type: os_type });
});

test('a system is Linux, Windows or Other', rule('os-type-list'), async ({ file }) => {
  for (const os_type of ['Linux', 'Other']) await file.accepts({ os_type }, `the system "${os_type}"`);
  for (const os_type of ['BeOS', 'Win', 'Linux2']) await file.refuses({ os_type }, `the system "${os_type}"`);
});

test('an image has the version asked for', rule('os-version'), async ({ file, images }) => {
  for (const os_version of ['Ubuntu 22.04 server 64bit', 'CentOS 7.3 64bit']) {
    await isMadeAsAsked(file, images, { os_version }, { __os_version: os_version });
  }
});

test('an unknown version is observed', rule('os-version-list'), async ({ form, judge }) => {
  for (const { call, made } of fileForms(form).filter((each) => each.call !== 'CreateDataImage')) {
    const { exchange, job } = await made.sends({ os_version: 'NoSuchOS 1.0 64bit' });
    const seen = job ? `starts a job, which ends in ${job.status}` : `answers ${exchange.response.status}`;
    judge.observe(`${call} ${seen}`);
  }
});

test('an ISO file becomes an image', rule('iso'), async ({ iso, images }) => {
  await isMadeAsAsked(iso, images, {}, { virtual_env_type: 'IsoImage', status: 'active' });
});

test('an ISO file needs its version', rule('iso-version-required'), async ({ iso, images }) => {
  await iso.needs({}, 'an ISO file with os_version');
  await iso.makesNone({ os_version: undefined }, 'an ISO file without os_version', images);
});

test('an ISO file is of one type', rule('iso-type'), async ({ iso, images }) => {
  await iso.needs({}, 'an ISO file of the type IsoImage');
  for (const type of [undefined, 'ECS']) await iso.makesNone({ type }, `an ISO file of the type ${type}`, images);
});

test('an image of a file is of its type', rule('types'), async ({ file, images, resources }) => {
  for (const [type, virtual_env_type] of [
    [undefined, 'FusionCompute'],
    ['ECS', 'FusionCompute'],
    ['FusionCompute', 'FusionCompute'],
    ['BMS', 'Ironic'],
    ['Ironic', 'Ironic'],
  ]) {
    await resources.release();
    await isMadeAsAsked(file, images, { type }, { virtual_env_type });
  }
});

test('a file lies in standard storage', rule('standard-storage'), async ({ file, images, provided }) => {
  await file.needs({ image_url: provided.objects.zvhd2 }, 'a file in standard storage');
  await file.makesNone({ image_url: provided.objects.warmZvhd2 }, 'a file in other storage', images);
});

test('a configuration is wanted or not', rule('is-config'), async ({ file, judge }) => {
  // Whether the file can be configured is not the rule's matter, so its job may fail.
  for (const is_config of [true, false]) judge.accepted((await file.sends({ is_config })).exchange);
  for (const is_config of ['yes', 2, []])
    await file.refuses({ is_config }, `the is_config ${JSON.stringify(is_config)}`);
});

test('an image of a file is not initialised', rule('uninitialised'), async ({ file, images }) => {
  const image = await file.makes({}, 'a body that calls nothing initialised');
  isNotTrue(file.judge, await images.show(image), '__is_config_init');
});

test('an image of a file tells where it is from', rule('root-origin'), async ({ file, images }) => {
  await isMadeAsAsked(file, images, {}, { __root_origin: 'file' });
});

test('an initialised image says so', rule('config-init'), async ({ file, images }) => {
  const body = { is_config: true, is_config_init: true, os_version: 'CentOS 7.3 64bit' };
  await isMadeAsAsked(file, images, body, { __is_config_init: 'true' });
});

test('an image of a file is of the default project', rule('enterprise-project'), async ({ file, images }) => {
  await isOfDefaultProject(file, images);
});

test(
  'an image of a file is of the named project',
  rule('named-enterprise-project'),
  async ({ file, images, provided }) => {
    await isOfNamedProject(file, images, provided.enterpriseProjectId);
  },
);

test('an image of a file has no memory limits', rule('memory-defaults'), async ({ file, images }) => {
  await memoryIsNotLimited(file, images);
});

test('memory has a range', rule('memory-range'), async ({ file }) => {
  await memoryHasARange(file);
});

test('an image of arm boots by UEFI', rule('architecture'), async ({ file, images }) => {
  await isOfX86ByDefault(file, images);
  await isMadeAsAsked(file, images, { architecture: 'arm' }, { hw_firmware_type: 'uefi', __support_arm: 'true' });
});

test('an image is of x86 or arm', rule('architecture-list'), async ({ file }) => {
  await file.accepts({ architecture: 'x86' }, 'the architecture "x86"');
  for (const architecture of ['mips', 'x87', 'riscv', 'x86arm', {}, []]) {
    await file.refuses({ architecture }, `the architecture ${JSON.stringify(architecture)}`);
  }
});

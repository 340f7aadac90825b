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
import { fc, proves } from '../../../fixtures/index.js';
import { isJobOfKind } from '../../../fixtures/jobs/job-kind-check.js';
import { isNotTrue } from '../../../fixtures/judging/is-not-true.js';

// A disk serves one image at a time, so these tests stay in one worker.
base.describe.configure({ mode: 'default' });

const version = 'CentOS 7.3 64bit';
const test = base.extend<{ volume: CreationForm }>({
  volume: async ({ form }, use) => {
    await use(form('CreateImage', ({ dataVolumeId }) => ({ volume_id: dataVolumeId, os_version: version })));
  },
});
const rule = (name: string) => proves(`create-image-from-volume.${name}`);

test('a volume becomes a system disk image', rule('job'), async ({ ims, volume, images, judge }) => {
  const made = await volume.accepts({}, 'a body with a volume');
  judge.status(made.exchange, 200);
  await becomesOneImage(made, { ims, images, judge });
});

test('the job of an image of a volume has its kind', rule('job-type'), async ({ creation, volume, judge }) => {
  isJobOfKind(await creation.send('CreateImage', volume.body()), 'imsVolumeCreateImageJob', judge);
});

test('an image names its volume', rule('origin'), async ({ volume, images, provided }) => {
  await isMadeAsAsked(volume, images, {}, { __data_origin: `volume,${provided.dataVolumeId}` });
});

test(
  'an image of a volume names no backup and is not initialised',
  proves('create-image-from-volume.no-backup', 'create-image-from-volume.uninitialised'),
  async ({ volume, images, judge }) => {
    const view = await images.show(await volume.prepares());
    namesNoBackup(judge, view);
    isNotTrue(judge, view, '__is_config_init', 'create-image-from-volume.uninitialised');
  },
);

test('a volume without a system takes the named one', rule('named-version'), async ({ volume, images }) => {
  for (const os_version of [version, 'Ubuntu 22.04 server 64bit']) {
    await isMadeAsAsked(volume, images, { os_version }, { __os_version: os_version });
  }
});

test('a volume with a system is observed', rule('found-version'), async ({ creation, form, images, judge }) => {
  const asked = 'Fedora 30 64bit';
  const system = form('CreateImage', ({ systemVolumeId }) => ({ volume_id: systemVolumeId, os_version: asked }));
  const { exchange, images: made } = await creation.send('CreateImage', system.body());
  if (!made[0]) return judge.observe(`it answers ${exchange.response.status}, and there is no image`);
  const { __os_version: found } = await images.settled(made[0], (view) => view.status === 'active');
  judge.observe(found === asked ? 'the image has the named version' : 'the image has the version of the volume');
});

test('an unknown version is observed', rule('os-version-list'), async ({ volume, judge }) => {
  const { exchange, job } = await volume.sends({ os_version: 'NoSuchOS 1.0 64bit' });
  judge.observe(job ? `its job ends in ${job.status}` : `it answers ${exchange.response.status}`);
});

test('an image of a volume names its version', rule('os-version-required'), async ({ volume }) => {
  await volume.needs({}, 'a body with os_version');
  await volume.refuses({ os_version: undefined }, 'a body without os_version');
});

test('an image of a volume is of its type', rule('types'), async ({ volume, images, resources }) => {
  for (const [type, virtual_env_type] of [
    [undefined, 'FusionCompute'],
    ['ECS', 'FusionCompute'],
    ['FusionCompute', 'FusionCompute'],
    ['BMS', 'Ironic'],
    ['Ironic', 'Ironic'],
  ]) {
    await resources.release();
    await isMadeAsAsked(volume, images, { type }, { virtual_env_type });
  }
});

test('a volume has no other type', rule('type-list'), async ({ volume, forAll }) => {
  await volume.accepts({ type: 'ECS' }, 'the type "ECS"');
  await volume.refuses({ type: 'IsoImage' }, 'the type "IsoImage"');
  const known = ['ecs', 'bms', 'fusioncompute', 'ironic', 'dataimage'];
  const word = fc.stringMatching(/^[A-Za-z]{2,12}$/).filter((type) => !known.includes(type.toLowerCase()));
  await forAll(word, (type) => volume.refuses({ type }, `the type "${type}"`));
});

test('an image of a volume is as asked for', rule('properties'), async ({ volume, images, resources }) => {
  const memory = { min_ram: 1024, max_ram: 8192 };
  // OTC: letters and digits alone.
  const asked = { ...memory, name: resources.uniqueName(), description: `ofVolume1${fourCharacters}` };
  await isMadeAsAsked(volume, images, asked, { ...memory, name: asked.name, __description: asked.description });
});

test('signs in the description are noted', rule('description-characters'), async ({ creation, volume, judge }) => {
  const { exchange } = await creation.send('CreateImage', volume.body({ description: 'of a volume, 1-2' }));
  judge.observe(`A description with blanks, a comma and a hyphen is answered ${exchange.response.status}.`);
});

test('an image of a volume has no memory limits', rule('memory-defaults'), async ({ volume, images }) => {
  await memoryIsNotLimited(volume, images);
});

test('the memory of an image of a volume has a range', rule('memory-range'), async ({ volume }) => {
  await memoryHasARange(volume);
});

test('an image of a volume is of the default project', rule('enterprise-project'), async ({ volume, images }) => {
  await isOfDefaultProject(volume, images);
});

test(
  'an image of a volume is of the named project',
  rule('named-enterprise-project'),
  async ({ volume, images, provided }) => {
    await isOfNamedProject(volume, images, provided.enterpriseProjectId);
  },
);

test('no image of a volume is of an absent project', rule('absent-enterprise-project'), async ({ volume }) => {
  await isOfNoAbsentProject(volume);
});

test('an absent volume becomes no image', rule('absent-volume'), async ({ volume }) => {
  await volume.needs({}, 'a volume that is there');
  for (const id of [randomUUID(), 'not-a-uuid', {}])
    await volume.comesToNothing({ volume_id: id }, `the volume ${JSON.stringify(id)}`);
});

test("another project's volume becomes no image", rule('foreign-volume'), async ({ volume, member }) => {
  await volume.needs({}, 'the own volume');
  await volume.comesToNothing({}, "another project's volume", member);
});

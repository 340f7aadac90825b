import { randomBytes } from 'node:crypto';
import { descriptionText } from '../../../fixtures/arbitraries/image-texts.js';
import { addressesHaveTheirForm } from '../../../fixtures/creation/address-checks.js';
import { isOfX86ByDefault } from '../../../fixtures/creation/architecture-checks.js';
import { becomesOneImage } from '../../../fixtures/creation/becomes-one-image.js';
import { convertedFiles } from '../../../fixtures/creation/converted-files.js';
import { isMadeAsAsked, tagsAreWhole } from '../../../fixtures/creation/creation-checks.js';
import type { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { test as base } from '../../../fixtures/creation/creation-test.js';
import { isOfDefaultProject, isOfNamedProject } from '../../../fixtures/creation/enterprise-project-checks.js';
import { fc, proves } from '../../../fixtures/index.js';

const test = base.extend<{ quick: CreationForm }>({
  quick: async ({ form }, use) => {
    const file = (url: string | undefined) => ({ image_url: url, os_version: 'CentOS 7.3 64bit', min_disk: 40 });
    await use(form('ImportImageQuick', ({ objects }) => file(objects.zvhd2)));
  },
});

test('a quick import comes from a job', proves('import-image-quick.job'), async ({ ims, quick, images, judge }) => {
  const made = await quick.accepts({}, 'a body with a zvhd2 file');
  judge.status(made.exchange, 200);
  await becomesOneImage(made, { ims, images, judge }, { __description: '' });
});

test(
  'no other format is imported quickly',
  proves('import-image-quick.other-formats'),
  async ({ quick, provided, images }) => {
    await quick.needs({}, 'a zvhd2 file');
    for (const { image_url, what } of convertedFiles(provided)) await quick.makesNone({ image_url }, what, images);
  },
);

test('a raw file has its bitmap', proves('import-image-quick.raw'), async ({ ims, quick, provided, images, judge }) => {
  const file = { image_url: provided.objects.rawWithBitmap };
  await becomesOneImage(await quick.accepts(file, 'a raw file with its bitmap'), { ims, images, judge });
});

test(
  'no raw file comes without its bitmap',
  proves('import-image-quick.bitmap'),
  async ({ quick, provided, images }) => {
    await quick.needs({}, 'a zvhd2 file');
    await quick.makesNone({ image_url: provided.objects.rawWithoutBitmap }, 'a raw file without its bitmap', images);
  },
);

test(
  'a prepared file lies in standard storage',
  proves('import-image-quick.standard-storage'),
  async ({ quick, provided, images }) => {
    await quick.needs({}, 'a file in standard storage');
    await quick.makesNone({ image_url: provided.objects.warmZvhd2 }, 'a file in other storage', images);
  },
);

test(
  'the disk of a file fits its size',
  proves('import-image-quick.min-disk-fits'),
  async ({ quick, provided, images }) => {
    const file = { image_url: provided.objects.largeZvhd2 };
    await quick.needs({ ...file, min_disk: 1024 }, 'a minimum disk of 1024 GB');
    await quick.makesNone({ ...file, min_disk: 1 }, 'a minimum disk of 1 GB', images);
    const { hugeZvhd2 } = provided.objects;
    if (!hugeZvhd2) return;
    await quick.makesNone({ image_url: hugeZvhd2, min_disk: 40 }, 'a minimum disk of 40 GB for a larger disk', images);
  },
);

test(
  'a quick import is as asked for',
  proves('import-image-quick.properties'),
  async ({ quick, images, resources, forAll }) => {
    const asked = fc.record({
      description: fc.integer({ min: 1, max: 100 }).chain(descriptionText),
      min_disk: fc.integer({ min: 41, max: 1024 }),
    });
    await forAll(
      asked,
      async ({ description, min_disk }) => {
        await resources.release();
        const name = resources.uniqueName();
        const shown = { name, __description: description, min_disk };
        await isMadeAsAsked(quick, images, { name, description, min_disk }, shown);
      },
      { weight: 0.1 },
    );
  },
);

test(
  'an image imported quickly is of the system asked for',
  proves('import-image-quick.os-version'),
  async ({ quick, images, resources }) => {
    for (const os_version of ['Ubuntu 22.04 server 64bit', 'Debian 12.0.0 64bit']) {
      await resources.release();
      await isMadeAsAsked(quick, images, { os_version }, { __os_version: os_version });
    }
  },
);

test('a system disk names its version', proves('import-image-quick.os-version-required'), async ({ quick }) => {
  await quick.needs({}, 'a body with os_version');
  for (const type of [undefined, 'ECS', 'BMS']) {
    await quick.refuses({ type, os_version: undefined }, `a body without os_version, of the type ${type}`);
  }
});

test('a tag has a key and a value', proves('import-image-quick.tag-members'), async ({ quick }) => {
  await tagsAreWhole(quick);
});

test('a quick import needs a file', proves('import-image-quick.image-url-required'), async ({ quick }) => {
  await quick.needs({}, 'a body with image_url');
  await quick.refuses({ image_url: undefined }, 'a body without image_url');
});

test('a prepared file is named in full', proves('import-image-quick.image-url'), async ({ quick, provided }) => {
  await addressesHaveTheirForm(quick, provided.objects.zvhd2);
});

test(
  'an absent file is not imported quickly',
  proves('import-image-quick.absent-file'),
  async ({ quick, provided, images }) => {
    const [bucket] = (provided.objects.zvhd2 ?? '').split(':');
    const absent = `${bucket}:ims-conformance-${randomBytes(8).toString('hex')}.zvhd2`;
    await quick.makesNone({ image_url: absent }, 'a file that does not exist', images);
  },
);

test('a quick import needs a size', proves('import-image-quick.min-disk-required'), async ({ quick }) => {
  await quick.needs({}, 'a body with min_disk');
  await quick.refuses({ min_disk: undefined }, 'a body without min_disk');
});

test('a quick import has at most 1024 GB', proves('import-image-quick.min-disk-range'), async ({ quick, forAll }) => {
  for (const size of [40, 1024])
    await quick.accepts({ min_disk: size }, `a minimum disk of ${size} GB`, { min_disk: 50 });
  const outside = fc.oneof(fc.constantFrom(0, -1, 1025), fc.integer({ min: -1000, max: 0 }), fc.integer({ min: 1025 }));
  const refused = (size: number) => quick.refuses({ min_disk: size }, `a minimum disk of ${size} GB`);
  await forAll(outside, refused, { examples: [0, 1025] });
});

test('a quick import is of its type', proves('import-image-quick.type'), async ({ quick, images, resources }) => {
  for (const [type, virtual_env_type] of [
    [undefined, 'FusionCompute'],
    ['ECS', 'FusionCompute'],
    ['BMS', 'Ironic'],
  ]) {
    await resources.release();
    await isMadeAsAsked(quick, images, { type }, { virtual_env_type });
  }
});

test('an unknown type is not imported', proves('import-image-quick.type-list'), async ({ quick, forAll }) => {
  await quick.accepts({ type: 'ECS' }, 'the type "ECS"');
  const known = ['ecs', 'bms', 'fusioncompute', 'ironic', 'isoimage', 'dataimage'];
  const word = fc.stringMatching(/^[A-Za-z]{2,12}$/).filter((type) => !known.includes(type.toLowerCase()));
  await forAll(word, (type) => quick.refuses({ type }, `the type "${type}"`));
});

test('images of arm boot by UEFI', proves('import-image-quick.architecture'), async ({ quick, images }) => {
  await isOfX86ByDefault(quick, images);
  await isMadeAsAsked(quick, images, { architecture: 'arm' }, { hw_firmware_type: 'uefi' });
});

test('images of arm say so', proves('import-image-quick.support-arm'), async ({ quick, images }) => {
  await isMadeAsAsked(quick, images, { architecture: 'arm' }, { __support_arm: 'true' });
});

test('no other architecture is known', proves('import-image-quick.architecture-list'), async ({ quick }) => {
  await quick.accepts({ architecture: 'x86' }, 'the architecture "x86"');
  for (const architecture of ['mips', 'x87', 'riscv', 'x86arm']) {
    await quick.refuses({ architecture }, `the architecture "${architecture}"`);
  }
});

test('a licence is of the platform or of the user', proves('import-image-quick.license-type'), async ({ quick }) => {
  const windows = { os_version: 'Windows Server 2019 Standard 64bit' };
  for (const license_type of ['platform', 'byol'])
    await quick.accepts({ ...windows, license_type }, `the licence "${license_type}"`);
  for (const license_type of ['own', 'BYO', 'none'])
    await quick.refuses({ ...windows, license_type }, `the licence "${license_type}"`);
});

test(
  'a quick import is of the default enterprise project',
  proves('import-image-quick.enterprise-project'),
  async ({ quick, images }) => {
    await isOfDefaultProject(quick, images);
  },
);

test(
  'a quick import is of the named enterprise project',
  proves('import-image-quick.named-enterprise-project'),
  async ({ quick, images, provided }) => {
    await isOfNamedProject(quick, images, provided.enterpriseProjectId);
  },
);

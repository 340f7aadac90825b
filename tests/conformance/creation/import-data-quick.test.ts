import { randomBytes } from 'node:crypto';
import { fourOfDescriptions, imageLimits } from '../../../fixtures/arbitraries/image-texts.js';
import { convertedFiles } from '../../../fixtures/creation/converted-files.js';
import {
  hasNothingUnasked,
  isMadeAsAsked,
  tagsAreKept,
  tagsAreWhole,
} from '../../../fixtures/creation/creation-checks.js';
import type { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { test as base } from '../../../fixtures/creation/creation-test.js';
import { isBelowOneGigabyte } from '../../../fixtures/creation/disk-in-file.js';
import { isOfDefaultProject, isOfNamedProject } from '../../../fixtures/creation/enterprise-project-checks.js';
import {
  oddNames,
  tagsInBothForms,
  wrongDescriptions,
  wrongNames,
  wrongTags,
} from '../../../fixtures/creation/wrong-identities.js';
import { proves } from '../../../fixtures/index.js';

const test = base.extend<{ data: CreationForm }>({
  data: async ({ form }, use) => {
    await use(
      form('ImportImageQuick', ({ objects }) => ({ image_url: objects.zvhd2, type: 'DataImage', min_disk: 40 })),
    );
  },
});

test('a data disk is imported quickly', proves('import-image-quick.data-disk'), async ({ data, images, resources }) => {
  for (const [min_disk, description] of [
    [47, 'quick data'],
    [1024, fourOfDescriptions.repeat(imageLimits.description / 4)],
  ] as const) {
    const name = resources.uniqueName().padEnd(min_disk === 1024 ? imageLimits.name : 0, 'a');
    const shown = { name, min_disk, __description: description, virtual_env_type: 'DataImage' };
    await isMadeAsAsked(data, images, { name, min_disk, description }, shown);
  }
});

test('a quick data disk has nothing unasked', proves('import-image-quick.untagged'), async ({ data, images, tags }) => {
  await hasNothingUnasked(data, images, tags, ['__description']);
});

test('a quick data disk is Linux by default', proves('import-image-quick.data-os-type'), async ({ data, images }) => {
  for (const asked of ['Windows', 'Linux', undefined]) {
    await isMadeAsAsked(data, images, { os_type: asked }, { __os_type: asked ?? 'Linux' });
  }
});

test('quick data disks know two systems', proves('import-image-quick.data-os-type-list'), async ({ data }) => {
  await data.accepts({ os_type: 'Windows' }, 'the system "Windows"');
  for (const os_type of ['Other', 'BeOS', 'Win', 'Linux2']) await data.refuses({ os_type }, `the system "${os_type}"`);
});

test('a quick data disk keeps the rules', proves('import-image-quick.data-refuses'), async ({ data, session }) => {
  await data.needs({ min_disk: 1024 }, 'a minimum disk of 1024 GB');
  const wrong = [
    { name: undefined },
    { image_url: undefined },
    { min_disk: undefined },
    { min_disk: 0 },
    { min_disk: 1025 },
    { name: '' },
    ...wrongNames(data.desk.resources.uniqueName()),
    ...oddNames(data.desk.resources.uniqueName()),
    ...wrongDescriptions(),
    ...wrongTags(session.profile),
    ...tagsInBothForms(),
  ];
  for (const change of wrong) await data.refuses(change, `a data disk with ${JSON.stringify(change)}`);
  await data.comesToNothing({ image_url: 'no-bucket' }, 'a data disk of an address without a bucket');
});

test(
  'data disks come quickly of two formats',
  proves('import-image-quick.data-formats'),
  async ({ data, provided, images }) => {
    await data.needs({}, 'a zvhd2 file');
    for (const { image_url, what } of convertedFiles(provided)) await data.makesNone({ image_url }, what, images);
  },
);

test(
  'other formats of data disks are observed',
  proves('import-image-quick.data-other-formats'),
  async ({ data, creation, provided, judge }) => {
    const body = data.body({ image_url: provided.objects.qcow2 });
    const { exchange, job } = await creation.send('ImportImageQuick', body);
    judge.observe(job ? `it starts a job, which ends in ${job.status}` : `it answers ${exchange.response.status}`);
  },
);

test('a raw data disk has its bitmap', proves('import-image-quick.data-raw'), async ({ data, provided, images }) => {
  const { rawWithBitmap, rawWithoutBitmap } = provided.objects;
  await data.becomes({ image_url: rawWithBitmap }, 'a raw file with its bitmap');
  await data.makesNone({ image_url: rawWithoutBitmap }, 'a raw file without its bitmap', images);
});

test('a quick data disk has its file', proves('import-image-quick.data-files'), async ({ data, provided, images }) => {
  const { zvhd2 = '', warmZvhd2 } = provided.objects;
  await data.needs({}, 'a file in standard storage');
  const [bucket] = zvhd2.split(':');
  const absent = `${bucket}:ims-conformance-${randomBytes(8).toString('hex')}.zvhd2`;
  await data.makesNone({ image_url: absent }, 'a file that does not exist', images);
  await data.makesNone({ image_url: warmZvhd2 }, 'a file in other storage', images);
});

test('a tag of a quick data disk is whole', proves('import-image-quick.tag-members'), async ({ data }) => {
  await tagsAreWhole(data);
});

test('a quick data disk gets its tags', proves('import-image-quick.data-tags'), async ({ data, tags, session }) => {
  await tagsAreKept(data, tags, session.profile);
});

test(
  'a quick data disk is of the default enterprise project',
  proves('import-image-quick.data-enterprise-project'),
  async ({ data, images }) => {
    await isOfDefaultProject(data, images);
  },
);

test(
  'a quick data disk is of the named enterprise project',
  proves('import-image-quick.data-named-enterprise-project'),
  async ({ data, images, provided }) => {
    await isOfNamedProject(data, images, provided.enterpriseProjectId);
  },
);

test('a small quick import is noted', proves('import-image-quick.min-disk-small'), async ({ data, judge }) => {
  for (const [what, asked] of [
    ['data disk', {}],
    ['system disk', { type: 'ECS', os_version: 'CentOS 7.3 64bit' }],
  ] as const) {
    const { exchange, job } = await data.sends({ ...asked, min_disk: 39 });
    const ends = job ? `, and the job ends ${job.status}` : '';
    judge.observe(`A ${what} of 39 GB: status ${exchange.response.status}${ends}`);
  }
});

test(
  '1 GB is enough for a quick import',
  proves('import-image-quick.min-disk-one'),
  async ({ data, provided, session }) => {
    const { rawWithBitmap } = provided.objects;
    await isBelowOneGigabyte(session.store, rawWithBitmap, 'raw');
    const file = { image_url: rawWithBitmap, min_disk: 1 };
    await data.accepts(file, 'a data disk of 1 GB');
    await data.accepts({ ...file, type: 'ECS', os_version: 'CentOS 7.3 64bit' }, 'a system disk of 1 GB');
  },
);

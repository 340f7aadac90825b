import { randomBytes } from 'node:crypto';
import { descriptionText } from '../../../fixtures/arbitraries/image-texts.js';
import { addressesHaveTheirForm } from '../../../fixtures/creation/address-checks.js';
import { becomesOneImage } from '../../../fixtures/creation/becomes-one-image.js';
import { halfATagIsNoted, isMadeAsAsked } from '../../../fixtures/creation/creation-checks.js';
import type { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { test as base } from '../../../fixtures/creation/creation-test.js';
import { isOfDefaultProject, isOfNamedProject } from '../../../fixtures/creation/enterprise-project-checks.js';
import { absentKeyIsRefused } from '../../../fixtures/creation/key-checks.js';
import { fc, proves } from '../../../fixtures/index.js';

const test = base.extend<{ data: CreationForm }>({
  data: async ({ form }, use) => {
    await use(form('CreateDataImage', ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 })));
  },
});

test(
  'a data disk image comes from a job',
  proves('create-data-image.job'),
  async ({ ims, data, images, tags, judge }) => {
    const made = await data.accepts({}, 'a body with a file');
    judge.status(made.exchange, 200);
    await becomesOneImage(made, { ims, images, judge }, { __description: '' });
    for (const image of made.images) judge.equal(await tags.settled(image, {}), {}, 'the tags, none asked for');
  },
);

test('a data disk image says so', proves('create-data-image.data-disk'), async ({ data, images }) => {
  await isMadeAsAsked(data, images, {}, { virtual_env_type: 'DataImage' });
});

test(
  'a data disk image is as asked for',
  proves('create-data-image.properties'),
  async ({ data, images, resources, forAll }) => {
    const asked = fc.record({
      description: fc.integer({ min: 1, max: 100 }).chain(descriptionText),
      min_disk: fc.integer({ min: 41, max: 2048 }),
    });
    await forAll(
      asked,
      async ({ description, min_disk }) => {
        await resources.release();
        const name = resources.uniqueName();
        const shown = { name, __description: description, min_disk };
        await isMadeAsAsked(data, images, { name, description, min_disk }, shown);
      },
      { weight: 0.1 },
    );
  },
);

test('a data disk image is Linux by default', proves('create-data-image.os-type'), async ({ data, images }) => {
  for (const asked of ['Windows', 'Linux', undefined]) {
    await isMadeAsAsked(data, images, { os_type: asked }, { __os_type: asked ?? 'Linux' });
  }
});

test('no other system is accepted', proves('create-data-image.os-type-list'), async ({ data }) => {
  await data.accepts({ os_type: 'Windows' }, 'the system "Windows"');
  for (const os_type of ['Other', 'BeOS', 'Win', 'Linux2']) await data.refuses({ os_type }, `the system "${os_type}"`);
});

test('the case of a system is recorded', proves('create-data-image.os-type-case'), async ({ data, judge }) => {
  const { exchange, job } = await data.sends({ os_type: 'WINDOWS' });
  judge.observe(job ? `it starts a job, which ends in ${job.status}` : `it answers ${exchange.response.status}`);
});

test('a data disk image needs a file', proves('create-data-image.image-url-required'), async ({ data }) => {
  await data.needs({}, 'a body with image_url');
  await data.refuses({ image_url: undefined }, 'a body without image_url');
});

test('a file of data is named in full', proves('create-data-image.image-url'), async ({ data, provided }) => {
  await addressesHaveTheirForm(data, provided.objects.qcow2);
});

test(
  'an absent file makes no data image',
  proves('create-data-image.absent-file'),
  async ({ data, images, provided }) => {
    const [bucket] = (provided.objects.qcow2 ?? '').split(':');
    const absent = `${bucket}:ims-conformance-${randomBytes(8).toString('hex')}.qcow2`;
    await data.makesNone({ image_url: absent }, 'a file that does not exist', images);
  },
);

test(
  'a file of data lies in standard storage',
  proves('create-data-image.standard-storage'),
  async ({ data, images, provided }) => {
    await data.needs({ image_url: provided.objects.zvhd2 }, 'a file in standard storage');
    await data.makesNone({ image_url: provided.objects.warmZvhd2 }, 'a file in other storage', images);
  },
);

test('a data disk image needs a size', proves('create-data-image.min-disk-required'), async ({ data }) => {
  await data.needs({}, 'a body with min_disk');
  await data.refuses({ min_disk: undefined }, 'a body without min_disk');
});

test('a data disk has at most 2048 GB', proves('create-data-image.min-disk-range'), async ({ data, forAll }) => {
  for (const size of [40, 2048])
    await data.accepts({ min_disk: size }, `a minimum disk of ${size} GB`, { min_disk: 50 });
  const outside = fc.oneof(fc.constantFrom(0, -1, 2049), fc.integer({ min: -1000, max: 0 }), fc.integer({ min: 2049 }));
  const refused = (size: number) => data.refuses({ min_disk: size }, `a minimum disk of ${size} GB`);
  await forAll(outside, refused, { examples: [0, 2049] });
});

test('a small data disk is noted', proves('create-data-image.min-disk-small'), async ({ data, judge }) => {
  const { exchange, job } = await data.sends({ min_disk: 39 });
  judge.observe(`39 GB: status ${exchange.response.status}${job ? `, and the job ends ${job.status}` : ''}`);
});

test('half a tag of a data image is noted', proves('create-data-image.tag-members'), async ({ data, tags }) => {
  await halfATagIsNoted(data, tags);
});

test(
  'an encrypted data image shows its key',
  proves('create-data-image.encrypted'),
  async ({ data, images, provided }) => {
    await isMadeAsAsked(data, images, { cmk_id: provided.cmkId }, { __system__cmkid: provided.cmkId });
  },
);

test('an absent key encrypts no data image', proves('create-data-image.absent-key'), async ({ data, provided }) => {
  await absentKeyIsRefused(data, provided.cmkId);
});

test(
  'a data image is of the default enterprise project',
  proves('create-data-image.enterprise-project'),
  async ({ data, images }) => {
    await isOfDefaultProject(data, images);
  },
);

test(
  'a data image is of the named enterprise project',
  proves('create-data-image.named-enterprise-project'),
  async ({ data, images, provided }) => {
    await isOfNamedProject(data, images, provided.enterpriseProjectId);
  },
);

import { randomBytes } from 'node:crypto';
import { addressesHaveTheirForm } from '../../../fixtures/creation/address-checks.js';
import {
  nameIsNeeded,
  tagsAreWhole,
  tagsComeInOneForm,
  tagsKeepTheirRules,
} from '../../../fixtures/creation/creation-checks.js';
import type { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { test as base } from '../../../fixtures/creation/creation-test.js';
import { isBelowOneGigabyte } from '../../../fixtures/creation/disk-in-file.js';
import { fc, proves } from '../../../fixtures/index.js';

const test = base.extend<{ file: CreationForm }>({
  file: async ({ form }, use) => {
    await use(form('CreateImage', ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 })));
  },
});

test('tags come in one form only', proves('create-image.tags-exclusive'), async ({ file }) => {
  await tagsComeInOneForm(file);
});

test('a name is needed', proves('create-image.name-required'), async ({ file }) => {
  await nameIsNeeded(file);
});

test('an import needs a minimum disk', proves('create-image.min-disk-required'), async ({ file }) => {
  await file.needs({}, 'a body with min_disk');
  await file.refuses({ min_disk: undefined }, 'a body without min_disk');
});

test('a minimum disk lies within its range', proves('create-image.min-disk-range'), async ({ file, forAll }) => {
  for (const size of [40, 1024])
    await file.accepts({ min_disk: size }, `a minimum disk of ${size} GB`, { min_disk: 50 });
  const outside = fc.oneof(
    fc.constantFrom(0, -1, 1025, 2048, 2 ** 31 - 1),
    fc.integer({ min: -1000, max: 0 }),
    fc.integer({ min: 1025, max: 100_000 }),
  );
  const refused = (size: number) => file.refuses({ min_disk: size }, `a minimum disk of ${size} GB`);
  await forAll(outside, refused, { examples: [0, 1025] });
});

test('1 GB is a minimum disk', proves('create-image.min-disk-one'), async ({ file, provided, session }) => {
  await isBelowOneGigabyte(session.store, provided.objects.qcow2, 'qcow2');
  await file.accepts({ min_disk: 1 }, 'a minimum disk of 1 GB');
});

test('a small minimum disk is noted', proves('create-image.min-disk-small'), async ({ file, judge }) => {
  for (const min_disk of [10, 39]) {
    const { exchange, job } = await file.sends({ min_disk });
    judge.observe(`${min_disk} GB: status ${exchange.response.status}${job ? `, and the job ends ${job.status}` : ''}`);
  }
});

test('a file is named by bucket and key', proves('create-image.image-url'), async ({ file, provided }) => {
  await addressesHaveTheirForm(file, provided.objects.qcow2);
});

test('an undocumented type is refused', proves('create-image.type'), async ({ file, forAll }) => {
  await file.accepts({ type: 'ECS' }, 'the type "ECS"');
  const word = fc.stringMatching(/^[A-Za-z]{2,12}$/);
  const known = ['ecs', 'bms', 'fusioncompute', 'ironic', 'isoimage', 'dataimage'];
  await forAll(
    word.filter((type) => !known.includes(type.toLowerCase())),
    (type) => file.refuses({ type }, `the type "${type}"`),
  );
});

test('a wrong tag is refused', proves('create-image.tag-rules'), async ({ file, tags, session }) => {
  await tagsKeepTheirRules(file, tags, session.profile);
});

test('a tag has a key and a value', proves('create-image.tag-members'), async ({ file }) => {
  await tagsAreWhole(file);
});

test('an absent file makes no image', proves('create-image.absent-file'), async ({ file, images, provided }) => {
  const [bucket] = (provided.objects.qcow2 ?? '').split(':');
  const absent = `${bucket}:ims-conformance-${randomBytes(8).toString('hex')}.qcow2`;
  await file.makesNone({ image_url: absent }, 'a file that does not exist', images);
});

test('a source is needed', proves('create-image.source-required'), async ({ file, provided }) => {
  if (provided.objects.qcow2) await file.needs({}, 'a body that names a file');
  await file.refuses({ image_url: undefined }, 'a body that names no source');
  await file.refuses({ image_url: undefined, min_disk: undefined }, 'a body with a name alone');
  const nothing = { name: undefined, image_url: undefined, min_disk: undefined, data_images: [] };
  await file.refuses(nothing, 'an empty list of data disks');
});

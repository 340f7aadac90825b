import { randomBytes } from 'node:crypto';
import { fourCharacters } from '../../../fixtures/arbitraries/image-texts.js';
import { addressesHaveTheirForm } from '../../../fixtures/creation/address-checks.js';
import { isMadeAsAsked } from '../../../fixtures/creation/creation-checks.js';
import type { Made } from '../../../fixtures/creation/creation-desk.js';
import type { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { test as base } from '../../../fixtures/creation/creation-test.js';
import { isBelowOneGigabyte } from '../../../fixtures/creation/disk-in-file.js';
import { mistypedIdentities } from '../../../fixtures/creation/wrong-identities.js';
import { fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { readUntil } from '../../../fixtures/read-until.js';

type Entry = Record<string, unknown>;

const test = base.extend<{
  beside: (members: Entry) => CreationForm;
  data: CreationForm;
  /** Sends a system disk with these data disks. Images that its job does not name are looked for by their names. */
  send: (data: Entry[], members?: Entry) => Promise<Made & { told: number }>;
}>({
  beside: async ({ form, creation }, use) => {
    const entry = { min_disk: 40 };
    await use((members) =>
      form(
        'CreateImage',
        ({ objects }) => ({ ...entry, image_url: objects.vhd }),
        ({ objects }) =>
          (own) => {
            const system = { name: creation.resources.uniqueName(), image_url: objects.qcow2, min_disk: 40 };
            return { ...system, ...members, data_images: [own] };
          },
      ),
    );
  },
  data: async ({ beside }, use) => {
    await use(beside({}));
  },
  send: async ({ creation, provided, images, session }, use) => {
    await use(async (data, members = {}) => {
      const system = { name: creation.resources.uniqueName(), image_url: provided.objects.qcow2, min_disk: 40 };
      const data_images = data.map((own) => ({ name: creation.resources.uniqueName(), min_disk: 40, ...own }));
      const made = await creation.send('CreateImage', { ...system, ...members, data_images });
      const told = made.images.length;
      if (made.job?.status !== 'SUCCESS' || told > data.length) return { ...made, told };
      const listed = await readUntil(
        async () => (await Promise.all([system, ...data_images].map(({ name }) => images.named(name)))).flat(),
        (all) => all.length > data.length,
        session.configuration.consistencySeconds,
      );
      return { ...made, told, images: creation.takesIn('CreateImage', listed) };
    });
  },
});
const rule = (name: string) => proves(`create-image-data-files.${name}`);

test('a file and its data disk become images', rule('job'), async ({ send, provided, images, judge }) => {
  const { exchange, job, images: made } = await send([{ image_url: provided.objects.vhd }]);
  judge.status(exchange, 200);
  judge.equal(job?.status, 'SUCCESS', 'the end of the job');
  judge.equal(made.length, 2, 'the number of images');
  const views = await Promise.all(made.map((image) => images.settled(image, ({ status }) => status === 'active')));
  const seen = views.map(({ virtual_env_type: kind, status }) => `${kind} ${status}`).sort();
  judge.equal(seen, ['DataImage active', 'FusionCompute active'], 'the kinds and states of the images');
});

test('a job names the images of a file and its data disk', rule('told'), async ({ send, provided, judge }) => {
  const { exchange, job, told } = await send([{ image_url: provided.objects.vhd }]);
  judge.needs(exchange, 'a file with a data disk is accepted');
  if (job?.status !== 'SUCCESS') throw new Unjudged(`The job of a file and its data disk ended ${job?.status}.`);
  judge.that(told === 2, 'two images in the entities of the job', JSON.stringify(job.entities), { exchange });
});

test('three data disks may come along', rule('three'), async ({ send, data, provided: { objects }, images, judge }) => {
  const files = [objects.vhd, objects.vmdk, objects.vdi].map((image_url) => ({ image_url }));
  const { exchange, job, images: made } = await send(files);
  if (job?.status !== 'SUCCESS') await data.prepares();
  judge.accepted(exchange, 'three data disks are accepted');
  judge.equal(job?.status, 'SUCCESS', 'the end of the job');
  const views = await Promise.all(made.map((image) => images.settled(image, (view) => Boolean(view.virtual_env_type))));
  const kinds = views.map(({ virtual_env_type: kind }) => kind).sort();
  judge.equal(kinds, ['DataImage', 'DataImage', 'DataImage', 'FusionCompute'], 'the kinds of the images');
});

test('a fourth data disk is too much', rule('at-most-three'), async ({ send, provided: { objects }, judge }) => {
  const files = [objects.vhd, objects.vmdk, objects.vdi, objects.qed].map((image_url) => ({ image_url }));
  judge.needs((await send(files.slice(0, 3))).exchange, 'three data disks are accepted');
  judge.rejected((await send(files)).exchange, 'four data disks are refused');
});

test('data disks have the system of their file', rule('same-system'), async ({ send, provided, images, judge }) => {
  for (const os_type of ['Windows', 'Linux']) {
    const { exchange, job, images: made } = await send([{ image_url: provided.objects.vhd }], { os_type });
    judge.needs(exchange, `a file of ${os_type} with a data disk is accepted`);
    if (job?.status !== 'SUCCESS' || made.length !== 2)
      throw new Unjudged(`The job of a file and its data disk ended ${job?.status}, and names ${made.length} images.`);
    const views = await Promise.all(made.map((image) => images.settled(image, (view) => Boolean(view.__os_type))));
    const [one, other] = views.map((view) => view.__os_type || 'none');
    judge.that(one !== 'none' && one === other, 'one system for both images', `${one} and ${other}`);
  }
});

test('a data disk of a file is as asked for', rule('properties'), async ({ data, images, resources }) => {
  const asked = { name: resources.uniqueName(), description: `data of a file ${fourCharacters}`, min_disk: 57 };
  const shown = { name: asked.name, __description: asked.description, min_disk: 57 };
  await isMadeAsAsked(data, images, asked, shown);
});

test('an entry has values of its own', rule('own-values'), async ({ beside, images, resources, tags, judge }) => {
  const entry = beside({ description: 'of the system disk', tags: ['place.system'] });
  const asked = { name: resources.uniqueName(), description: 'of the data disk', tags: ['place.data'] };
  const image = await entry.makes(asked);
  const { __description } = await images.settled(image, (view) => view.__description === asked.description);
  judge.equal(__description, asked.description, 'the description');
  judge.equal(await tags.settled(image, { place: 'data' }), { place: 'data' }, 'the tags of the image');
});

test('a data disk of a file needs no name', rule('nameless'), async ({ data, judge }) => {
  const { job, images } = await data.accepts({ name: undefined }, 'an entry without name');
  if (!job) await data.prepares();
  judge.equal(images.length, 2, 'the number of images that the job names');
});

test('a data disk needs a file', rule('image-url-required'), async ({ data }) => {
  await data.needs({}, 'an entry with image_url');
  await data.refuses({ image_url: undefined }, 'an entry without image_url');
});

test('the file of a data disk is named in full', rule('image-url'), async ({ data, provided }) => {
  await addressesHaveTheirForm(data, provided.objects.vhd);
});

test('an absent data disk makes no image', rule('absent-file'), async ({ data, images, provided }) => {
  const [bucket] = (provided.objects.vhd ?? '').split(':');
  const absent = `${bucket}:ims-conformance-${randomBytes(8).toString('hex')}.vhd`;
  await data.makesNone({ image_url: absent }, 'a data disk whose file does not exist', images);
});

test('a data disk lies in standard storage', rule('standard-storage'), async ({ data, images, provided }) => {
  await data.needs({}, 'a data disk in standard storage');
  await data.makesNone({ image_url: provided.objects.warmZvhd2 }, 'a data disk in other storage', images);
});

test('no file is named twice', rule('duplicate-file'), async ({ data, provided }) => {
  await data.needs({}, 'two files');
  await data.comesToNothing({ image_url: provided.objects.qcow2 }, 'the file of the system disk once more');
});

test('a data disk of a file needs a size', rule('min-disk-required'), async ({ data }) => {
  await data.needs({}, 'an entry with min_disk');
  await data.refuses({ min_disk: undefined }, 'an entry without min_disk');
});

test('a data disk has up to 2048 GB', rule('min-disk-range'), async ({ data, forAll }) => {
  for (const size of [40, 2048]) await data.accepts({ min_disk: size }, `a data disk of ${size} GB`, { min_disk: 50 });
  const outside = fc.oneof(fc.constantFrom(0, -1, 2049), fc.integer({ min: -1000, max: 0 }), fc.integer({ min: 2049 }));
  await forAll(outside, (size) => data.refuses({ min_disk: size }, `a data disk of ${size} GB`));
});

test('a data disk has 1 GB at the least', rule('min-disk-one'), async ({ data, provided, session }) => {
  await isBelowOneGigabyte(session.store, provided.objects.vhd, 'vhd');
  await data.accepts({ min_disk: 1 }, 'a data disk of 1 GB');
});

test(
  'members of a data disk are of the documented types',
  proves('image-creation.types'),
  async ({ data, provided }) => {
    const file = { image_url: provided.objects.zvhd2 };
    await data.needs(file, 'a data disk of a file');
    const others = [{ is_quick_import: 'yes' }, { min_disk: [] }, { image_url: {} }];
    for (const wrong of [...others, ...mistypedIdentities(true)])
      await data.refuses({ ...file, ...wrong }, `a data disk with ${JSON.stringify(wrong)}`);
  },
);

test('a prepared data disk comes quickly', rule('quick'), async ({ data, images, provided }) => {
  const quick = { image_url: provided.objects.zvhd2, is_quick_import: true };
  await isMadeAsAsked(data, images, quick, { status: 'active', virtual_env_type: 'DataImage' });
});

test('a quick raw data disk needs its bitmap', rule('quick-bitmap'), async ({ data, images, provided }) => {
  const { rawWithBitmap, rawWithoutBitmap } = provided.objects;
  await data.becomes({ image_url: rawWithBitmap, is_quick_import: true }, 'a raw data disk with its bitmap');
  const alone = { image_url: rawWithoutBitmap, is_quick_import: true };
  await data.makesNone(alone, 'a raw data disk without its bitmap', images);
});

test('other formats of quick entries are observed', rule('quick-formats'), async ({ data, judge }) => {
  const { exchange, job } = await data.sends({ is_quick_import: true });
  judge.observe(job ? `it starts a job, which ends in ${job.status}` : `it answers ${exchange.response.status}`);
});

test('quick data disks are of two formats', rule('quick-other-formats'), async ({ data, images, provided }) => {
  await data.becomes({ image_url: provided.objects.zvhd2, is_quick_import: true }, 'a zvhd2 file');
  await data.becomes({ is_quick_import: false }, 'a vhd file that is converted');
  await data.makesNone({ is_quick_import: true }, 'a vhd file', images);
});

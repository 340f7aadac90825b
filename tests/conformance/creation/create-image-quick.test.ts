import { convertedFiles } from '../../../fixtures/creation/converted-files.js';
import type { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { test as base } from '../../../fixtures/creation/creation-test.js';
import { proves } from '../../../fixtures/index.js';

/** Judges that a body makes an active image. */
type MakesActive = (changes: Record<string, unknown>, what: string) => Promise<void>;

const test = base.extend<{ quick: CreationForm; makesActive: MakesActive }>({
  quick: async ({ form }, use) => {
    const body = { is_quick_import: true, os_version: 'CentOS 7.3 64bit', min_disk: 40 };
    await use(form('CreateImage', ({ objects }) => ({ ...body, image_url: objects.zvhd2 })));
  },
  makesActive: async ({ quick, form, images, judge }, use) => {
    const slow = form('CreateImage', ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 }));
    await use(async (changes, what) => {
      const { exchange, job, images: made } = await quick.sends(changes);
      if (job?.status !== 'SUCCESS') await slow.prepares();
      judge.accepted(exchange, `${what} is accepted`);
      judge.equal(job?.status, 'SUCCESS', `the end of the job of ${what}`);
      judge.that(made.length === 1, 'one image in the entities of the job', JSON.stringify(job?.entities));
      const { status } = await images.settled(made[0] as { id: string }, (view) => view.status === 'active');
      judge.equal(status, 'active', 'the state of the image');
    });
  },
});
const rule = (name: string) => proves(`create-image-from-file.${name}`);

test('a prepared file becomes an image quickly', rule('quick'), async ({ makesActive }) => {
  await makesActive({}, 'a zvhd2 file');
});

test('a raw file with its bitmap comes quickly', rule('quick-raw'), async ({ makesActive, provided }) => {
  await makesActive({ image_url: provided.objects.rawWithBitmap }, 'a raw file with its bitmap');
});

test('a quick raw file needs its bitmap', rule('quick-bitmap'), async ({ quick, images, provided }) => {
  await quick.needs({}, 'a zvhd2 file');
  await quick.makesNone({ image_url: provided.objects.rawWithoutBitmap }, 'a raw file without its bitmap', images);
});

test('other formats do not come quickly', rule('quick-other-formats'), async ({ quick, images, provided }) => {
  await quick.needs({}, 'a zvhd2 file');
  const slow = { is_quick_import: false, image_url: provided.objects.qcow2 };
  await quick.needs(slow, 'a qcow2 file that is converted');
  for (const { image_url, what } of convertedFiles(provided)) await quick.makesNone({ image_url }, what, images);
});

test('a quick system disk names its version', rule('quick-version-required'), async ({ quick }) => {
  await quick.needs({}, 'a body with os_version');
  await quick.refuses({ os_version: undefined }, 'a body without os_version');
});

test('a file comes quickly or not', rule('is-quick-import'), async ({ form, provided: { objects } }) => {
  const file = form('CreateImage', () => ({ image_url: objects.qcow2, min_disk: 40 }));
  await file.needs({ is_quick_import: false }, 'a file that is converted');
  for (const is_quick_import of ['yes', 2, [], {}]) {
    await file.refuses({ is_quick_import }, `the is_quick_import ${JSON.stringify(is_quick_import)}`);
    const data_images = [{ image_url: objects.vhd, min_disk: 40, is_quick_import }];
    await file.refuses({ data_images }, `the same of a data disk: ${JSON.stringify(is_quick_import)}`);
  }
});

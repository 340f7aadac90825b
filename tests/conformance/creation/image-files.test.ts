import { randomBytes } from 'node:crypto';
import { test as base } from '../../../fixtures/creation/creation-test.js';
import { entryForm, everyFileForm, fileForms } from '../../../fixtures/creation/file-forms.js';
import { proves } from '../../../fixtures/index.js';

/** Judges that each call makes an image of its usual file, and none of this one. */
type Refused = (file: string | undefined, what: string) => Promise<void>;

const test = base.extend<{ refused: Refused }>({
  refused: async ({ form, images, resources }, use) => {
    await use(async (image_url, what) => {
      for (const { what: by, made } of [...everyFileForm(form), entryForm(form)]) {
        await made.needs({}, `a usual file of ${by}`);
        await made.makesNone({ image_url }, `${what} of ${by}`, images);
        // All forms together are more images than a test may hold.
        await resources.release();
      }
    });
  },
});
const rule = (name: string) => proves(`image-files.${name}`);

test('an absent bucket holds no file', rule('absent-bucket'), async ({ refused }) => {
  await refused(`ims-conformance-${randomBytes(8).toString('hex')}:disk.zvhd2`, 'a file in a bucket that is absent');
  await refused('Ims_Conformance!:disk.zvhd2', 'a file in a bucket that none can be');
});

test('a file of another region is of no use', rule('remote-bucket'), async ({ refused, provided }) => {
  await refused(provided.unfit.remoteFile, 'a file of another region');
});

test("another account's bucket holds no file", rule('foreign-bucket'), async ({ refused, provided }) => {
  await refused(provided.unfit.memberFile, "a file in another account's bucket");
});

test('a file takes rights to its bucket', rule('obs-permission'), async ({ form, bucketless }) => {
  for (const { what, made } of everyFileForm(form)) {
    await made.needs({}, `a file of ${what}`);
    await made.comesToNothing({}, `${what} by a user without rights in the object store`, bucketless);
  }
});

test('a file is not too large', rule('size'), async ({ refused, provided }) => {
  await refused(provided.unfit.hugeFile, 'a file of more than 1 TB');
});

test('a file that is converted is not large', rule('conversion-size'), async ({ form, images, provided }) => {
  const image_url = provided.unfit.largeFile;
  for (const { call, made } of fileForms(form)) {
    if (call === 'ImportImageQuick') continue;
    // Room for any disk of such a file, so that its own size alone is in the way.
    await made.needs({ min_disk: 1024 }, `a usual file of ${call}`);
    await made.makesNone({ image_url, min_disk: 1024 }, `a file of more than 128 GB of ${call}`, images);
  }
});

test('a file is of the class Standard', rule('standard-storage'), async ({ refused, provided }) => {
  await refused(provided.unfit.warmFile, 'a file of another class in a standard bucket');
});

test('the bucket of a file is of the class Standard', rule('cool-bucket'), async ({ refused, provided }) => {
  await refused(provided.unfit.coolBucketFile, 'a file of the class Standard in a bucket of another class');
});

test('a file that is no image becomes none', rule('broken'), async ({ refused, provided }) => {
  await refused(provided.unfit.brokenFile, 'a file that is no image');
});

test('an empty file becomes no image', rule('empty'), async ({ refused, provided }) => {
  await refused(provided.unfit.emptyFile, 'a file of 0 bytes');
});

test('the name of a file has no blanks', rule('blanks'), async ({ refused, provided }) => {
  await refused(provided.unfit.blankFile, 'a file with a blank in its name');
});

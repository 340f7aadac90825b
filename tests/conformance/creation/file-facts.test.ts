import { test } from '../../../fixtures/creation/creation-test.js';
import { everyFileForm } from '../../../fixtures/creation/file-forms.js';
import { comesOfAFile } from '../../../fixtures/images/comes-of-a-file.js';
import { proves } from '../../../fixtures/index.js';

test(
  'an image of a file is of nothing else, by whatever call',
  proves('image-files.facts'),
  async ({ form, images, resources, judge }) => {
    for (const { what, made } of everyFileForm(form)) {
      const view = await images.show(await made.makes({}, what));
      comesOfAFile(judge, view, `an image by ${what}`);
      judge.equal(view.__root_origin, 'file', `__root_origin of an image by ${what}`);
      judge.equal(Number(view.min_ram ?? 0), 0, `the minimum memory of an image by ${what}`);
      judge.equal(Number(view.max_ram ?? 0), 0, `the maximum memory of an image by ${what}, where 0 is none`);
      await resources.release();
    }
  },
);

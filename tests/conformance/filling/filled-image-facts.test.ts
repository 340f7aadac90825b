import { test } from '../../../fixtures/filling/fill-test.js';
import { comesOfAFile } from '../../../fixtures/images/comes-of-a-file.js';
import { proves } from '../../../fixtures/index.js';

test(
  'an image that was given a file is of nothing else',
  proves('image-files.filled-facts'),
  async ({ uploaded, filling, file, images, judge }) => {
    comesOfAFile(judge, await images.show(uploaded), 'an uploaded image');
    const image = await filling.prepared();
    judge.needs((await filling.register(image, { image_url: file })).exchange, 'a registration is accepted');
    const view = await images.settled(image, ({ status }) => status === 'active');
    comesOfAFile(judge, view, 'a registered image');
    // The file that is registered is an external one; of an uploaded file the pages do not say it.
    judge.equal(view.__root_origin, 'file', '__root_origin of a registered image');
  },
);

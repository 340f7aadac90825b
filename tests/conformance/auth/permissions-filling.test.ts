import { test } from '../../../fixtures/filling/fill-test.js';
import { ownFile } from '../../../fixtures/filling/image-file.js';
import { proves } from '../../../fixtures/index.js';

test(
  'a user who may only read gives no image its file',
  proves('permissions.reader-fills'),
  async ({ reader, filling, provided, judge }) => {
    const image = await filling.preparedFor('qcow2');
    const registration = await filling.register(image, { image_url: provided.objects.qcow2 }, reader);
    judge.rejected(registration.exchange, 'a registration by a user who may only read is refused');
    const upload = await filling.upload(image, ownFile('qcow2'), reader);
    judge.rejected(upload, 'an upload by a user who may only read is refused');
    judge.equal(await filling.unfilledState(image, upload), 'queued', 'the state of the image');
    judge.needs(await filling.upload(image, ownFile('qcow2')), 'an upload by a user who may is accepted');
    await filling.stateOf(image);
  },
);

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from '../../../fixtures/image-test.js';
import { proves } from '../../../fixtures/index.js';

test(
  'an image that version 1.1 deletes is gone',
  proves('delete-image-v11.removes'),
  async ({ ims, resources, images, judge }) => {
    const image = await resources.queuedImage(ims);
    judge.accepted(await ims.call('DeleteImageV11', { path: { image_id: image.id } }));
    judge.that(await images.vanishes(image), 'soon neither shown nor listed', 'it is still there');
  },
);

test(
  'version 1.1 deletes no other image',
  proves('delete-image-v11.one'),
  async ({ ims, resources, images, listing, judge }) => {
    const [image, kept] = [await resources.queuedImage(ims), await resources.queuedImage(ims)];
    judge.accepted(await ims.call('DeleteImageV11', { path: { image_id: image.id } }));
    await images.vanishes(image);
    await listing.expect({}, { holds: [kept] });
  },
);

test('a deletion has no body', proves('delete-image-v11.empty'), async ({ ims, resources, judge }) => {
  const { id } = await resources.queuedImage(ims);
  const exchange = judge.accepted(await ims.call('DeleteImageV11', { path: { image_id: id } }));
  judge.equal(exchange.response.text, '', 'the body', { exchange });
});

test('the status of a deletion is noted', proves('delete-image-v11.status'), async ({ ims, resources, judge }) => {
  const { id } = await resources.queuedImage(ims);
  const { response } = await ims.call('DeleteImageV11', { path: { image_id: id } });
  judge.observe(`A deletion answers ${response.status}.`);
});

test('version 1.1 keeps a protected image', proves('delete-image-v11.protected'), async ({ ims, guarded, judge }) => {
  const request = { path: { image_id: guarded.id } };
  judge.rejected(await ims.call('DeleteImageV11', request), 'deleting a protected image is refused');
  await sleep(200);
  judge.accepted(await ims.call('GlanceShowImage', request), 'the protected image is still there');
});

test('version 1.1 deletes no absent image', proves('delete-image-v11.absent'), async ({ ims, resources, judge }) => {
  const { id } = await resources.queuedImage(ims);
  // Made up as a whole: an id like an own one may be that of a neighbour.
  for (const image_id of [randomUUID(), randomUUID()]) {
    judge.rejected(await ims.call('DeleteImageV11', { path: { image_id } }), 'deleting an absent image is refused');
  }
  judge.accepted(await ims.call('DeleteImageV11', { path: { image_id: id } }), 'deleting an image is accepted');
});

test(
  "version 1.1 deletes no other project's image",
  proves('delete-image-v11.foreign'),
  async ({ ims, member, resources, judge }) => {
    const { id } = await resources.queuedImage(member);
    const request = { path: { image_id: id } };
    judge.rejected(await ims.call('DeleteImageV11', request), "deleting another project's image is refused");
    await sleep(200);
    judge.accepted(await member.call('GlanceShowImage', request), 'its owner still has the image');
  },
);

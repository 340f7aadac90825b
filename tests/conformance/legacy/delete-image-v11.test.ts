import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from '../../../fixtures/filling/fill-test.js';
import { proves } from '../../../fixtures/index.js';
import {
  isToCome,
  type LegacyImage,
  type LegacyList,
  readLegacyList,
  secondsOf,
} from '../../../fixtures/legacy/legacy-view.js';
import { readUntil } from '../../../fixtures/read-until.js';

/** What may be shown of a deleted image; that none is shown is right as well. */
const gone: LegacyImage = {
  id: '',
  status: 'deleted',
  deleted: true,
  created_at: '2000-01-01T00:00:00',
  deleted_at: '2000-01-01T00:00:00',
};

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
  'an image with a file that version 1.1 deletes is gone',
  proves('delete-image-v11.removes', 'list-images-v11.deleted-image'),
  async ({ ims, filling, images, judge }) => {
    const { id, name } = await filling.filled();
    judge.accepted(await ims.call('DeleteImageV11', { path: { image_id: id } }));
    judge.that(await images.vanishes({ id }), 'soon neither shown nor listed', 'it is still there');
    const isTold = ({ images: [image = gone] }: LegacyList) => image.status === 'deleted' && image.deleted === true;
    const read = async (query: Record<string, string>) => {
      const { exchange, images: listed } = await readLegacyList(ims, query);
      return { exchange, images: listed.filter((image) => image.id === id) };
    };
    for (const query of [{ name }, { status: 'deleted' }, { status: 'active' }] as Record<string, string>[]) {
      const last = await readUntil(() => read(query), isTold, images.patience.consistencySeconds);
      const { status, deleted, created_at, deleted_at } = last.images[0] ?? gone;
      const rule = { exchange: last.exchange, id: 'list-images-v11.deleted-image' };
      judge.equal([status, deleted], ['deleted', true], 'status and deleted of the image', rule);
      const [made, over] = [secondsOf(created_at), secondsOf(deleted_at)];
      const fits = over >= made && !isToCome(over, last.exchange);
      judge.that(fits, 'a deletion after the creation, and not to come', `${created_at}, ${deleted_at}`, rule);
    }
  },
);

test(
  'version 1.1 deletes no other image',
  proves('delete-image-v11.one'),
  async ({ ims, resources, images, listing, judge }) => {
    const [image, kept] = [await resources.queuedImage(ims), await resources.queuedImage(ims)];
    judge.needs(await ims.call('DeleteImageV11', { path: { image_id: image.id } }));
    await images.vanishes(image);
    await listing.expect({}, { holds: [kept] });
  },
);

test('a deletion has no body', proves('delete-image-v11.empty'), async ({ ims, resources, judge }) => {
  const { id } = await resources.queuedImage(ims);
  const exchange = judge.needs(await ims.call('DeleteImageV11', { path: { image_id: id } }));
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
  judge.needs(await ims.call('DeleteImageV11', { path: { image_id: id } }), 'deleting an image is accepted');
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

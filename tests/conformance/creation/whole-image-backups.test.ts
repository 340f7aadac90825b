import type { OwnImage } from '../../../fixtures/books/resources.js';
import type { Made } from '../../../fixtures/creation/creation-desk.js';
import { test as base } from '../../../fixtures/creation/whole-image-test.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { readNew, readUntil } from '../../../fixtures/read-until.js';

// A server serves one image at a time, so these tests stay in one worker.
base.describe.configure({ mode: 'default' });

interface Fixtures {
  /** The backup behind a whole image that is deleted, the backup being kept. */
  kept: string;
  /** Makes a whole image of a backup. */
  remake: (backup: string, expected?: readonly string[]) => Promise<Made>;
  /** Deletes a whole image, with its backup or without, and waits until it is gone. @throws {Unjudged} */
  remove: (image: OwnImage | undefined, withBackup: boolean) => Promise<void>;
}

const test = base.extend<Fixtures>({
  remake: async ({ ims, creation, resources }, use) => {
    const remade: OwnImage[] = [];
    await use(async (backup_id, expected) => {
      const body = { name: resources.uniqueName(), backup_id, whole_image_type: 'CBR' };
      const made = await creation.send('CreateWholeImage', body, undefined, undefined, expected);
      remade.push(...made.images);
      return made;
    });
    // The backup came to be with an image of the run's, and nothing but an image can take it along.
    const body = { delete_backup: true };
    for (const { id } of remade) await ims.call('GlanceDeleteImage', { path: { image_id: id }, body });
  },
  remove: async ({ ims, images }, use) => {
    await use(async (image, delete_backup) => {
      if (!image) throw new Unjudged('No whole image could be made of a backup.');
      await ims.call('GlanceDeleteImage', { path: { image_id: image.id }, body: { delete_backup } });
      if (!(await images.vanishes(image))) throw new Unjudged(`The whole image ${image.id} is not deleted.`);
    });
  },
  kept: async ({ server, images, remove }, use) => {
    const image = await server.prepares();
    const { __backup_id } = await images.show(image);
    if (typeof __backup_id !== 'string' || __backup_id === '') throw new Unjudged('A whole image names no backup.');
    await remove(image, false);
    await use(__backup_id);
  },
});

test(
  'a deletion can keep the backup',
  proves('glance-delete-image.keeps-backup'),
  async ({ kept, remake, cbr, provided, judge }) => {
    const { exchange, job } = await remake(kept);
    // Where no backup becomes an image, it says nothing of this one.
    if (job?.status !== 'SUCCESS' && provided.cbrBackupId) await cbr.needs({}, 'an image of another backup');
    judge.accepted(exchange, 'an image of the backup that was kept is made');
    judge.equal(job?.status, 'SUCCESS', 'the end of its job', { exchange });
  },
);

test(
  'a deletion can take the backup along',
  proves('glance-delete-image.drops-backup'),
  async ({ kept, remake, remove, images, judge }) => {
    // The backup may take longer to go than the image: as long as it serves, it is deleted again.
    const again = async () => {
      const made = await remake(kept, ['IMG.0032', 'IMG.0132']);
      if (made.images[0]) await remove(made.images[0], true);
      return made;
    };
    await remove((await remake(kept)).images[0], true);
    const last = await readUntil(again, ({ images }) => images.length === 0, images.patience.deletionSeconds);
    // A job that finds no backup and fails says what a refusal says.
    if (last.job?.status === 'FAIL') return;
    judge.rejected(last.exchange, 'an image of the backup that was deleted is refused');
  },
);

test(
  'a deletion can keep a backup of CSBS',
  proves('glance-delete-image.keeps-csbs-backup'),
  async ({ csbs, remove }) => {
    await remove(await csbs.prepares(), false);
    await csbs.accepts({}, 'an image of the backup that was kept');
  },
);

test(
  'whether the backup goes is true or false',
  proves('glance-delete-image.delete-backup-values'),
  async ({ ims, server, images, remove, judge }) => {
    const image = await server.prepares();
    const path = { image_id: image.id };
    const look = () => ims.call('GlanceShowImage', { path });
    for (const delete_backup of ['perhaps', {}, 7]) {
      const exchange = await ims.call('GlanceDeleteImage', { path, body: { delete_backup } });
      judge.rejected(exchange, `delete_backup ${JSON.stringify(delete_backup)} is refused`);
    }
    judge.accepted(await readNew(look, images.patience.consistencySeconds), 'the image is still there');
    await remove(image, true);
  },
);

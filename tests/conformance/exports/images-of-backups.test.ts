import { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { test } from '../../../fixtures/exports/export-test.js';
import { proves } from '../../../fixtures/index.js';

test(
  'a whole image of a backup is neither copied nor exported',
  proves('create-whole-image.backup-stays'),
  async ({ form, creation, active, exportOf, neighbour, judge }) => {
    const copyOf = ({ id }: { id: string }) =>
      new CreationForm(creation, judge, 'CopyImageInRegion', {}, { image_id: id });
    await copyOf(active).needs({}, 'a copy of a system disk image');
    await neighbour();
    const backup = form('CreateWholeImage', ({ cbrBackupId }) => ({ backup_id: cbrBackupId, whole_image_type: 'CBR' }));
    const whole = await backup.prepares();
    await copyOf(whole).comesToNothing({}, 'a copy of a whole image of a backup');
    await exportOf(whole).comesToNothing({}, 'an export of a whole image of a backup');
  },
);

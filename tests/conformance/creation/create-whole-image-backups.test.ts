import { randomUUID } from 'node:crypto';
import type { CreationForm } from '../../../fixtures/creation-form.js';
import { test as base } from '../../../fixtures/creation-test.js';
import { errorCodeOf } from '../../../fixtures/exchange.js';
import { proves } from '../../../fixtures/index.js';

// A backup serves one image at a time, so these tests stay in one worker.
base.describe.configure({ mode: 'default' });

const test = base.extend<{ cbr: CreationForm; csbs: CreationForm }>({
  cbr: async ({ form }, use) => {
    await use(form('CreateWholeImage', ({ cbrBackupId }) => ({ backup_id: cbrBackupId, whole_image_type: 'CBR' })));
  },
  csbs: async ({ form }, use) => {
    await use(form('CreateWholeImage', ({ csbsBackupId }) => ({ backup_id: csbsBackupId, whole_image_type: 'CSBS' })));
  },
});
const rule = (name: string) => proves(`create-whole-image.${name}`);

test('an empty id names no backup', rule('blank-backup'), async ({ cbr }) => {
  await cbr.makes({}, 'the id of a backup');
  await cbr.refuses({ backup_id: '' }, 'an empty id');
});

test("another project's CSBS backup is refused", rule('foreign-csbs-backup'), async ({ csbs, member }) => {
  await csbs.prepares();
  await csbs.desk.resources.release();
  await csbs.comesToNothing({}, "another project's backup", member);
});

test('a CSBS backup takes rights to it', rule('csbs-permission'), async ({ csbs, ims, enter }) => {
  await csbs.prepares();
  await csbs.desk.resources.release();
  const { limitedToken: token, projectId } = ims.credentials;
  const limited = enter('auth.limitedToken', { token, projectId });
  await csbs.comesToNothing({}, 'the backup for a user without rights to it', limited);
});

test('whether CSBS is retired is observed', rule('csbs-retired'), async ({ creation, csbs, judge }) => {
  const { exchange } = await creation.once('CreateWholeImage', csbs.body({ backup_id: randomUUID() }));
  judge.observe(errorCodeOf(exchange) === 'IMG.0190' ? 'CSBS is retired' : `CSBS answers ${errorCodeOf(exchange)}`);
});

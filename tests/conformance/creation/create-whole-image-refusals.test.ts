import { randomUUID } from 'node:crypto';
import { test } from '../../../fixtures/creation-test.js';
import { proves } from '../../../fixtures/index.js';

test.describe.configure({ mode: 'default' });

const ofServer = ({ instanceId, vaultId }: { instanceId?: string; vaultId?: string }) => ({
  instance_id: instanceId,
  vault_id: vaultId,
});
const ofBackup = ({ cbrBackupId }: { cbrBackupId?: string }) => ({ backup_id: cbrBackupId, whole_image_type: 'CBR' });

test('a whole image needs a source', proves('create-whole-image.source-required'), async ({ form }) => {
  const server = form('CreateWholeImage', ofServer);
  await server.accepts({}, 'a body with a server');
  await server.refuses({ instance_id: undefined }, 'a body with a vault alone');
  await server.refuses({ instance_id: undefined, vault_id: undefined }, 'a body with a name alone');
});

test('an absent server makes no whole image', proves('create-whole-image.absent-server'), async ({ form }) => {
  const server = form('CreateWholeImage', ofServer);
  await server.accepts({}, 'a server that is there');
  await server.comesToNothing({ instance_id: randomUUID() }, 'a server that does not exist');
});

test(
  "another project's server makes no whole image",
  proves('create-whole-image.foreign-server'),
  async ({ form, member }) => {
    const server = form('CreateWholeImage', ofServer);
    await server.accepts({}, 'the own server');
    await server.comesToNothing({}, "another project's server", member);
    await server.comesToNothing({ vault_id: undefined }, "another project's server without a vault", member);
  },
);

test('an absent vault takes no backup', proves('create-whole-image.absent-vault'), async ({ form }) => {
  const server = form('CreateWholeImage', ofServer);
  await server.accepts({}, 'a vault that is there');
  await server.comesToNothing({ vault_id: randomUUID() }, 'a vault that does not exist');
});

test('a server may need a vault', proves('create-whole-image.vault-required'), async ({ form, creation, judge }) => {
  const body = form('CreateWholeImage', ofServer).body({ vault_id: undefined });
  const { exchange, job } = await creation.send('CreateWholeImage', body);
  judge.observe(
    job ? `without a vault, the job ends in ${job.status}` : `without a vault: ${exchange.response.status}`,
  );
});

test('an absent backup makes no whole image', proves('create-whole-image.absent-backup'), async ({ form }) => {
  const backup = form('CreateWholeImage', ofBackup);
  await backup.accepts({}, 'a backup that is there');
  for (const type of ['CBR', 'CSBS']) {
    await backup.comesToNothing({ backup_id: randomUUID(), whole_image_type: type }, `an absent ${type} backup`);
  }
});

test(
  "another project's backup makes no whole image",
  proves('create-whole-image.foreign-backup'),
  async ({ form, member }) => {
    const backup = form('CreateWholeImage', ofBackup);
    await backup.accepts({}, 'the own backup');
    await backup.comesToNothing({}, "another project's backup", member);
  },
);

import type { Provided } from '../../../fixtures/config/run-configuration.js';
import type { CreatingCall } from '../../../fixtures/creation/creation-desk.js';
import { test } from '../../../fixtures/creation/creation-test.js';
import { proves } from '../../../fixtures/index.js';

// Backups and servers serve one image at a time, so these tests stay in one worker.
test.describe.configure({ mode: 'default' });

type Body = Record<string, unknown>;

interface Case {
  rule: string;
  what: string;
  call: CreatingCall;
  fit: (provided: Provided) => Body;
  unfit: (unfit: Record<string, string>, provided: Provided) => Body;
}

const server = (rule: string, what: string, name: string): Case => ({
  rule: `create-image-from-server.${rule}`,
  what,
  call: 'CreateImage',
  fit: ({ instanceId }) => ({ instance_id: instanceId }),
  unfit: (unfit) => ({ instance_id: unfit[name] }),
});
const volume = (rule: string, what: string, name: string): Case => ({
  rule: `create-image-from-volume.${rule}`,
  what,
  call: 'CreateImage',
  fit: ({ dataVolumeId }) => ({ volume_id: dataVolumeId, os_version: 'CentOS 7.3 64bit' }),
  unfit: (unfit) => ({ volume_id: unfit[name] }),
});
const whole = (rule: string, what: string, unfit: Case['unfit']): Case => ({
  rule: `create-whole-image.${rule}`,
  what,
  call: 'CreateWholeImage',
  fit: ({ instanceId, vaultId }) => ({ instance_id: instanceId, vault_id: vaultId }),
  unfit,
});
const backup = (rule: string, what: string, kind: 'CBR' | 'CSBS', name: string): Case => ({
  rule: `create-whole-image.${rule}`,
  what,
  call: 'CreateWholeImage',
  fit: ({ cbrBackupId, csbsBackupId }) => ({
    backup_id: kind === 'CBR' ? cbrBackupId : csbsBackupId,
    whole_image_type: kind,
  }),
  unfit: (unfit) => ({ backup_id: unfit[name] }),
});

const cases: Case[] = [
  server('unready-disk', 'a server whose system disk is not ready', 'unreadyInstanceId'),
  server('bare-metal', 'a bare-metal server', 'bareMetalInstanceId'),
  server('no-system-disk', 'a server without a system disk', 'disklessInstanceId'),
  server('disk-size', 'a server whose system disk is too large', 'largeInstanceId'),
  volume('unready', 'a volume that is not ready', 'unreadyVolumeId'),
  volume('size', 'a volume of more than 1024 GB', 'largeVolumeId'),
  volume('dedicated', 'a volume in dedicated storage', 'dedicatedVolumeId'),
  whole('bare-metal', 'a whole bare-metal server', (unfit) => ({ instance_id: unfit.bareMetalInstanceId })),
  whole('no-system-disk', 'a whole server without a system disk', (unfit) => ({
    instance_id: unfit.disklessInstanceId,
  })),
  whole('server-state', 'a whole server that is rebuilt', (unfit) => ({ instance_id: unfit.rebuildingInstanceId })),
  whole('csbs-server', 'a whole server that CSBS keeps', (unfit) => ({ instance_id: unfit.csbsInstanceId })),
  whole('kept-server', 'a whole server of another vault', (unfit) => ({ instance_id: unfit.keptInstanceId })),
  whole('small-vault', 'a whole server with a small vault', (unfit) => ({ vault_id: unfit.smallVaultId })),
  // A server that has been in a vault stays associated with it, and is refused for that; this one has been in none.
  whole('full-vault', 'a whole server with a full vault', (unfit, { windowsInstanceId }) => ({
    instance_id: windowsInstanceId,
    vault_id: unfit.fullVaultId,
  })),
  whole('locked-vault', 'a whole server with a locked vault', (unfit) => ({ vault_id: unfit.lockedVaultId })),
  whole('disk-vault', 'a whole server with a vault of disks', (unfit) => ({ vault_id: unfit.diskVaultId })),
  whole('dedicated', 'a whole server with a dedicated disk', (unfit) => ({ instance_id: unfit.dedicatedInstanceId })),
  backup('data-backup', 'a backup of data disks', 'CBR', 'dataBackupId'),
  backup('unready-cbr', 'a CBR backup that is not ready', 'CBR', 'unreadyCbrBackupId'),
  backup('unready-csbs', 'a CSBS backup that is not ready', 'CSBS', 'unreadyCsbsBackupId'),
  backup('shared-disk', 'a CSBS backup with a shared disk', 'CSBS', 'sharedDiskBackupId'),
];

for (const { rule, what, call, fit, unfit } of cases) {
  test(`${what} becomes no image`, proves(rule), async ({ form, images, provided }) => {
    const source = form(call, fit);
    await source.prepares();
    await source.desk.resources.release();
    await source.makesNone(unfit(provided.unfit, provided), what, images);
  });
}

for (const [rule, what, name] of [
  ['unready', 'a data disk that is not ready', 'unreadyVolumeId'],
  ['dedicated', 'a data disk in dedicated storage', 'dedicatedVolumeId'],
] as const)
  test(
    `${what} becomes no image`,
    proves(`create-image-from-data-disks.${rule}`),
    async ({ form, images, provided }) => {
      const entry = ({ dataVolumeId }: Provided) => ({ volume_id: dataVolumeId });
      const disk = form('CreateImage', entry, () => (own) => ({ data_images: [own] }));
      await disk.needs({}, 'a disk that is fit');
      await disk.makesNone({ volume_id: provided.unfit[name] }, what, images);
    },
  );

test(
  'disks of two servers become no images',
  proves('create-image-from-data-disks.two-servers'),
  async ({ form, images, provided, resources }) => {
    const first = () => ({ name: resources.uniqueName(), volume_id: provided.dataVolumeId });
    const entry = ({ secondDataVolumeId }: Provided) => ({ volume_id: secondDataVolumeId });
    const second = form('CreateImage', entry, () => (own) => ({ data_images: [own, first()] }));
    await second.needs({}, 'two disks of one server');
    await second.makesNone({ volume_id: provided.unfit.otherServerVolumeId }, 'disks of two servers', images);
  },
);

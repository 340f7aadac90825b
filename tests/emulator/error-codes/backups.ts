import type { SeedData } from '../../../fixtures/emulator/index.js';
import type { Desk, Recipe } from './recipe.js';

type Backup = NonNullable<SeedData['backups']>[number];
type Server = NonNullable<SeedData['servers']>[number];
type Vault = NonNullable<SeedData['vaults']>[number];
const id = (): string => crypto.randomUUID();

/** What names a new backup in a request. */
async function backup(desk: Desk, kind: 'CSBS' | 'CBR', traits: Partial<Backup> = {}) {
  const backup_id = id();
  await desk.seed({ backups: [{ name: 'own', id: backup_id, kind, server: 'linux', ...traits }] });
  return { backup_id, whole_image_type: kind };
}

async function server(desk: Desk, traits: Partial<Server> = {}) {
  const instance_id = id();
  await desk.seed({ servers: [{ name: 'own', id: instance_id, os: 'Linux', ...traits }] });
  return { instance_id };
}

/** What names a new server and a new vault. */
async function kept(desk: Desk, vault: Partial<Vault>, traits: Partial<Server> = {}) {
  const vault_id = id();
  await desk.seed({ vaults: [{ name: 'own vault', id: vault_id, ...vault }, { name: 'other vault' }] });
  return { ...(await server(desk, traits)), vault_id };
}

/** Makes an image of the backup, and asks for another. */
async function twice(desk: Desk, source: object): ReturnType<Recipe> {
  await desk.done(desk.whole(source));
  return desk.whole(source);
}

/** Whole images: backups, vaults and the servers behind them. */
export const backupRecipes: Record<string, Recipe> = {
  'IMG.0019': (desk) => desk.whole({ backup_id: '', whole_image_type: 'CBR' }),
  'IMG.0020': (desk) => desk.whole({ backup_id: id(), whole_image_type: 'CBR' }),
  'IMG.0029': async (desk) => twice(desk, await backup(desk, 'CBR')),
  'IMG.0032': async (desk) => desk.whole(await backup(desk, 'CBR', { status: 'restoring' })),
  'IMG.0126': async (desk) => desk.whole(await server(desk, { status: 'REBUILD' })),
  'IMG.0127': (desk) => desk.whole({ backup_id: id(), whole_image_type: 'CSBS' }),
  'IMG.0130': async (desk) => desk.copy(await desk.made(desk.whole(await backup(desk, 'CSBS')))),
  'IMG.0132': async (desk) => desk.whole(await backup(desk, 'CSBS', { status: 'protecting' })),
  'IMG.0133': async (desk) => desk.whole(await backup(desk, 'CSBS', { project: 'ims-member' })),
  'IMG.0134': async (desk) => twice(desk, await backup(desk, 'CSBS')),
  'IMG.0136': async (desk) => desk.whole(await server(desk, { task: 'backup' })),
  'IMG.0165': async (desk) => desk.whole(await backup(desk, 'CSBS'), await desk.user('ims:*:*')),
  'IMG.0180': async (desk) => {
    await desk.seed({ deployment: { cbr: false } });
    return desk.whole(await backup(desk, 'CBR'));
  },
  'IMG.0182': async (desk) => desk.whole(await kept(desk, { capacity: 10 })),
  'IMG.0183': async (desk) => desk.whole(await kept(desk, {}, { vault: 'other vault' })),
  'IMG.0184': async (desk) => desk.whole({ ...(await server(desk)), vault_id: id() }),
  'IMG.0185': async (desk) => desk.whole(await kept(desk, { serversMax: 0 })),
  'IMG.0186': async (desk) => desk.whole(await kept(desk, {}, { csbsPolicy: true })),
  'IMG.0188': async (desk) => desk.whole(await kept(desk, { status: 'frozen' })),
  'IMG.0190': async (desk) => {
    await desk.seed({ deployment: { csbs: false } });
    return desk.whole(await backup(desk, 'CSBS'));
  },
  'IMG.0193': async (desk) => desk.whole(await kept(desk, { keeps: 'disks' })),
  'IMG.0195': async (desk) => desk.whole(await backup(desk, 'CBR', { dataOnly: true })),
  'IMG.0198': async (desk) => desk.whole({ ...(await backup(desk, 'CBR')), whole_image_type: 'CSBS' }),
};

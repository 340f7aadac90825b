import type { SeedData } from '../../../fixtures/emulator/index.js';
import type { Desk, Recipe } from './recipe.js';

type Server = NonNullable<SeedData['servers']>[number];
type Volume = NonNullable<SeedData['volumes']>[number];
const id = (): string => crypto.randomUUID();

async function server(desk: Desk, traits: Partial<Server> = {}): Promise<{ instance_id: string }> {
  const instance_id = id();
  await desk.seed({ servers: [{ name: 'own', id: instance_id, os: 'Linux', ...traits }] });
  return { instance_id };
}

async function volume(desk: Desk, traits: Partial<Volume> = {}): Promise<{ volume_id: string }> {
  const volume_id = id();
  await desk.seed({ volumes: [{ name: 'own disk', id: volume_id, size: 40, ...traits }] });
  return { volume_id };
}

/** A server whose system disk is in that state. */
async function withSystemDisk(desk: Desk, traits: Partial<Volume>): Promise<{ instance_id: string }> {
  const made = await server(desk);
  const { projects } = (await desk.send('GET', '/_emulator/state')).body;
  const disk = projects[0].volumes['own-system'];
  await desk.seed({ volumes: [{ name: 'own-system', id: disk, size: 40, server: 'own', bootable: true, ...traits }] });
  return made;
}

const data = (name: string, disk: { volume_id: string }) => ({ name, ...disk });

/** Servers and disks that images are made of. */
export const serverRecipes: Record<string, Recipe> = {
  'IMG.0005': (desk) => desk.createOf({ instance_id: id() }),
  'IMG.0006': async (desk) => desk.createOf(await withSystemDisk(desk, { status: 'error' })),
  'IMG.0008': async (desk) => desk.createOf(await server(desk, { status: 'ACTIVE' })),
  'IMG.0010': async (desk) => desk.createOf(await server(desk, { task: 'resize' })),
  'IMG.0012': (desk) => desk.createOf({ instance_id: '' }),
  'IMG.0021': (desk) => desk.createOf({}),
  'IMG.0022': async (desk) => {
    const disk = await volume(desk, { status: 'extending' });
    return desk.createOf({ ...disk, os_version: 'CentOS 7.3 64bit' });
  },
  'IMG.0031': (desk) => desk.createOf({ instance_id: 'not-a-uuid' }),
  'IMG.0063': async (desk) => desk.createOf(await server(desk, { bareMetal: true })),
  'IMG.0110': async (desk) => desk.createOf(await withSystemDisk(desk, { status: 'rollbacking' })),
  'IMG.0111': async (desk) => desk.createOf(await server(desk, { systemDisk: 1025 })),
  'IMG.0119': async (desk) => desk.createOf(await server(desk, { systemDisk: 0 })),
  'IMG.0120': (desk) => desk.createOf({ data_images: [data('d', { volume_id: id() })] }),
  'IMG.0137': async (desk) => desk.createOf(await server(desk, { project: 'ims-member' })),
  'IMG.0139': async (desk) => {
    const made = await server(desk);
    const disk = await volume(desk, { server: 'own' });
    await desk.slow();
    await desk.createOf({ data_images: [data('d', disk)] });
    return desk.createOf(made);
  },
  'IMG.0140': async (desk) => {
    await server(desk);
    const [one, other] = [await volume(desk, { server: 'own' }), await volume(desk, { server: 'linux' })];
    return desk.createOf({ data_images: [data('one', one), data('other', other)] });
  },
  'IMG.0153': async (desk) => desk.createOf(await withSystemDisk(desk, { storagePool: 'DSS' })),
};

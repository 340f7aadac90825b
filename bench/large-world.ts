import { newImage, startEmulator } from '../fixtures/emulator/index.js';

/** What every private image carries, so that the large world is as heavy as a real one. */
const properties = {
  __imagetype: 'private',
  __image_source_type: 'uds',
  __image_size: '1073741824',
  __isregistered: 'true',
  __root_origin: 'file',
  __os_type: 'Linux',
  __os_bit: '64',
  __platform: 'CentOS',
  __os_version: 'CentOS 7.3 64bit',
  __support_kvm: 'true',
  __description: '',
  virtual_env_type: 'FusionCompute',
  enterprise_project_id: '0',
};

/** Fills a folder for `mock --data` with that many images of the main project. Gives the id of the one in the middle. */
export async function fillFolder(data: string, count: number): Promise<string> {
  const emulator = await startEmulator({ data });
  const { auth } = emulator.configuration();
  const { world } = emulator;
  const ids = Array.from({ length: count }, (_, index) => {
    const name = `image-${(index * 7919) % count}`;
    const created = { id: world.ids.uuid(), owner: auth.projectId, createdAt: 1.7e12 + index * 1000 };
    const tags: [string, string][] = [['number', String(index % 1000)]];
    return world.images.add(newImage({ ...created, name, status: 'active', minDisk: 40, tags, properties })).id;
  });
  // A change of any kind, so that closing writes a snapshot.
  await fetch(`${emulator.endpoint}/_emulator/advance`, { method: 'POST', body: '{"seconds":0}' });
  await emulator.close();
  return ids[count >> 1] as string;
}

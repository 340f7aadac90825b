import { expect, test } from '@playwright/test';
import { endOf, openStage, type Reply, type Stage, whileJobsRun } from './caller.js';

let stage: Stage;
test.beforeAll(async () => {
  stage = await openStage({
    seedData: {
      servers: [{ name: 'second', os: 'Linux', systemDisk: 1025 }],
      volumes: [{ name: 'second data', size: 10, server: 'second' }],
      vaults: [{ name: 'foreign vault', project: 'ims-member' }],
    },
  });
});
test.afterAll(() => stage.emulator.close());

const given = () => stage.emulator.configuration().provided;
const send = (path: string, body: object): Promise<Reply> => stage.main.call('POST', path, body);
const start = (body: object) => send('/v2/cloudimages/action', body);
const whole = (body: object) => send('/v1/cloudimages/wholeimages/action', { name: 'whole', ...body });
const dataImage = (body: object = {}) =>
  send('/v1/cloudimages/dataimages/action', { name: 'data', image_url: stage.objects.qcow2, min_disk: 40, ...body });
const show = async (id: string): Promise<Reply['body']> => (await stage.main.call('GET', `/v2/images/${id}`)).body;
const code = ({ status, body }: Reply): string => `${status} ${body?.error?.code}`;
const made = async ({ body }: Reply): Promise<Reply['body']> => endOf(stage.main, body.job_id);

test('a server is busy while an image is made of it', async () => {
  const first = await whileJobsRun(stage, async () => {
    const begun = await start({ name: 'first', instance_id: given().instanceId });
    expect(code(await start({ name: 'second', instance_id: given().instanceId }))).toBe('400 IMG.0010');
    return begun;
  });
  expect(await made(first)).toMatchObject({ status: 'SUCCESS', job_type: 'imsCreateImageByInstance' });
  await made(await start({ name: 'third', instance_id: given().instanceId }));
});

test('the system of a volume counts more than the one that is named', async () => {
  const [os_version, type] = ['Fedora 30 64bit', 'BMS'];
  const system = await made(await start({ name: 's', volume_id: given().systemVolumeId, os_version, type }));
  expect(await show(system.entities.image_id)).toMatchObject({
    __os_version: 'CentOS 7.3 64bit',
    virtual_env_type: 'Ironic',
  });
  const data = await made(await start({ name: 'd', volume_id: given().dataVolumeId, os_version }));
  expect(await show(data.entities.image_id)).toMatchObject({ __os_version: os_version, __platform: 'Fedora' });
});

test('what a body asks for wrongly is refused with its code', async () => {
  const { instanceId, systemVolumeId } = given();
  const cases: [object, string][] = [
    [{ name: 'n', instance_id: '' }, 'IMG.0012'],
    [{ name: 'n', instance_id: crypto.randomUUID() }, 'IMG.0005'],
    [{ name: 'n', volume_id: systemVolumeId }, 'IMG.0001'],
    [{ name: 'n', volume_id: systemVolumeId, os_version: 'x', type: 'IsoImage' }, 'IMG.0117'],
    [{ data_images: [{ name: 'd', volume_id: crypto.randomUUID() }] }, 'IMG.0120'],
    [{ name: 'n', image_url: stage.objects.qcow2, min_disk: 40, type: 'BMS', cmk_id: given().cmkId }, 'IMG.0118'],
    [{ name: 'n', instance_id: instanceId, tags: ['a.b'], image_tags: [{ key: 'a', value: 'b' }] }, 'IMG.0001'],
  ];
  for (const [body, expected] of cases) expect(code(await start(body)), JSON.stringify(body)).toBe(`400 ${expected}`);
});

test('a data disk image says so, and Linux unless told otherwise', async () => {
  const job = await made(await dataImage({ tags: ['k.v'] }));
  expect(job).toMatchObject({ job_type: 'imsImportDataImageJob', status: 'SUCCESS' });
  expect(await show(job.entities.image_id)).toMatchObject({
    virtual_env_type: 'DataImage',
    __os_type: 'Linux',
    tags: ['k=v'],
  });
  for (const path of ['/v2.1/cloudimages/dataimages/action', '/v1/cloudimages/action']) {
    const body = { name: 'data', image_url: stage.objects.vhd, min_disk: 1, os_type: 'Windows' };
    const { entities } = await made(await send(path, body));
    expect(await show(entities.image_id)).toMatchObject({ __os_type: 'Windows', min_disk: 1 });
  }
  const refused: [object, string][] = [
    [{ os_type: 'Other' }, 'IMG.0122'],
    [{ min_disk: 2049 }, 'IMG.0055'],
    [{ min_disk: undefined }, 'IMG.0001'],
    [{ image_url: undefined }, 'IMG.0001'],
    [{ name: undefined }, 'IMG.0013'],
    [{ cmk_id: 'none' }, 'IMG.0095'],
  ];
  for (const [change, expected] of refused) expect(code(await dataImage(change))).toBe(`400 ${expected}`);
});

test('a server in a vault becomes a whole image on a backup of its own', async () => {
  const job = await made(await whole({ instance_id: given().instanceId, vault_id: given().vaultId, max_ram: 4096 }));
  expect(job).toMatchObject({ job_type: 'imsCreateWholeImageByInstanceJob', status: 'SUCCESS' });
  const image = await show(job.entities.image_id);
  expect(image).toMatchObject({
    __whole_image: 'true',
    max_ram: '4096',
    __backup_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test('a backup serves one image at a time, and goes with it when asked', async () => {
  const backups = { CBR: given().cbrBackupId, CSBS: given().csbsBackupId };
  const taken = { CBR: 'IMG.0029', CSBS: 'IMG.0134' };
  const absent = { CBR: 'IMG.0020', CSBS: 'IMG.0127' };
  for (const type of ['CBR', 'CSBS'] as const) {
    const body = { backup_id: backups[type], whole_image_type: type };
    const first = await made(await whole(body));
    expect(first).toMatchObject({ job_type: 'imsCreateWholeImageByBackupJob', status: 'SUCCESS' });
    expect(await show(first.entities.image_id)).toMatchObject({ __backup_id: backups[type] });
    expect(code(await whole(body))).toBe(`400 ${taken[type]}`);
    await stage.main.call('DELETE', `/v2/images/${first.entities.image_id}`, {});
    const second = await made(await whole(body));
    await stage.main.call('DELETE', `/v2/images/${second.entities.image_id}`, { delete_backup: true });
    expect(code(await whole(body))).toBe(`400 ${absent[type]}`);
  }
});

test('a whole image names one source that fits', async () => {
  const { instanceId } = given();
  const cases: [object, string][] = [
    [{}, 'IMG.0021'],
    [{ instance_id: instanceId, backup_id: 'b' }, 'IMG.0001'],
    [{ instance_id: instanceId, vault_id: crypto.randomUUID() }, 'IMG.0184'],
    [{ backup_id: '', whole_image_type: 'CBR' }, 'IMG.0019'],
    [{ backup_id: crypto.randomUUID(), whole_image_type: 'VBS' }, 'IMG.0157'],
    [{ backup_id: crypto.randomUUID() }, 'IMG.0127'],
  ];
  for (const [body, expected] of cases) expect(code(await whole(body))).toBe(`400 ${expected}`);
});

test('operating systems come by platform, and by feature', async () => {
  const list = async (query = '') => (await stage.main.call('GET', `/v1/cloudimages/os_version${query}`)).body;
  const all = await list();
  expect(all[0]).toMatchObject({ platform: 'Windows' });
  expect(all[0].version_list[0]).toEqual({
    platform: 'Windows',
    os_version_key: 'Windows 10 64bit',
    os_version: 'Windows 10 64bit',
    os_bit: 64,
    os_type: 'Windows',
  });
  const names = (platforms: Reply['body']): string[] =>
    platforms.flatMap(({ version_list }: Reply['body']) => version_list.map((each: Reply['body']) => each.os_version));
  expect(names(all).length).toBeGreaterThan(100);
  const [arm, uefi, both] = [await list('?tag=arm'), await list('?tag=uefi'), await list('?tag=kvm&tag=uefi')];
  expect(names(arm)).not.toContain('Windows 10 64bit');
  expect(names(both)).toEqual(names(uefi));
});

test('disks of two servers make no images together, and too large ones none at all', async () => {
  const { body } = await stage.main.call('GET', '/_emulator/state');
  const project = body.projects.find(({ id }: { id: string }) => id === stage.main.projectId);
  const item = (name: string) => ({ name: 'd', volume_id: project.volumes[name] });
  expect(code(await start({ data_images: [item('data'), item('second data')] }))).toBe('400 IMG.0140');
  expect(code(await start({ name: 'large', instance_id: project.servers.second }))).toBe('400 IMG.0111');
  expect(code(await start({ name: 'on', instance_id: project.servers.running }))).toBe('400 IMG.0008');
  const foreign = { instance_id: given().instanceId, vault_id: 'vault' };
  expect(code(await whole(foreign))).toBe('400 IMG.0184');
  expect(code(await stage.member.call('POST', '/v2/cloudimages/action', { name: 'n', ...foreign }))).toBe(
    '400 IMG.0137',
  );
});

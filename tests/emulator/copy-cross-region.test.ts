import { expect, test } from '@playwright/test';
import { activeImage, endOf, openStage, queuedImage, type Reply, type Stage } from './caller.js';

let stage: Stage;
test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(() => stage.emulator.close());

const target = () => {
  const { otherRegion } = stage.emulator.configuration();
  if (!otherRegion) throw new Error('The seed has one region only.');
  const { region, projectName: project_name, agencyName: agency_name } = otherRegion;
  return { ...otherRegion, body: { name: 'copy', region, project_name, agency_name } };
};
const copy = (id: string, changes: object = {}): Promise<Reply> =>
  stage.main.call('POST', `/v1/cloudimages/${id}/cross_region_copy`, { ...target().body, ...changes });
const code = ({ status, body }: Reply): string => `${status} ${body?.error?.code}`;
const whole = async (body: object): Promise<string> => {
  const started = await stage.main.call('POST', '/v1/cloudimages/wholeimages/action', { name: 'whole', ...body });
  return (await endOf(stage.main, started.body.job_id)).entities.image_id;
};

test('a copy is an image of the other region', async () => {
  const { main, elsewhere } = stage;
  const source = await activeImage(stage, { min_disk: 50, os_version: 'CentOS 7.0 64bit' });
  const job = await endOf(main, (await copy(source, { description: 'of it' })).body.job_id);
  expect(job).toMatchObject({ status: 'SUCCESS', job_type: 'imsCrossRegionCopyImageJob' });
  const path = `/v2/images/${job.entities.image_id}`;
  expect((await elsewhere.call('GET', path)).body).toMatchObject({
    ...{ name: 'copy', status: 'active', min_disk: 50, __os_version: 'CentOS 7.0 64bit' },
    ...{ __description: 'of it', owner: elsewhere.projectId },
  });
  expect((await main.call('GET', path)).status).toBe(404);
});

test('a project is named after its region too', async () => {
  const { body } = await copy(await activeImage(stage), { project_name: target().region });
  expect((await endOf(stage.main, body.job_id)).status).toBe('SUCCESS');
});

test('a whole image serves one zone until its backup is complete', async () => {
  const { main, emulator } = stage;
  await main.call('POST', '/_emulator/seed', { deployment: { backupSeconds: 600 } });
  const id = await whole({ instance_id: emulator.configuration().provided.instanceId });
  expect(code(await copy(id))).toBe('400 IMG.0152');
  await main.call('POST', '/_emulator/advance', { seconds: 599 });
  expect(code(await copy(id))).toBe('400 IMG.0152');
  await main.call('POST', '/_emulator/advance', { seconds: 1 });
  expect((await endOf(main, (await copy(id)).body.job_id)).status).toBe('SUCCESS');
  await main.call('POST', '/_emulator/seed', { deployment: { backupSeconds: 0 } });
});

test('where a copy cannot go is refused with its code', async () => {
  const id = await activeImage(stage);
  expect(code(await copy(id, { region: undefined }))).toBe('400 IMG.0001');
  expect(code(await copy(id, { region: 'emulator-1' }))).toBe('400 IMG.0142');
  expect(code(await copy(id, { region: 'emulator-9' }))).toBe('400 IMG.0147');
  expect(code(await copy(id, { project_name: undefined }))).toBe('400 IMG.0104');
  expect(code(await copy(id, { project_name: 'ims-main' }))).toBe('400 IMG.0145');
  expect(code(await copy(id, { agency_name: undefined }))).toBe('400 IMG.0001');
  expect(code(await copy(id, { agency_name: 'nobody' }))).toBe('400 IMG.0036');
  expect(code(await copy(id, { agency_name: target().powerlessAgencyName }))).toBe('400 IMG.0151');
});

test('what stays in its region is refused with its code', async () => {
  const { main, member, objects, emulator } = stage;
  const { cmkId: cmk_id } = emulator.configuration().provided;
  const iso = { image_url: objects.iso, type: 'IsoImage', os_version: 'CentOS 7.0 64bit' };
  const [gold] = (await main.call('GET', '/v2/cloudimages?__imagetype=gold&limit=1')).body.images;
  const id = await activeImage(stage);
  expect(code(await copy(await activeImage(stage, iso)))).toBe('400 IMG.0167');
  expect(code(await copy(await activeImage(stage, { cmk_id })))).toBe('400 IMG.0143');
  expect(code(await copy(await activeImage(stage, { min_disk: 129 })))).toBe('400 IMG.0146');
  expect(code(await copy(gold.id))).toBe('400 IMG.0047');
  expect(code(await copy(await queuedImage(main)))).toBe('400 IMG.0046');
  expect(code(await copy(id, { name: undefined }))).toBe('400 IMG.0013');
  expect((await member.call('POST', `/v1/cloudimages/${id}/cross_region_copy`, target().body)).status).toBe(404);
});

test('a sixth copy at a time is refused, and later accepted', async () => {
  const id = await activeImage(stage);
  await stage.main.call('PUT', '/_emulator/job-durations', { types: { imsCrossRegionCopyImageJob: 60 } });
  const five = await Promise.all(Array.from({ length: 5 }, () => copy(id)));
  expect(five.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(code(await copy(id))).toBe('400 IMG.0149');
  await stage.main.call('POST', '/_emulator/advance', { seconds: 61 });
  await stage.main.call('PUT', '/_emulator/job-durations', { types: { imsCrossRegionCopyImageJob: null } });
  expect((await copy(id)).status).toBe(200);
});

test('the quota that counts is that of the other region', async () => {
  const { emulator, elsewhere } = stage;
  const used = (await elsewhere.call('GET', '/v1/cloudimages/quota')).body.quotas.resources[0].used;
  emulator.world.quotas.set(elsewhere.projectId, { image: used });
  const refused = await copy(await activeImage(stage));
  emulator.world.quotas.delete(elsewhere.projectId);
  expect(code(refused)).toBe('400 IMG.0015');
});

test('a whole image is copied with its backup to a vault', async () => {
  const { main, elsewhere, emulator } = stage;
  const { instanceId: instance_id, vaultId: vault_id } = emulator.configuration().provided;
  const id = await whole({ instance_id, vault_id });
  expect(code(await copy(id))).toBe('400 IMG.0184');
  expect(code(await copy(id, { vault_id: crypto.randomUUID() }))).toBe('400 IMG.0184');
  expect(code(await copy(id, { vault_id: target().backupVaultId }))).toBe('400 IMG.0189');
  const { entities } = await endOf(main, (await copy(id, { vault_id: target().vaultId })).body.job_id);
  const { __backup_id } = (await elsewhere.call('GET', `/v2/images/${entities.image_id}`)).body;
  const kept = { projectId: elsewhere.projectId, vaultId: target().vaultId, imageId: entities.image_id };
  expect(emulator.world.backups.get(__backup_id)).toMatchObject({ ...kept, status: 'available' });
  await elsewhere.call('DELETE', `/v2/images/${entities.image_id}`, { delete_backup: true });
  expect(emulator.world.backups.has(__backup_id)).toBe(false);
});

test('a CSBS backup is copied once', async () => {
  const { instanceId: instance_id } = stage.emulator.configuration().provided;
  const id = await whole({ instance_id });
  expect((await copy(id)).status).toBe(200);
  expect(code(await copy(id))).toBe('400 IMG.0150');
});

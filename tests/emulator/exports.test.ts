import { expect, test } from '@playwright/test';
import { inspectFile } from '../../fixtures/emulator/index.js';
import { activeImage, endOf, openStage, queuedImage, type Reply, type Stage } from './caller.js';

let stage: Stage;
test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(() => stage.emulator.close());

let files = 0;
const send = (id: string, changes: object = {}, who = stage.main): Promise<Reply> => {
  const body = { bucket_url: `ims-exports:file-${files++}`, file_format: 'qcow2', ...changes };
  return who.call('POST', `/v1/cloudimages/${id}/file`, body);
};
const code = ({ status, body }: Reply): string => `${status} ${body?.error?.code}`;
const quick = { file_format: undefined, is_quick_export: true };
const seed = (data: object) => stage.main.call('POST', '/_emulator/seed', data);
const seeded = async (properties: object): Promise<string> => {
  const id = crypto.randomUUID();
  await seed({ images: [{ name: 'seeded', id, properties }] });
  return id;
};
const made = async (path: string, wish: object): Promise<string> =>
  (await endOf(stage.main, (await stage.main.call('POST', path, { name: 'made', ...wish })).body.job_id)).entities
    .image_id;

test('an export writes the image in the format that was asked for', async () => {
  const id = await activeImage(stage);
  for (const [key, format, version] of [
    ['a.qcow2', 'qcow2', 'v1'],
    ['a/b.vhd', 'vhd', 'v2.1'],
    ['a.zvhd', 'zvhd', 'v1'],
    ['a.vmdk', 'vmdk', 'v1'],
    ['a.zvhd2', 'zvhd2', 'v1'],
  ] as const) {
    const how = format === 'zvhd2' ? { is_quick_export: true } : { file_format: format };
    const wish = { bucket_url: `ims-exports:${key}`, ...how };
    const { body } = await stage.main.call('POST', `/${version}/cloudimages/${id}/file`, wish);
    const job = await endOf(stage.main, body.job_id);
    expect(job).toMatchObject({ status: 'SUCCESS', job_type: 'imsNativeExportImageJob', entities: { image_id: id } });
    const object = stage.emulator.world.buckets.get('ims-exports')?.objects.get(key);
    expect(inspectFile(object?.data ?? Buffer.alloc(0))).toEqual({ format, virtualSize: 1024 * 1024 });
  }
});

test('what may not leave is refused with its code', async () => {
  const { provided } = stage.emulator.configuration();
  const [gold] = (await stage.main.call('GET', '/v2/cloudimages?__imagetype=gold')).body.images;
  const [market] = (await stage.main.call('GET', '/v2/cloudimages?__imagetype=market')).body.images;
  const iso = { image_url: stage.objects.iso, type: 'IsoImage', os_version: 'CentOS 7.0 64bit' };
  const action = '/v2/cloudimages/action';
  const whole = await made('/v1/cloudimages/wholeimages/action', { backup_id: provided.csbsBackupId });
  const refused: [string, string][] = [
    [gold.id, 'IMG.0077'],
    [market.id, 'IMG.0078'],
    [await queuedImage(stage.main), 'IMG.0046'],
    [whole, 'IMG.0128'],
    [await activeImage(stage, iso), 'IMG.0167'],
    [await made(action, { instance_id: provided.windowsInstanceId }), 'IMG.0071'],
    [await seeded({ __originalimagename: market.id }), 'IMG.0078'],
    [await seeded({ __account_code: 'charged' }), 'IMG.0079'],
    [await seeded({ __backup_id: crypto.randomUUID() }), 'IMG.0080'],
    [await seeded({ __image_size: String(1024 ** 4) }), 'IMG.0071'],
  ];
  for (const [id, due] of refused) expect(code(await send(id)), due).toBe(`400 ${due}`);
});

test('an image above 128 GB is exported quickly only', async () => {
  const large = await seeded({ __image_size: String(129 * 1024 ** 3) });
  expect(code(await send(large))).toBe('400 IMG.0160');
  const { body } = await send(large, quick);
  expect(await endOf(stage.main, body.job_id)).toMatchObject({ status: 'SUCCESS' });
});

test('only the owner exports an image', async () => {
  const id = await activeImage(stage);
  const theirs = { bucket_url: 'ims-member-exports:file' };
  expect((await send(id, theirs, stage.member)).status).toBe(404);
  await stage.main.call('POST', `/v2/images/${id}/members`, { member: stage.member.projectId });
  await stage.member.call('PUT', `/v2/images/${id}/members/{p}`, { status: 'accepted' });
  expect(code(await send(id, theirs, stage.member))).toBe('400 IMG.0047');
});

test('the key of an encrypted image must be there and on', async () => {
  const [key, other] = [crypto.randomUUID(), crypto.randomUUID()];
  await seed({ keys: [{ name: 'own', id: key }] });
  await seed({ keys: [{ name: 'theirs', id: other, project: 'ims-member' }] });
  const id = await activeImage(stage, { cmk_id: key });
  expect(code(await send(id, quick))).toBe('400 IMG.0071');
  expect((await send(id)).status).toBe(200);
  await seed({ keys: [{ name: 'own', id: key, enabled: false }] });
  expect(code(await send(id))).toBe('400 IMG.0102');
  expect(code(await send(await seeded({ __system__cmkid: crypto.randomUUID() })))).toBe('400 IMG.0101');
  expect(code(await send(await seeded({ __system__cmkid: other })))).toBe('400 IMG.0103');
});

test('an address that is none is refused with its code', async () => {
  const id = await activeImage(stage);
  const refused: [unknown, string][] = [
    [undefined, 'IMG.0001'],
    [7, 'IMG.0001'],
    ['ims-exports', 'IMG.0017'],
    [':file', 'IMG.0068'],
    ['ims-exports:', 'IMG.0073'],
    ['ims-exports:folder/', 'IMG.0073'],
    ['IMS_exports:file', 'IMG.0109'],
    [`ims-exports:${'a'.repeat(129)}`, 'IMG.0074'],
    ['ims-exports:di*sk', 'IMG.0075'],
    ['ims-exports: disk', 'IMG.0075'],
    ['ims-exports:my disk', 'IMG.0175'],
    ['no-such-bucket:file', 'IMG.0069'],
    ['ims-member-exports:file', 'IMG.0069'],
    ['ims-warm:file', 'IMG.0069'],
    ['ims-far-exports:file', 'IMG.0058'],
  ];
  for (const [url, due] of refused) expect(code(await send(id, { bucket_url: url })), String(url)).toBe(`400 ${due}`);
});

test('a format that cannot be written is refused', async () => {
  const id = await activeImage(stage);
  for (const [changes, due] of [
    [{ file_format: 'tar' }, 'IMG.0072'],
    [{ file_format: 7 }, 'IMG.0001'],
    [{ file_format: undefined }, 'IMG.0001'],
    [{ is_quick_export: true }, 'IMG.0001'],
    [{ is_quick_export: 'yes' }, 'IMG.0001'],
  ] as const)
    expect(code(await send(id, changes)), JSON.stringify(changes)).toBe(`400 ${due}`);
});

test('a file is written once, and an image exported once at a time', async () => {
  const [one, other] = [await activeImage(stage), await activeImage(stage)];
  await stage.main.call('PUT', '/_emulator/job-durations', { types: { imsNativeExportImageJob: 60 } });
  const target = { bucket_url: 'ims-exports:once.qcow2' };
  const [first, second] = [await send(one, target), await send(other, target)];
  expect(code(await send(one))).toBe('400 IMG.0148');
  expect((await stage.main.call('DELETE', `/v2/images/${one}`)).status).toBe(400);
  await stage.main.call('POST', '/_emulator/advance', { seconds: 61 });
  expect(await endOf(stage.main, first.body.job_id)).toMatchObject({ status: 'SUCCESS' });
  const late = await endOf(stage.main, second.body.job_id);
  expect(late).toMatchObject({ status: 'FAIL', error_code: 'IMG.0070', fail_reason: expect.any(String) });
  expect(code(await send(one, target))).toBe('400 IMG.0070');
  expect((await stage.main.call('DELETE', `/v2/images/${one}`)).status).toBe(204);
});

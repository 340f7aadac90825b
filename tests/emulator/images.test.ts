import { expect, test } from '@playwright/test';
import { activeImage, openStage, queuedImage, type Reply, type Stage } from './caller.js';

let stage: Stage;
test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(() => stage.emulator.close());

const send: Stage['main']['call'] = (...request) => stage.main.call(...request);
const create = (body: unknown): Promise<Reply> => send('POST', '/v2/images', body);
const patch = (id: string, ...changes: unknown[]): Promise<Reply> => send('PATCH', `/v2/cloudimages/${id}`, changes);
const replace = (path: string, value: unknown) => ({ op: 'replace', path, value });
const code = ({ status, body }: Reply): string => `${status} ${body?.error?.code}`;
const none = '00000000-0000-4000-8000-000000000000';
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

test('metadata makes a queued, private image with defaults', async () => {
  const { status, body } = await create({ name: 'meta', tags: ['a', 'b=c'], note: '' });
  expect(status).toBe(201);
  expect(body).toMatchObject({ name: 'meta', status: 'queued', visibility: 'private', owner: stage.main.projectId });
  expect(body).toMatchObject({ container_format: 'bare', disk_format: 'vhd', min_ram: 0, protected: false, note: '' });
  expect(body).toMatchObject({ tags: ['a', 'b=c'], created_at: time, __isregistered: 'true', __image_size: '0' });
  expect((await send('GET', `/v2/images/${body.id}`)).body).toEqual(body);
});

const wrong = [
  { visibility: 'public' },
  { disk_format: 'floppy' },
  { container_format: 'docker' },
  { name: 'n'.repeat(256) },
  { name: 5 },
  { protected: 'true' },
  { min_ram: '1' },
  { min_disk: 1.5 },
  { tags: 'a' },
  { note: 7 },
  [],
];
for (const body of wrong) {
  test(`metadata ${JSON.stringify(body).slice(0, 40)} is refused`, async () =>
    expect((await create(body)).status).toBe(400));
}

test('an image is shown and listed alike', async () => {
  const id = await activeImage(stage, { description: 'text', tags: ['k.v'] });
  const { body: shown } = await send('GET', `/v2/images/${id}`);
  expect((await send('GET', `/v2/cloudimages?id=${id}`)).body).toEqual({ images: [shown] });
  expect((await send('GET', `/v2/images?id=${id}`)).body.images).toEqual([shown]);
  expect(shown).toMatchObject({
    status: 'active',
    __description: 'text',
    tags: ['k=v'],
    active_at: time,
    disk_format: 'zvhd2',
  });
});

test('deletion answers 204, and the image is gone', async () => {
  for (const body of [undefined, {}, { delete_backup: true }]) {
    const id = await queuedImage(stage.main);
    expect(await send('DELETE', `/v2/images/${id}`, body)).toMatchObject({ status: 204, body: '' });
    expect((await send('GET', `/v2/images/${id}`)).status).toBe(404);
    expect((await send('GET', `/v2/cloudimages?id=${id}`)).body).toEqual({ images: [] });
    expect((await send('DELETE', `/v2/images/${id}`)).status).toBe(404);
  }
});

test('a protected image stays until its protection is lifted', async () => {
  const id = await queuedImage(stage.main, { protected: true });
  expect((await send('DELETE', `/v2/images/${id}`)).status).toBe(403);
  expect((await patch(id, replace('/protected', false))).status).toBe(200);
  expect((await send('DELETE', `/v2/images/${id}`)).status).toBe(204);
});

test('another project neither sees nor changes a private image', async () => {
  const id = await activeImage(stage);
  const { call } = stage.member;
  expect((await call('GET', `/v2/images/${id}`)).status).toBe(404);
  expect((await call('DELETE', `/v2/images/${id}`)).status).toBe(404);
  expect((await call('PATCH', `/v2/cloudimages/${id}`, [replace('/name', 'stolen')])).status).toBe(404);
  expect((await call('GET', `/v2/cloudimages?id=${id}`)).body).toEqual({ images: [] });
  expect((await send('GET', `/v2/images/${id}`)).body.name).toBe('active');
});

test('a public image is seen by all and changed by none', async () => {
  const [image] = (await send('GET', '/v2/cloudimages?__imagetype=gold&limit=1')).body.images;
  expect((await send('GET', `/v2/images/${image.id}`)).body).toMatchObject({ visibility: 'public', protected: true });
  expect((await send('DELETE', `/v2/images/${image.id}`)).status).toBe(403);
  expect(code(await patch(image.id, replace('/name', 'x')))).toBe('400 IMG.0047');
});

test('a patch of several properties is carried out, in any media type', async () => {
  const id = await activeImage(stage);
  const changes = [
    replace('/name', 'new 名'),
    replace('/min_ram', '512'),
    { op: 'add', path: '/max_ram', value: 2048 },
    { op: 'add', path: '/own', value: '' },
  ];
  for (const type of ['application/json;charset=UTF-8', 'application/openstack-images-v2.1-json-patch']) {
    const { status, body } = await send('PATCH', `/v2/cloudimages/${id}`, changes, { 'Content-Type': type });
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'new 名', min_ram: 512, max_ram: '2048', own: '' });
    expect((await send('GET', `/v2/images/${id}`)).body).toEqual(body);
  }
  expect((await patch(id, { op: 'remove', path: '/own' })).body).not.toHaveProperty('own');
});

test('a refused patch changes nothing', async () => {
  const id = await activeImage(stage);
  const { body: before } = await send('GET', `/v2/images/${id}`);
  expect(code(await patch(id, replace('/name', 'changed'), replace('/none', 'x')))).toBe('400 IMG.0035');
  expect((await send('GET', `/v2/images/${id}`)).body).toEqual(before);
});

test('a patch that breaks a rule is refused with its code', async () => {
  const id = await activeImage(stage);
  const refusals: [unknown, string][] = [
    [replace('/name', ''), 'IMG.0013'],
    [replace('/name', 'n'.repeat(129)), 'IMG.0002'],
    [replace('/name', ' n'), 'IMG.0003'],
    [replace('/name', 'a/b'), 'IMG.0003'],
    [replace('/__description', 'd'.repeat(1025)), 'IMG.0004'],
    [replace('/__description', 'a<b'), 'IMG.0054'],
    [replace('/min_ram', -1), 'IMG.0055'],
    [replace('/hw_firmware_type', 'efi'), 'IMG.0141'],
    [replace('/id', none), 'IMG.0035'],
    [replace('/status', 'queued'), 'IMG.0035'],
    [{ op: 'remove', path: '/absent' }, 'IMG.0035'],
    [{ op: 'move', path: '/name', value: 'x' }, 'IMG.0105'],
    [{ path: '/name', value: 'x' }, 'IMG.0001'],
    [{ op: 'add', path: 'name', value: 'x' }, 'IMG.0001'],
    [{ op: 'add', path: '/__support_kvm_gpu_type', value: 'P4' }, 'IMG.0035'],
  ];
  for (const [change, expected] of refusals) expect(code(await patch(id, change))).toBe(`400 ${expected}`);
  expect(code(await send('PATCH', `/v2/cloudimages/${id}`, replace('/name', 'x')))).toBe('400 IMG.0001');
  expect(code(await patch(await queuedImage(stage.main), replace('/name', 'x')))).toBe('400 IMG.0046');
  expect((await patch(none, replace('/name', 'x'))).status).toBe(404);
});

test('the native patch knows both of its formats', async () => {
  const id = await queuedImage(stage.main);
  const old = { 'Content-Type': 'application/openstack-images-v2.0-json-patch' };
  const first = await send('PATCH', `/v2/images/${id}`, [{ replace: '/name', value: 'old' }], old);
  expect(first).toMatchObject({ status: 200, body: { name: 'old' } });
  expect((await send('PATCH', `/v2/images/${id}`, [replace('/protected', true)])).body.protected).toBe(true);
  expect((await send('PATCH', `/v2/images/${id}`, [replace('/owner', 'x')])).status).toBe(403);
});

test('used quota follows the images, and a full one refuses', async () => {
  const quota = async (): Promise<{ used: number }> =>
    (await send('GET', '/v1/cloudimages/quota')).body.quotas.resources[0];
  const before = await quota();
  const id = await queuedImage(stage.main);
  expect(await quota()).toEqual({ ...before, used: before.used + 1 });
  stage.emulator.world.quotas.set(stage.main.projectId, { image: before.used + 1 });
  expect((await create({ name: 'over' })).status).toBe(400);
  expect((await send('GET', '/v1/{p}/cloudimages/quota')).body.quotas.resources[0]).toMatchObject({
    quota: before.used + 1,
  });
  stage.emulator.world.quotas.delete(stage.main.projectId);
  await send('DELETE', `/v2/images/${id}`);
  expect(await quota()).toEqual(before);
});

test('versions come with 300, one by one and all together', async () => {
  const { status, body } = await send('GET', '/');
  expect(status).toBe(300);
  expect(body.versions[0]).toMatchObject({ id: 'v2.2', status: 'CURRENT', links: [{ rel: 'self' }] });
  expect(await send('GET', '/v2.2')).toMatchObject({ status: 300, body: { versions: [body.versions[0]] } });
  expect((await send('GET', '/v7')).status).toBe(404);
});

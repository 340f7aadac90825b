import { expect, test } from '@playwright/test';
import type { SeedData } from '../../fixtures/emulator/index.js';
import { endOf, openStage, type Reply, type Stage } from './caller.js';

/* Whatever a client needs can be added while the emulator runs, and is of use at once. */

let stage: Stage;
test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(() => stage.emulator.close());

const add = async (data: SeedData): Promise<void> => {
  expect((await stage.main.call('POST', '/_emulator/seed', data)).status).toBe(200);
};
const end = async ({ body }: Reply): Promise<Reply['body']> => endOf(stage.main, body.job_id);
const start = (body: object, path = '/v2/cloudimages/action') => stage.main.call('POST', path, body);
const id = (): string => crypto.randomUUID();

test('of an added server an image is made', async () => {
  const server = id();
  await add({ servers: [{ name: 'added', id: server, os: 'Linux', osVersion: 'Ubuntu 22.04 server 64bit' }] });
  const job = await end(await start({ name: 'of added', instance_id: server }));
  const { body } = await stage.main.call('GET', `/v2/images/${job.entities.image_id}`);
  expect(body).toMatchObject({ __os_version: 'Ubuntu 22.04 server 64bit', __data_origin: `instance,${server}` });
});

test('of an added disk a data image is made', async () => {
  const volume_id = id();
  await add({ volumes: [{ name: 'added disk', id: volume_id, size: 10, server: 'linux' }] });
  expect(await end(await start({ data_images: [{ name: 'data', volume_id }] }))).toMatchObject({ status: 'SUCCESS' });
});

test('of an added backup in an added vault a whole image is made', async () => {
  const [backup_id, vault] = [id(), id()];
  await add({ vaults: [{ name: 'added vault', id: vault }] });
  await add({ backups: [{ name: 'added', id: backup_id, kind: 'CBR', server: 'linux', vault: 'added vault' }] });
  const wish = { name: 'whole', backup_id, whole_image_type: 'CBR' };
  expect(await end(await start(wish, '/v1/cloudimages/wholeimages/action'))).toMatchObject({ status: 'SUCCESS' });
  const { instanceId: instance_id } = stage.emulator.configuration().provided;
  const own = await start({ name: 'w', instance_id, vault_id: vault }, '/v1/cloudimages/wholeimages/action');
  expect(await end(own)).toMatchObject({ status: 'SUCCESS' });
});

test('an added key encrypts, unless it is disabled', async () => {
  const [on, off] = [id(), id()];
  await add({
    keys: [
      { name: 'on', id: on },
      { name: 'off', id: off, enabled: false },
    ],
  });
  const wish = (cmk_id: string) => ({ name: 'secret', image_url: stage.objects.qcow2, min_disk: 40, cmk_id });
  const job = await end(await start(wish(on)));
  const { body } = await stage.main.call('GET', `/v2/images/${job.entities.image_id}`);
  expect(body).toMatchObject({ __system__cmkid: on });
  expect((await start(wish(off))).status).toBe(400);
});

test('into an added project one can log in', async () => {
  await add({ projects: [{ name: 'added', user: 'somebody', password: 'secret', quota: { image: 1 } }] });
  const auth = { identity: { methods: ['password'], password: { user: { name: 'somebody', password: 'secret' } } } };
  const { headers, status } = await stage.main.call('POST', '/v3/auth/tokens', { auth });
  expect(status).toBe(201);
  const token = { 'X-Auth-Token': headers.get('x-subject-token') ?? '' };
  const image = (): Promise<Reply> => stage.main.call('POST', '/v2/images', { name: 'one' }, token);
  expect([(await image()).status, (await image()).status]).toEqual([201, 400]);
});

test('an added bucket has its files, an added image is listed', async () => {
  await add({
    buckets: [{ name: 'added-files', objects: [{ key: 'disk.vhd', format: 'vhd' }] }],
    images: [{ name: 'added image', tags: { env: 'test' } }],
  });
  const job = await end(await start({ name: 'of added file', image_url: 'added-files:disk.vhd', min_disk: 40 }));
  expect(job).toMatchObject({ status: 'SUCCESS' });
  const { images } = (await stage.main.call('GET', '/v2/cloudimages?name=added%20image')).body;
  expect(images).toMatchObject([{ status: 'active', tags: ['env=test'] }]);
});

test('the state tells what has been added', async () => {
  await add({ servers: [{ name: 'told', os: 'Windows' }], agencies: [{ name: 'told-agency' }] });
  const { body } = await stage.main.call('GET', '/_emulator/state');
  const own = body.projects.find(({ name }: { name: string }) => name === 'ims-main');
  expect(own.servers).toHaveProperty('told');
  expect(own.volumes).toHaveProperty('told-system');
  expect((await stage.main.call('GET', '/_emulator/health')).body).toEqual({ status: 'ok' });
});

test('what has been removed is gone', async () => {
  const server = id();
  await add({ servers: [{ name: 'to go', id: server, os: 'Linux' }] });
  const removed = await stage.main.call('POST', '/_emulator/remove', { ids: [server] });
  expect(removed.status).toBe(200);
  expect(removed.body.projects[0].servers).not.toHaveProperty('to go');
  expect((await start({ name: 'of nothing', instance_id: server })).body.error.code).toBe('IMG.0005');
});

test('an added user may do what he is allowed', async () => {
  await add({ users: [{ name: 'reader', token: 'of-the-reader', actions: ['ims:*:get', 'ims:*:list'] }] });
  const token = { 'X-Auth-Token': 'of-the-reader' };
  expect((await stage.main.call('GET', '/v2/cloudimages', undefined, token)).status).toBe(200);
  expect((await stage.main.call('POST', '/v2/images', { name: 'refused' }, token)).status).toBe(403);
});

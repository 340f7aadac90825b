import { appendFileSync, cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { test as base, expect } from '@playwright/test';
import { type EmulatorOptions, imageFile, startEmulator } from '../../fixtures/emulator/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { activeImage, endOf, openStage, type Stage } from './caller.js';
import { serve } from './killed-server.js';

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern.
  folder: async ({}, use) => {
    await use(temporaryFolder());
  },
});

/** Opens it, does something, and closes it again. */
async function session<T>(options: EmulatorOptions, act: (stage: Stage) => Promise<T>): Promise<T> {
  const stage = await openStage(options);
  try {
    return await act(stage);
  } finally {
    await stage.emulator.close();
  }
}

test('An image, an issued token and an object outlive the process', async ({ folder }) => {
  const data = join(folder, 'data');
  const auth = {
    identity: { methods: ['password'], password: { user: { name: 'ims-main', password: 'ims-main-password' } } },
  };
  const kept = await session({ data }, async ({ main }) => {
    const image = (await main.call('POST', '/v2/images', { name: 'kept' })).body;
    const token = (await main.call('POST', '/v3/auth/tokens', { auth })).headers.get('x-subject-token') ?? '';
    await main.call('PUT', '/obs/ims-exports/key', 'content');
    return { image, token };
  });
  await session({ data }, async ({ main }) => {
    const token = { 'X-Auth-Token': kept.token };
    expect((await main.call('GET', `/v2/images/${kept.image.id}`, undefined, token)).body).toEqual(kept.image);
    expect((await main.call('GET', '/obs/ims-exports/key', undefined, token)).body).toBe('content');
  });
});

test('What an image was made from can be exported after a start', async ({ folder }) => {
  const id = await session({ data: folder }, async (stage) => {
    const made = await activeImage(stage);
    await stage.main.call('DELETE', '/obs/ims-images/cirros.qcow2');
    return made;
  });
  await session({ data: folder }, async ({ main, emulator }) => {
    const target = { bucket_url: 'ims-exports:again', file_format: 'qcow2' };
    await endOf(main, (await main.call('POST', `/v1/cloudimages/${id}/file`, target)).body.job_id);
    const exported = emulator.world.buckets.get('ims-exports')?.objects.get('again')?.data;
    expect(exported?.equals(imageFile('qcow2'))).toBe(true);
  });
});

test('A job that was under way goes on after a start', async ({ folder }) => {
  const body = { name: 'long', image_url: 'ims-images:cirros.qcow2', min_disk: 40 };
  const id = await session({ data: folder, jobSeconds: 1000 }, async ({ main }) => {
    await main.call('POST', '/_emulator/advance', { seconds: 5 });
    return (await main.call('POST', '/v2/cloudimages/action', body)).body.job_id;
  });
  await session({ data: folder, jobSeconds: 1 }, async ({ main }) => {
    expect((await main.call('GET', `/v1/cloudimages/job/${id}`)).body.status).toBe('INIT');
    await main.call('POST', '/_emulator/advance', { seconds: 1000 });
    const { status, entities } = (await main.call('GET', `/v1/cloudimages/job/${id}`)).body;
    expect(status).toBe('SUCCESS');
    expect((await main.call('GET', `/v2/images/${entities.image_id}`)).body).toMatchObject({
      name: 'long',
      status: 'active',
    });
  });
});

test('What a job did is dated as of its end, whichever request came next', async ({ folder }) => {
  const [data, copy] = [join(folder, 'data'), join(folder, 'copy')];
  const stage = await openStage({ data });
  const id = await activeImage(stage);
  const shared = { images: [id], projects: [stage.member.projectId] };
  const { body } = await stage.main.call('POST', '/v1/cloudimages/members', shared);
  await sleep(1200);
  const read = async ({ main }: Stage) => (await main.call('GET', `/v2/images/${id}/members`)).body;
  const before = await read(stage);
  const { end_time } = (await stage.main.call('GET', `/v1/{p}/jobs/${body.job_id}`)).body;
  expect(before.members[0].created_at).toBe(`${end_time.slice(0, 19)}Z`);
  // As it is when it is killed: nothing is written at the end.
  cpSync(data, copy, { recursive: true });
  await stage.emulator.close();
  expect(await session({ data: copy }, read)).toEqual(before);
});

test('A write that was cut off is dropped, and all before it is there', async ({ folder }) => {
  const start = { data: folder, jobSeconds: 1000 };
  const body = { name: 'long', image_url: 'ims-images:cirros.qcow2', min_disk: 40 };
  await session(start, ({ main }) => main.call('POST', '/v2/cloudimages/action', body));
  const journal = readdirSync(folder).find((name) => name.endsWith('.journal')) ?? '';
  appendFileSync(join(folder, journal), '0badc0de 4000 {"method":"POST","url":"/v2/im');
  const list = () =>
    session(start, async ({ main }) => (await main.call('GET', '/v2/cloudimages?name=long')).body.images);
  expect(await list()).toHaveLength(1);
  expect(await list()).toHaveLength(1);
});

test('A reset is kept, whatever the next start is given as seed', async ({ folder }) => {
  const list = ({ main }: Stage) => main.call('GET', '/v2/cloudimages?__imagetype=private');
  await session({ data: folder }, async (stage) => {
    await stage.main.call('POST', '/v2/images', { name: 'gone', __isregistered: 'true' });
    await stage.main.call('POST', '/_emulator/reset');
  });
  const seedData = { images: [{ name: 'new' }] };
  expect((await session({ data: folder, seedData }, list)).body.images).toEqual([]);
});

test('Two emulators do not share a folder', async ({ folder }) => {
  const server = await serve(folder);
  await expect(startEmulator({ data: folder })).rejects.toThrow(/process id \d+ uses it\. Stop that one/);
  expect(await server.stop()).toBe(0);
  expect(readdirSync(folder)).not.toContain('lock');
});

test('A folder that cannot be used is named', async () => {
  await expect(startEmulator({ data: '/dev/null/x' })).rejects.toThrow(
    /Failed to open \/dev\/null\/x: .* Choose a folder/,
  );
});

import { crc32 } from 'node:zlib';
import { type RunningEmulator, startEmulator } from '../../fixtures/emulator/index.js';
import { expect, test as shared } from './emulator-test.js';

/** These change the whole world: each has an emulator of its own. */
const test = shared.extend<{ own: RunningEmulator }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern.
  own: async ({}, use) => {
    const emulator = await startEmulator({ jobSeconds: 60 });
    await use(emulator);
    await emulator.close();
  },
});

async function admin(own: RunningEmulator, method: string, path: string, body?: string | Buffer): Promise<Response> {
  return fetch(`${own.endpoint}/_emulator/${path}`, {
    method,
    ...(body === undefined ? {} : { body: body as string }),
  });
}

async function call(
  own: RunningEmulator,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, never>> {
  const headers = { 'X-Auth-Token': own.configuration().auth.token, 'Content-Type': 'application/json' };
  const answer = await fetch(own.endpoint + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  return (await answer.json().catch(() => ({}))) as Record<string, never>;
}

const file = { name: 'from file', image_url: 'ims-images:cirros.qcow2', min_disk: 40 };

test('A snapshot puts back images, tags, jobs, objects and the clock', async ({ own }) => {
  const image = await call(own, 'POST', '/v2/images', { name: 'kept', tags: ['k=v'], __proto: 'x', $map: 'y' });
  const job = await call(own, 'POST', '/v2/cloudimages/action', file);
  expect((await admin(own, 'GET', 'snapshot')).status).toBe(409);
  const snapshot = Buffer.from(await (await admin(own, 'GET', 'snapshot?settle=true')).arrayBuffer());
  const before = [
    await call(own, 'GET', `/v2/images/${image.id}`),
    await call(own, 'GET', `/v1/cloudimages/job/${job.job_id}`),
  ];
  expect(before[1]).toMatchObject({ status: 'SUCCESS' });
  await admin(own, 'POST', 'reset');
  expect((await admin(own, 'PUT', 'snapshot', snapshot)).status).toBe(200);
  const after = [
    await call(own, 'GET', `/v2/images/${image.id}`),
    await call(own, 'GET', `/v1/cloudimages/job/${job.job_id}`),
  ];
  expect(after).toEqual(before);
  expect(Buffer.from(await (await admin(own, 'GET', 'snapshot')).arrayBuffer()).equals(snapshot)).toBe(true);
});

test('A snapshot puts back how the deployment is set up', async ({ own }) => {
  const limited = async () => (await admin(own, 'POST', 'seed', '{"deployment":{"requestsPerSecond":1}}')).status;
  expect(await limited()).toBe(200);
  const snapshot = Buffer.from(await (await admin(own, 'GET', 'snapshot')).arrayBuffer());
  await admin(own, 'POST', 'reset');
  expect(own.world.deployment.traits.requestsPerSecond).toBe(0);
  expect((await admin(own, 'PUT', 'snapshot', snapshot)).status).toBe(200);
  expect(own.world.deployment.traits).toMatchObject({ requestsPerSecond: 1, csbs: true });
});

test('What is no snapshot changes nothing', async ({ own }) => {
  const seeded = own.world.images.size;
  const whole = Buffer.from(await (await admin(own, 'GET', 'snapshot')).arrayBuffer());
  for (const wrong of ['', 'hello', '{}', whole.subarray(0, whole.length - 20)]) {
    expect((await admin(own, 'PUT', 'snapshot', wrong)).status).toBe(400);
  }
  expect(own.world.images.size).toBe(seeded);
});

test('A whole snapshot of what no world holds changes nothing', async ({ own }) => {
  const seeded = own.world.images.size;
  const whole = Buffer.from(await (await admin(own, 'GET', 'snapshot')).arrayBuffer());
  for (const item of ['["images",null]', '["images",{"image":7}]', '["buckets",{"$class":"None","pairs":[]}]', '9']) {
    const line = Buffer.from(`${crc32(item).toString(16).padStart(8, '0')} 0 ${item}\n`);
    expect((await admin(own, 'PUT', 'snapshot', Buffer.concat([line, whole]))).status, item).toBe(400);
    expect(own.world.images.size).toBe(seeded);
  }
});

test('Types of jobs take the time that they are given', async ({ own }) => {
  await admin(own, 'PUT', 'job-durations', '{"types":{"imsImportImageJob":1000}}');
  const { job_id } = await call(own, 'POST', '/v2/cloudimages/action', file);
  const percents: number[] = [];
  for (let step = 0; step < 4; step++) {
    const { status, entities } = await call(own, 'GET', `/v1/cloudimages/job/${job_id}`);
    expect(status).toBe(step === 0 ? 'INIT' : 'RUNNING');
    percents.push((entities as unknown as { process_percent: number }).process_percent);
    await admin(own, 'POST', 'advance', `{"seconds":${step === 0 ? 310 : 200}}`);
  }
  expect(percents).toEqual([0, 0.31, 0.51, 0.71]);
  await admin(own, 'POST', 'advance', '{"seconds":200}');
  expect(await call(own, 'GET', `/v1/cloudimages/job/${job_id}`)).toMatchObject({ status: 'SUCCESS' });
});

test('Wrong durations are refused', async ({ own }) => {
  for (const body of ['[]', '{"default":-1}', '{"types":{"a":"b"}}', '{"types":[]}', '{"other":1}', 'null']) {
    expect((await admin(own, 'PUT', 'job-durations', body)).status).toBe(400);
  }
  expect(await (await admin(own, 'GET', 'job-durations')).json()).toEqual({ default: 60, types: {} });
});

test('A fault is injected and taken back', async ({ own }) => {
  const status = async (): Promise<number> => (await fetch(`${own.endpoint}/nowhere/at/all`)).status;
  expect((await admin(own, 'PUT', 'fault', '{"name":"unknown-route-200"}')).status).toBe(200);
  expect(await status()).toBe(200);
  expect((await admin(own, 'PUT', 'fault', '{"name":null}')).status).toBe(200);
  expect(await status()).toBe(404);
  expect((await admin(own, 'PUT', 'fault', '{"name":"none-such"}')).status).toBe(400);
});

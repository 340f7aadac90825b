import { type RunningEmulator, startEmulator } from '../../fixtures/emulator/index.js';
import { expect, test as shared } from './emulator-test.js';

/** These change clock and seed: each has an emulator of its own. */
const test = shared.extend<{ own: RunningEmulator }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern.
  own: async ({}, use) => {
    const emulator = await startEmulator();
    await use(emulator);
    await emulator.close();
  },
});

async function admin({ endpoint }: RunningEmulator, name: string, body: unknown = {}): Promise<Response> {
  return fetch(`${endpoint}/_emulator/${name}`, { method: 'POST', body: JSON.stringify(body) });
}

async function status({ endpoint, configuration }: RunningEmulator): Promise<number> {
  const headers = { 'X-Auth-Token': configuration().auth.expiredToken ?? '' };
  return (await fetch(`${endpoint}/v2/cloudimages`, { headers })).status;
}

test('An object is put, read, listed and deleted', async ({ send }) => {
  const object = '/obs/ims-exports/a/b%20c';
  expect((await send('PUT', object, 'hello')).headers.get('etag')).toBe('"5d41402abc4b2a76b9719d911017c592"');
  expect((await send('GET', object)).text).toBe('hello');
  expect((await send('GET', '/obs/ims-exports?prefix=a/')).text).toContain('<Key>a/b c</Key>');
  expect((await send('DELETE', object)).status).toBe(204);
  expect((await send('GET', object)).text).toContain('<Code>NoSuchKey</Code>');
});

test('A bucket is made, and removed when it is empty', async ({ send }) => {
  expect((await send('PUT', '/obs/new-bucket')).status).toBe(200);
  await send('PUT', '/obs/new-bucket/key', 'x');
  expect((await send('DELETE', '/obs/new-bucket')).status).toBe(409);
  await send('DELETE', '/obs/new-bucket/key');
  expect((await send('DELETE', '/obs/new-bucket')).status).toBe(204);
  expect((await send('GET', '/obs')).text).not.toContain('new-bucket');
});

test("Somebody else's bucket is closed", async ({ send }) => {
  expect((await send('GET', '/obs/ims-member-images')).status).toBe(403);
  expect((await send('GET', '/obs/ims-images', undefined, {})).status).toBe(403);
  expect((await send('PUT', '/obs/ims-member-images')).status).toBe(409);
});

test('A token ages with the clock that is set forward', async ({ own }) => {
  const password = { user: { name: 'ims-main', password: 'ims-main-password' } };
  const auth = { identity: { methods: ['password'], password } };
  const issued = await fetch(`${own.endpoint}/v3/auth/tokens`, { method: 'POST', body: JSON.stringify({ auth }) });
  const headers = { 'X-Auth-Token': issued.headers.get('x-subject-token') ?? '' };
  const see = async () => (await fetch(`${own.endpoint}/v2/cloudimages`, { headers })).status;
  await admin(own, 'advance', { seconds: 23 * 3600 });
  expect(await see()).toBe(200);
  await admin(own, 'advance', { seconds: 3600 });
  expect(await see()).toBe(401);
});

test('A reset brings back the seed', async ({ own }) => {
  const seeded = own.world.images.size;
  const { token, projectId } = own.configuration().auth;
  await fetch(`${own.endpoint}/v2/images`, {
    method: 'POST',
    headers: { 'X-Auth-Token': token },
    body: '{"name":"n"}',
  });
  expect(own.world.images.ownedBy(projectId)).toHaveLength(1);
  expect((await admin(own, 'reset')).status).toBe(200);
  expect(own.world.images.ownedBy(projectId)).toHaveLength(0);
  expect(own.world.images.size).toBe(seeded);
  expect(await status(own)).toBe(401);
});

test('Servers, vaults and projects can be added', async ({ own }) => {
  const answer = await admin(own, 'seed', {
    projects: [{ name: 'third' }],
    servers: [{ name: 's', os: 'Linux', project: 'third' }],
  });
  const { projects } = (await answer.json()) as { projects: { name: string; servers: object }[] };
  expect(projects.find(({ name }) => name === 'third')?.servers).toHaveProperty('s');
});

test('Wrong words to the administration answer 400', async ({ own }) => {
  for (const [name, body] of [
    ['advance', {}],
    ['advance', { seconds: -1 }],
    ['advance', null],
    ['seed', { x: 1 }],
    ['seed', []],
  ] as const) {
    expect((await admin(own, name, body)).status).toBe(400);
  }
});

test('Closing takes no time, whoever is connected', async () => {
  const emulator = await startEmulator();
  await Promise.all(Array.from({ length: 20 }, () => fetch(`${emulator.endpoint}/v3`)));
  const began = performance.now();
  await emulator.close();
  expect(performance.now() - began).toBeLessThan(200);
});

import { expect, test } from './emulator-test.js';

const password = { user: { name: 'ims-main', password: 'ims-main-password', domain: { name: 'ims-main-account' } } };
const identity = { methods: ['password'], password };

test('A token comes in X-Subject-Token and gives access', async ({ send, emulator }) => {
  const auth = { identity, scope: { project: { name: 'ims-main' } } };
  const { status, headers, json } = await send('POST', '/v3/auth/tokens', { auth }, {});
  expect(status).toBe(201);
  expect(json.token.project.id).toBe(emulator.configuration().auth.projectId);
  const token = headers.get('x-subject-token') ?? '';
  expect((await send('GET', '/v2/cloudimages', undefined, { 'X-Auth-Token': token })).status).toBe(200);
});

test('The catalog names an image service of the region', async ({ send, emulator }) => {
  const { json } = await send('POST', '/v3/auth/tokens', { auth: { identity } }, {});
  const image = json.token.catalog.find(({ type }: { type: string }) => type === 'image');
  expect(image.endpoints[0]).toMatchObject({ url: emulator.endpoint, region: 'emulator-1', interface: 'public' });
});

test('A token can be asked for by project id', async ({ send, emulator }) => {
  const { projectId } = emulator.configuration().auth;
  const { json } = await send(
    'POST',
    '/v3/auth/tokens',
    { auth: { identity, scope: { project: { id: projectId } } } },
    {},
  );
  expect(json.token.project.name).toBe('ims-main');
});

test('A token can be exchanged for another', async ({ send, emulator }) => {
  const proof = { methods: ['token'], token: { id: emulator.configuration().auth.token } };
  const { status, headers } = await send('POST', '/v3/auth/tokens', { auth: { identity: proof } }, {});
  expect(status).toBe(201);
  expect(headers.get('x-subject-token')).toBeTruthy();
});

const refused = {
  'a wrong password': { identity: { ...identity, password: { user: { ...password.user, password: 'no' } } } },
  'an unknown user': { identity: { ...identity, password: { user: { ...password.user, name: 'nobody' } } } },
  'another account': { identity: { ...identity, password: { user: { ...password.user, domain: { name: 'no' } } } } },
  "somebody else's project": { identity, scope: { project: { name: 'ims-member' } } },
};

for (const [title, auth] of Object.entries(refused)) {
  test(`Asking for a token with ${title} answers 401`, async ({ send }) => {
    const { status, json, headers } = await send('POST', '/v3/auth/tokens', { auth }, {});
    expect([status, json.error.code]).toEqual([401, 401]);
    expect(headers.get('x-subject-token')).toBeNull();
  });
}

test('A body that asks for nothing answers 400', async ({ send }) => {
  for (const body of ['', '[]', 'null', '{"auth":null}', '{"auth":{"identity":{"methods":"password"}}}', '{']) {
    expect((await send('POST', '/v3/auth/tokens', body, {})).status, body).toBe(400);
  }
});

test('A token for the whole account is no use here', async ({ send }) => {
  const auth = { identity, scope: { domain: { name: 'ims-main-account' } } };
  const { headers } = await send('POST', '/v3/auth/tokens', { auth }, {});
  const token = { 'X-Auth-Token': headers.get('x-subject-token') ?? '' };
  expect((await send('GET', '/v2/cloudimages', undefined, token)).json.error.code).toBe('IMG.0030');
  expect((await send('GET', '/v3/projects', undefined, token)).status).toBe(200);
});

test('Projects are found by name and by region', async ({ send, emulator }) => {
  const { projectId } = emulator.configuration().auth;
  for (const name of ['ims-main', 'emulator-1']) {
    const { json } = await send('GET', `/v3/projects?name=${name}`);
    expect(json.projects.map(({ id }: { id: string }) => id)).toEqual([projectId]);
  }
  expect((await send('GET', '/v3/projects?name=ims-member')).json.projects).toEqual([]);
});

test('Projects are shown to those who are known', async ({ send }) => {
  expect((await send('GET', '/v3/projects', undefined, {})).status).toBe(401);
});

test('The version of the identity API is open to all', async ({ send }) => {
  expect((await send('GET', '/v3', undefined, {})).json.version.id).toMatch(/^v3/);
  expect((await send('GET', '/v3/', undefined, {})).status).toBe(200);
});

test('A token tells about itself', async ({ send, emulator }) => {
  const { token } = emulator.configuration().auth;
  const { json } = await send('GET', '/v3/auth/tokens', undefined, { 'X-Auth-Token': token, 'X-Subject-Token': token });
  expect(json.token.user.name).toBe('ims-main');
});

test('An expired token answers 401 and says when', async ({ send, emulator }) => {
  const { expiredToken = '' } = emulator.configuration().auth;
  const { status, json } = await send('GET', '/v2/cloudimages', undefined, { 'X-Auth-Token': expiredToken });
  expect([status, json.error_msg]).toEqual([401, expect.stringMatching(/token expires, expires_at:\d{4}-/)]);
});

import { expect, test } from './emulator-test.js';

test('A user who may only read sees images and changes none', async ({ send, emulator }) => {
  const reader = { 'X-Auth-Token': emulator.configuration().auth.readerToken ?? '' };
  const { json } = await send('POST', '/v2/images', { name: 'guarded' });
  expect((await send('GET', `/v2/images/${json.id}`, undefined, reader)).json.name).toBe('guarded');
  const { status, text } = await send('DELETE', `/v2/images/${json.id}`, undefined, reader);
  expect([status, text.includes('not allowed')]).toEqual([403, true]);
  expect((await send('GET', `/v2/images/${json.id}`)).status).toBe(200);
});

test('Extension calls name the code of a role that does not do', async ({ send, emulator }) => {
  const reader = { 'X-Auth-Token': emulator.configuration().auth.readerToken ?? '' };
  const body = { image_id: '00000000-0000-4000-8000-000000000000', tag: 'a.b' };
  const { status, json } = await send('PUT', '/v1/cloudimages/tags', body, reader);
  expect([status, json.error.code]).toEqual([403, 'IMG.0026']);
});

test('Schemas and versions take no permission', async ({ send, emulator }) => {
  const reader = { 'X-Auth-Token': emulator.configuration().auth.readerToken ?? '' };
  for (const path of ['/', '/v2', '/v2/schemas/image'])
    expect((await send('GET', path, undefined, reader)).status, path).toBeLessThan(400);
});

test('The reader can ask for a token of his own', async ({ send }) => {
  const user = { name: 'ims-main-reader', password: 'ims-main-password-reader', domain: { name: 'ims-main-account' } };
  const auth = { identity: { methods: ['password'], password: { user } } };
  const { headers } = await send('POST', '/v3/auth/tokens', { auth }, {});
  const own = { 'X-Auth-Token': headers.get('x-subject-token') ?? '' };
  expect((await send('GET', '/v2/cloudimages', undefined, own)).status).toBe(200);
  expect((await send('POST', '/v2/images', { name: 'no' }, own)).status).toBe(403);
});

import { verifySignature } from '../../fixtures/emulator/index.js';
import { expect, test } from './emulator-test.js';
import { officialHeaders, scopedHeaders } from './signed-request.js';

/** The examples that the signing guides publish, keys and all. */
const published = [
  {
    title: 'a GET with a query',
    sk: 'SecretKey',
    method: 'GET',
    path: '/resources',
    query: 'size=1',
    body: '',
    headers: { host: 'service.endpoint.myhuaweicloud.com', 'x-sdk-date': '20200608T023900Z' },
    signature: 'cfb4171acec81de07d50e53d57eb77edd537414d66ddb1d7d780f128e12cd842',
  },
  {
    title: 'a POST with a body',
    sk: 'SecretKey',
    method: 'POST',
    path: '/resources',
    query: 'size=1',
    body: '{"name":"test","id":1}',
    headers: { host: 'service.endpoint.myhuaweicloud.com', 'x-sdk-date': '20200608T023900Z' },
    signature: '436b1ac0a1ae03705934bb70ef2f2e09f7bfed2117d731a38235053199323a1f',
  },
  {
    title: 'a list of networks',
    sk: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc',
    method: 'GET',
    path: '/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs',
    query: 'limit=2&marker=13551d6b-755d-4757-b956-536f674975c0',
    body: '',
    headers: {
      'content-type': 'application/json',
      host: 'service.region.example.com',
      'x-sdk-date': '20191115T033655Z',
    },
    signature: '7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe',
  },
];

for (const { title, sk, signature, body, ...request } of published) {
  const names = Object.keys(request.headers).join(';');
  const authorization = `SDK-HMAC-SHA256 Access=AccessKey, SignedHeaders=${names}, Signature=${signature}`;
  const signed = { ...request, body: Buffer.from(body), headers: { ...request.headers, authorization } };

  test(`The published signature holds: ${title}`, () => {
    expect(verifySignature(signed, sk)).toBe(true);
    expect(verifySignature({ ...signed, query: `${signed.query}0` }, sk)).toBe(false);
    expect(verifySignature(signed, `${sk}x`)).toBe(false);
  });
}

test('The official signer is let in', async ({ emulator, send }) => {
  const pair = emulator.configuration().auth;
  for (const path of [
    '/v2/cloudimages?name=a%20b&__imagetype=gold&limit=1',
    '/v1/cloudimages/quota',
    '/v2/cloudimages?tag=%E6%A0%87%2B%3D%27',
  ]) {
    const headers = officialHeaders({ method: 'GET', url: emulator.endpoint + path }, pair);
    expect((await send('GET', path, undefined, headers)).status, path).toBe(200);
  }
});

test('A signed body is accepted, and a changed one refused', async ({ emulator, send }) => {
  const { projectId, ...pair } = emulator.configuration().auth;
  const path = `/v2/${projectId}/images/resource_instances/action`;
  const body = { action: 'count', tags: [{ key: '键', values: [] }] };
  const headers = officialHeaders({ method: 'POST', url: emulator.endpoint + path, body }, pair);
  expect((await send('POST', path, body, headers)).status).toBe(200);
  expect((await send('POST', path, { ...body, action: 'filter' }, headers)).json.error_code).toBe('APIGW.0301');
});

test('The older notation with a derived key is let in', async ({ emulator, send }) => {
  const pair = emulator.configuration().auth;
  const url = `${emulator.endpoint}/v1/cloudimages/quota`;
  const headers = scopedHeaders({ method: 'GET', url }, pair);
  expect((await send('GET', '/v1/cloudimages/quota', undefined, headers)).status).toBe(200);
  const wrong = scopedHeaders({ method: 'GET', url }, { ...pair, sk: 'wrong' });
  expect((await send('GET', '/v1/cloudimages/quota', undefined, wrong)).status).toBe(401);
});

test('The older notation may sign the query as body', async ({ emulator, send }) => {
  const path = '/v2/cloudimages/action?a=1';
  const headers = scopedHeaders({ method: 'POST', url: emulator.endpoint + path }, emulator.configuration().auth);
  const { status, json } = await send('POST', '/v2/cloudimages/action?a=1', undefined, headers);
  // Path and query differ in what is signed for them; getting past the gateway is what counts.
  expect([status, json.error_code]).toEqual([400, undefined]);
});

const wrongly = {
  'an unknown access key': (pair: { ak: string; sk: string }) => ({
    pair: { ...pair, ak: 'NOSUCHKEY' },
    at: new Date(),
  }),
  'another secret key': (pair: { ak: string; sk: string }) => ({
    pair: { ...pair, sk: 'nosuchsecret' },
    at: new Date(),
  }),
  'a signature of 16 minutes ago': (pair: { ak: string; sk: string }) => ({ pair, at: new Date(Date.now() - 960_000) }),
  'a signature of 16 minutes ahead': (pair: { ak: string; sk: string }) => ({
    pair,
    at: new Date(Date.now() + 960_000),
  }),
};

for (const [title, change] of Object.entries(wrongly)) {
  test(`A request with ${title} answers 401`, async ({ emulator, send }) => {
    const { pair, at } = change(emulator.configuration().auth);
    const headers = officialHeaders({ method: 'GET', url: `${emulator.endpoint}/v2/cloudimages` }, pair, at);
    const { status, json } = await send('GET', '/v2/cloudimages', undefined, headers);
    expect(status).toBe(401);
    expect(json).toEqual({
      error_msg: expect.stringMatching(/^Incorrect (IAM|app) auth/),
      error_code: expect.stringMatching(/^APIGW\.030[13]$/),
      request_id: expect.any(String),
    });
  });
}

test('A signature of 14 minutes ago still holds', async ({ emulator, send }) => {
  const at = new Date(Date.now() - 840_000);
  const headers = officialHeaders(
    { method: 'GET', url: `${emulator.endpoint}/v2/cloudimages` },
    emulator.configuration().auth,
    at,
  );
  expect((await send('GET', '/v2/cloudimages', undefined, headers)).status).toBe(200);
});

test('Query, path and signed headers cannot be changed', async ({ emulator, send }) => {
  const url = `${emulator.endpoint}/v2/cloudimages?limit=1`;
  const headers = officialHeaders({ method: 'GET', url, headers: { 'x-extra': '1' } }, emulator.configuration().auth);
  expect((await send('GET', '/v2/cloudimages?limit=1', undefined, headers)).status).toBe(200);
  expect((await send('GET', '/v2/cloudimages?limit=2', undefined, headers)).status).toBe(401);
  expect((await send('GET', '/v1/cloudimages/quota?limit=1', undefined, headers)).status).toBe(401);
  expect((await send('GET', '/v2/cloudimages?limit=1', undefined, { ...headers, 'x-extra': '2' })).status).toBe(401);
});

test('An unsigned X-Project-Id chooses among own projects', async ({ emulator, send }) => {
  const { auth, member } = emulator.configuration();
  const headers = officialHeaders({ method: 'GET', url: `${emulator.endpoint}/v2/cloudimages` }, auth);
  expect((await send('GET', '/v2/cloudimages', undefined, { ...headers, 'X-Project-Id': auth.projectId })).status).toBe(
    200,
  );
  expect(
    (await send('GET', '/v2/cloudimages', undefined, { ...headers, 'X-Project-Id': `${member?.projectId}` })).status,
  ).toBe(401);
});

test('A signed body over 12 MB answers 401', async ({ emulator, send }) => {
  const path = `/v2/${emulator.configuration().auth.projectId}/images/resource_instances/action`;
  const headers = officialHeaders(
    { method: 'POST', url: emulator.endpoint + path, body: {} },
    emulator.configuration().auth,
  );
  const { status, json } = await send('POST', path, ' '.repeat(12 * 1024 * 1024 + 1), headers);
  expect([status, json.error_msg]).toEqual([401, expect.stringContaining('body too large')]);
});

test('UNSIGNED-PAYLOAD leaves the body out of the signature', async ({ emulator, send }) => {
  const path = `/v2/${emulator.configuration().auth.projectId}/images/resource_instances/action`;
  const headers = officialHeaders(
    { method: 'POST', url: emulator.endpoint + path, headers: { 'X-Sdk-Content-Sha256': 'UNSIGNED-PAYLOAD' } },
    emulator.configuration().auth,
  );
  expect((await send('POST', path, { action: 'count' }, headers)).status).toBe(200);
});

import { randomBytes } from 'node:crypto';
import { expect, test } from './emulator-test.js';
import { sendRaw } from './raw-http.js';
import { officialHeaders } from './signed-request.js';

/** Signed bodies end at 12 MB (ims-behaviour, section 4); tokens do not care. */
const large = randomBytes(13 * 1024 * 1024);

test('A signed upload above 12 MB is refused, and one with a token is taken', async ({ emulator, send }) => {
  const { token, ...pair } = emulator.configuration().auth;
  const { json } = await send('POST', '/v2/images', { name: 'large', __os_version: 'CentOS 7.3 64bit', min_disk: 40 });
  const url = `${emulator.endpoint}/v2/images/${json.id}/file`;
  const type = { 'content-type': 'application/octet-stream' };
  const unsigned = { ...type, 'X-Sdk-Content-Sha256': 'UNSIGNED-PAYLOAD' };
  const signed = officialHeaders({ method: 'PUT', url, headers: unsigned }, pair);
  const refused = await fetch(url, { method: 'PUT', headers: signed, body: large });
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({
    error_code: 'APIGW.0301',
    error_msg: 'Incorrect IAM authentication information: calc aksk signature fail:body too large',
    request_id: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  const taken = await fetch(url, { method: 'PUT', headers: { ...type, 'X-Auth-Token': token }, body: large });
  expect(taken.status).toBe(204);
});

test('An object above 12 MB is taken, and one above 64 MiB refused before it has come', async ({ emulator }) => {
  const { token } = emulator.configuration().auth;
  const url = `${emulator.endpoint}/obs/ims-exports/large`;
  expect((await fetch(url, { method: 'PUT', headers: { 'X-Auth-Token': token }, body: large })).status).toBe(200);
  const back = Buffer.from(await (await fetch(url, { headers: { 'X-Auth-Token': token } })).arrayBuffer());
  expect(back.equals(large)).toBe(true);
  expect((await fetch(url, { method: 'DELETE', headers: { 'X-Auth-Token': token } })).status).toBe(204);
  const head = `PUT /obs/ims-exports/huge HTTP/1.1\r\nHost: x\r\nX-Auth-Token: ${token}\r\nContent-Length: 99999999\r\n\r\nx`;
  expect(await sendRaw(emulator.endpoint, head)).toMatch(/^HTTP\/1\.1 400 .*<Code>EntityTooLarge<\/Code>/s);
});

import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from './emulator-test.js';
import { sendRaw } from './raw-http.js';

const action = '/images/resource_instances/action';

const bodies: Record<string, string | Buffer> = {
  'half an object': '{"action":',
  'a byte order mark': '\ufeff{"action":"count"}',
  'bytes that are not UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  'UTF-16': Buffer.from('{"action":"count"}', 'utf16le'),
  'ten thousand nested lists': '['.repeat(10_000),
  'ten thousand nested objects': `${'{"tags":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  'a number for a body': '7',
  'null for a body': 'null',
  'a list for a body': '[[[]]]',
  'a key named __proto__': '{"action":"count","__proto__":{"tags":[]},"tags":{"__proto__":[]}}',
  'a lone surrogate': '{"action":"count","tags":[{"key":"\\ud800","values":["\\udfff"]}]}',
  'a huge number': '{"action":"filter","limit":1e999,"offset":-1e308}',
  'a NUL': '{"action":"count","tags":[{"key":"\\u0000","values":[]}]}',
  XML: '<?xml version="1.0"?><action>count</action>',
};

for (const [title, body] of Object.entries(bodies)) {
  test(`A body of ${title} is no server error`, async ({ emulator, send }) => {
    const { projectId, token } = emulator.configuration().auth;
    const headers = { 'X-Auth-Token': token, 'Content-Type': 'application/json' };
    const { status, text } = await send('POST', `/v2/${projectId}${action}`, body as string, headers);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/\n\s+at |node:|\.ts:/);
  });
}

test('A body that is no JSON answers 400 with IMG.0001, an empty one IMG.0007', async ({ emulator, send }) => {
  const path = `/v2/${emulator.configuration().auth.projectId}${action}`;
  expect((await send('POST', path, '{')).json.error.code).toBe('IMG.0001');
  expect((await send('POST', path, '')).json.error.code).toBe('IMG.0007');
});

const paths = [
  '/%',
  '/v2/%zz/images/tags',
  '/v2/%00/images/tags',
  '/v2//images/tags',
  '//',
  '/v2/images/%2e%2e%2f',
  '/v2/cloudimages?%&=&%zz=%',
  '/v2/cloudimages?limit=%00',
  `/${'a/'.repeat(5000)}`,
  '/v2/images/__proto__',
  '/constructor',
  '/v2/cloudimages?__proto__=1&constructor=2',
  '/v1/cloudimages/os_version?tag=constructor',
  '/v1/cloudimages/os_version?tag=__proto__',
  '/obs/%',
  '/obs//',
  '/_emulator/nothing',
];

for (const path of paths) {
  test(`The path ${path.slice(0, 40)} is no server error`, async ({ emulator }) => {
    const { token } = emulator.configuration().auth;
    const answer = await sendRaw(
      emulator.endpoint,
      `GET ${path} HTTP/1.1\r\nHost: x\r\nX-Auth-Token: ${token}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 [234]\d\d /);
    expect(answer).toMatch(/\r\nX-Request-Id: [0-9a-f]{32}\r\n/);
  });
}

const wires: Record<string, [sent: string, answered: RegExp]> = {
  'no HTTP': ['hello\r\n\r\n', /^HTTP\/1\.1 400 /],
  'an unknown method': ['BREW /v2/cloudimages HTTP/1.1\r\nHost: x\r\n\r\n', /^HTTP\/1\.1 400 /],
  'a known method that the API lacks': [
    'PROPFIND / HTTP/1.1\r\nHost: x\r\n\r\n',
    /^HTTP\/1\.1 404 .*"The API does not exist\."/s,
  ],
  'no Host': ['GET / HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400 /],
  'two lengths': ['POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', /^HTTP\/1\.1 400 /],
  'a length and chunks': [
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
    /^HTTP\/1\.1 400 /,
  ],
  'a malformed chunk': [
    'POST /v3/auth/tokens HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    /^HTTP\/1\.1 400 /,
  ],
  'an absolute address': [
    'GET http://ims.example.com/v3 HTTP/1.1\r\nHost: ims.example.com\r\n\r\n',
    /^HTTP\/1\.1 200 /,
  ],
  'a tunnel': ['CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n', /^HTTP\/1\.1 400 /],
  'an upgrade': [
    'GET /v3 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    /^HTTP\/1\.1 200 /,
  ],
  'HTTP/1.0': ['GET /v3 HTTP/1.0\r\n\r\n', /^HTTP\/1\.1 200 /],
  'an address of 64 KB': [
    `GET /v2/cloudimages?a=${'a'.repeat(65_536)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    /^HTTP\/1\.1 414 .*APIGW\.0201/s,
  ],
  'a header of 64 KB': [
    `GET /v3 HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(65_536)}\r\n\r\n`,
    /^HTTP\/1\.1 494 .*APIGW\.0201/s,
  ],
  'a header of 1 MB': [`GET /v3 HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(1_048_576)}\r\n\r\n`, /^(HTTP\/1\.1 494 |$)/],
  'a strange Host': ['GET /v3 HTTP/1.1\r\nHost: "><script>\r\n\r\n', /^HTTP\/1\.1 200 (?!.*script)/s],
  'two tokens': [
    'GET /v2/cloudimages HTTP/1.1\r\nHost: x\r\nX-Auth-Token: a\r\nX-Auth-Token: b\r\n\r\n',
    /^HTTP\/1\.1 401 /,
  ],
  'a broken signature': [
    'GET /v2/cloudimages HTTP/1.1\r\nHost: x\r\nAuthorization: SDK-HMAC-SHA256 Access=, SignedHeaders=, Signature=\r\n\r\n',
    /^HTTP\/1\.1 401 /,
  ],
};

for (const [title, [sent, answered]] of Object.entries(wires)) {
  test(`A request with ${title} is answered`, async ({ emulator, send }) => {
    expect(await sendRaw(emulator.endpoint, sent)).toMatch(answered);
    expect((await send('GET', '/_emulator/health')).status).toBe(200);
  });
}

test('A token body over 12 MB answers 413 before it has all come', async ({ emulator }) => {
  const { token, projectId } = emulator.configuration().auth;
  const head = `POST /v2/${projectId}${action} HTTP/1.1\r\nHost: x\r\nX-Auth-Token: ${token}\r\nContent-Length: 99999999\r\n\r\n{`;
  const answer = await sendRaw(emulator.endpoint, head);
  expect(answer).toMatch(/^HTTP\/1\.1 413 .*APIGW\.0201/s);
});

test('An endless chunked body is cut off with 413', async ({ emulator }) => {
  const { token, projectId } = emulator.configuration().auth;
  const head = `POST /v2/${projectId}${action} HTTP/1.1\r\nHost: x\r\nX-Auth-Token: ${token}\r\nTransfer-Encoding: chunked\r\n\r\n`;
  const chunk = `100000\r\n${' '.repeat(0x100000)}\r\n`;
  expect(await sendRaw(emulator.endpoint, head + chunk.repeat(14))).toMatch(/^HTTP\/1\.1 413 /);
});

test('A request that never ends holds up nobody', async ({ emulator, send }) => {
  const { port } = new URL(emulator.endpoint);
  const sockets = Array.from({ length: 50 }, () => connect(Number(port), '127.0.0.1'));
  for (const socket of sockets)
    socket.on('error', () => {}).write('POST /v3/auth/tokens HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{');
  await sleep(50);
  expect((await send('GET', '/v3')).status).toBe(200);
  for (const socket of sockets) socket.destroy();
});

test('A client that leaves in the middle of its body does no harm', async ({ emulator, send }) => {
  const { port } = new URL(emulator.endpoint);
  for (let round = 0; round < 20; round++) {
    const socket = connect(Number(port), '127.0.0.1').on('error', () => {});
    socket.write('POST /v3/auth/tokens HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{', () =>
      socket.resetAndDestroy(),
    );
  }
  await sleep(50);
  expect((await send('GET', '/v3')).status).toBe(200);
});

test('Requests on one connection are answered in order', async ({ emulator }) => {
  const answer = await sendRaw(emulator.endpoint, 'GET /v3 HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(10));
  expect(answer.match(/HTTP\/1\.1 200 /g)).toHaveLength(10);
});

test('An upload that breaks off leaves the image without a file, and open to the next one', async ({
  emulator,
  send,
}) => {
  const { token } = emulator.configuration().auth;
  const made = await send('POST', '/v2/images', { disk_format: 'raw', container_format: 'bare' });
  const path = `/v2/images/${made.json.id}`;
  const { port } = new URL(emulator.endpoint);
  const head = `PUT ${path}/file HTTP/1.1\r\nHost: x\r\nX-Auth-Token: ${token}\r\nContent-Type: application/octet-stream\r\nContent-Length: 4096\r\n\r\n`;
  const socket = connect(Number(port), '127.0.0.1').on('error', () => {});
  await new Promise((written) => socket.write(head + 'x'.repeat(100), () => written(socket.resetAndDestroy())));
  await sleep(50);
  expect((await send('GET', path)).json).toMatchObject({ status: 'queued' });
  expect((await send('DELETE', path)).status).toBe(204);
});

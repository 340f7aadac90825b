import { writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from '../temporary-folder.js';
import { serve } from './cli-endpoint.js';
import { type CliRun, runCli } from './run-cli.js';

const secret = 'planted-Token+/=secret';
const credentials: Record<string, string> = { IMS_TOKEN: secret, IMS_PROJECT_ID: 'p1' };

/** Runs against a server that answers by the listener. @param requestSeconds when a request is given up: a busy machine answers late, too. */
async function judge(listener: RequestListener, env = credentials, requestSeconds = 10): Promise<CliRun> {
  const folder = temporaryFolder();
  const config = join(folder, 'ims.yaml');
  writeFileSync(config, `timeouts: { requestSeconds: ${requestSeconds} }\nout: report\n`);
  const server = await serve(listener);
  try {
    return await runCli(['run', '--endpoint', server.endpoint, '--config', config], env);
  } finally {
    server.close();
  }
}

/** A server that says the same whatever it is asked. */
function always(status: number, type: string, body: string): RequestListener {
  return (_, response) => response.writeHead(status, { 'Content-Type': type }).end(body);
}

const json = 'application/json';
const echoed = JSON.stringify({ error_code: 'APIGW.0301', error_msg: `decrypt token fail: ${secret}` });
const bodies: { title: string; listener: RequestListener; says: RegExp; seconds?: number }[] = [
  {
    title: 'HTML',
    listener: always(200, 'text/html', '<!doctype html><p>Hi'),
    says: /answers 200 with a page \(text\/html\)/,
  },
  { title: 'plain text', listener: always(200, 'text/plain', 'It works!'), says: /\(text\/plain\) is not JSON/ },
  { title: 'the JSON of another service', listener: always(200, json, '{"servers":[]}'), says: /has no "images"/ },
  { title: 'null', listener: always(200, json, 'null'), says: /has no "images"/ },
  { title: 'no such API', listener: always(404, json, '{"error_code":"APIGW.0101"}'), says: /404 \(APIGW\.0101\)/ },
  { title: 'an internal error', listener: always(500, json, '{}'), says: /answers 500 to GET \/v2\/cloudimages/ },
  {
    title: 'a refusal',
    listener: always(401, json, echoed),
    says: /auth\.token.*401 \(APIGW\.0301: decrypt token fail: \*\*\*\)/,
  },
  {
    title: 'a compressed refusal',
    listener: (_, r) => r.writeHead(401, { 'Content-Type': json, 'Content-Encoding': 'gzip' }).end(gzipSync(echoed)),
    says: /auth\.token.*401 \(APIGW\.0301: decrypt token fail: \*\*\*\)/,
  },
  {
    title: 'a redirection',
    listener: (_, r) => r.writeHead(302, { Location: 'https://b.c/x' }).end(),
    says: /to https:\/\/b\.c\./,
  },
  { title: 'nothing, ever', listener: () => {}, says: /no answer within 0\.3 seconds.*requestSeconds/, seconds: 0.3 },
  {
    title: 'half an answer',
    listener: (_, r) => r.writeHead(200).write('{'),
    says: /no answer within 0\.3 seconds/,
    seconds: 0.3,
  },
  { title: 'a closed connection', listener: (request) => request.socket.destroy(), says: /closed without an answer/ },
  { title: 'something that is not HTTP', listener: (q) => q.socket.end('SSH-2.0\r\n'), says: /not HTTP/ },
];

for (const { title, listener, says, seconds } of bodies) {
  test(`exit 2 when the endpoint answers ${title}`, async () => {
    const { code, stdout, stderr } = await judge(listener, credentials, seconds);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain(secret);
  });
}

test('the credential that is refused is named', async () => {
  const env = { ...credentials, IMS_MEMBER_TOKEN: 'member-token', IMS_MEMBER_PROJECT_ID: 'p2' };
  const { stderr } = await judge((request, response) => {
    const known = request.headers['x-auth-token'] === secret;
    response.writeHead(known ? 200 : 403, { 'Content-Type': json }).end('{"images":[]}');
  }, env);
  expect(stderr).toMatch(/refuses the token of the second project \(member\.token\) with 403\. .*IMS_MEMBER_TOKEN/);
});

test('a wrong clock is named beside a refused signature', async () => {
  const env = { HUAWEICLOUD_SDK_AK: 'AK1', HUAWEICLOUD_SDK_SK: secret, HUAWEICLOUD_SDK_PROJECT_ID: 'p1' };
  const hourAgo = new Date(Date.now() - 3_600_000).toUTCString();
  const { stderr } = await judge((_, response) => response.writeHead(401, { Date: hourAgo }).end('{}'), env);
  expect(stderr).toMatch(/access key of the main project .*differ by 60 minutes/);
});

test('an address where nothing listens is named', async () => {
  const server = await serve(() => {});
  server.close();
  const { code, stderr } = await runCli(['run', '--endpoint', server.endpoint, '--out', tmpdir()], credentials);
  expect(code).toBe(2);
  expect(stderr).toContain('refuses the connection');
});

test('a host that does not resolve is named', async () => {
  const { code, stderr } = await runCli(['run', '--endpoint', 'http://ims.invalid', '--out', tmpdir()], credentials);
  expect(code).toBe(2);
  expect(stderr).toContain('"ims.invalid" cannot be resolved');
});

test('TLS towards a plain port is explained', async () => {
  const server = await serve(() => {});
  const endpoint = server.endpoint.replace('http:', 'https:');
  const { stderr } = await runCli(['run', '--endpoint', endpoint, '--out', tmpdir()], credentials);
  server.close();
  expect(stderr).toMatch(/TLS handshake failed.*http:\/\/ instead/);
});

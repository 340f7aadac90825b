import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { ProjectPass } from '../../fixtures/auth/pass.js';
import { LineState } from '../../fixtures/line/line-state.js';
import { Transport } from '../../fixtures/line/transport.js';
import { readSetbacks } from '../../reports/collect/read-setbacks.js';
import { type Operation, operationById } from '../../schemas/contract.js';
import { temporaryFolder } from '../temporary-folder.js';
import { serve } from './cli-endpoint.js';

type Reply = (asked: IncomingMessage, answer: ServerResponse) => void;

const body =
  (status: number, text: string | Buffer, headers = {}) =>
  (_asked: unknown, answer: ServerResponse) =>
    void answer.writeHead(status, headers).end(text);
const page = (status: number) => body(status, '<html><h1>Oops</h1></html>', { 'content-type': 'text/html' });
const reset: Reply = (asked) => void asked.socket.resetAndDestroy();
const well = body(200, '{"images":[]}');
const read = operationById('ListImages');
const write = operationById('CreateImage');

/**
 * Sends requests to a server that gives these replies in turn, the last for ever, and `known` to the read it is known by;
 * gives how the last of them ended.
 */
async function send(operation: Operation, replies: Reply[], known: Reply = well, outageSeconds = 0.4, requests = 1) {
  const asked: string[] = [];
  const server = await serve((request, answer) => {
    const own = request.url === '/asked';
    if (own) asked.push(request.method ?? '');
    const reply = own ? replies[Math.min(asked.length, replies.length) - 1] : known;
    reply?.(request, answer);
  });
  const out = temporaryFolder();
  const state = new LineState(join(out, '.line'));
  const pass = new ProjectPass('auth', { token: 't' }, state);
  const request = { method: 'GET', url: `${server.endpoint}/known`, headers: {} };
  const settings = { timeouts: { requestSeconds: 5, jobSeconds: 1, outageSeconds }, tls: { insecure: false } };
  const transport = new Transport(server.endpoint, settings, state, { request, pass });
  const { method } = operation;
  let end: number | string = '';
  for (let left = requests; left > 0; left -= 1) {
    const sent = transport.send({ method, url: `${server.endpoint}/asked`, headers: {} }, operation);
    end = await sent.then(
      ({ response }) => response.status,
      (error: Error) => `${error.name}: ${error.message}`,
    );
  }
  await transport.close();
  server.close();
  const notes = readSetbacks(out).map(({ what }) => what);
  return { end, times: asked.length, state, notes };
}

test('a read whose connection was reset is sent again', async () => {
  expect(await send(read, [reset, well])).toMatchObject({ end: 200, times: 2 });
});

test('a write whose connection was reset is not', async () => {
  const { end, times } = await send(write, [reset, well]);
  expect([end, times]).toEqual([expect.stringMatching(/^Unjudged: .*POST \/asked got no answer/), 1]);
});

test('a write that a gateway lost is not sent again', async () => {
  const { end, times } = await send(write, [page(504), well]);
  expect([end, times]).toEqual([expect.stringMatching(/^Unjudged: .*answered 504 by a gateway/), 1]);
});

test('a write that was put off is sent again', async () => {
  expect(await send(write, [body(429, ''), page(503), well])).toMatchObject({ end: 200, times: 3 });
});

test('a call that is one job too many is sent again as long as a job may take', async () => {
  const full = body(400, '{"error":{"code":"IMG.0060","message":"too many"}}');
  expect(await send(write, [full, full, well], well, 0)).toMatchObject({ end: 200, times: 3 });
  const { end } = await send(write, [full]);
  expect(end).toMatch(/^Unjudged: .*POST \/asked was answered 400 IMG.0060/);
  expect(await send(operationById('CopyImageCrossRegion'), [full, well])).toMatchObject({ end: 400, times: 1 });
});

test('the hint of a throttling target is followed', async () => {
  const begun = performance.now();
  expect(await send(read, [body(429, '', { 'retry-after': '1' }), well], well, 5)).toMatchObject({
    end: 200,
    times: 2,
  });
  expect(performance.now() - begun).toBeGreaterThan(990);
});

test('a hint to wait longer than the patience that is left is not followed', async () => {
  const begun = performance.now();
  const { end, times } = await send(write, [body(429, '', { 'retry-after': '3600' })], well, 5);
  expect([end, times]).toEqual([expect.stringMatching(/^Unjudged: .*429 and asked to wait 3600 s, longer than/), 1]);
  expect(performance.now() - begun).toBeLessThan(4000);
});

for (const [coding, pack] of Object.entries({ gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync })) {
  test(`an answer that comes as ${coding} is read`, async () => {
    const packed = body(200, pack('{"images":[]}'), { 'content-encoding': coding });
    const { end, times, state } = await send(read, [packed], packed);
    expect([end, times, state.unsteady]).toEqual([200, 1, false]);
  });
}

test('a page now and then is not the answer of the service', async () => {
  const { end, state } = await send(read, [page(200), well]);
  expect([end, state.unsteady]).toEqual([200, true]);
});

test('a page for a write is not surely of the service where the operation was answered in its form before', async () => {
  const { end, times, state } = await send(write, [well, page(200)], well, 0.4, 2);
  expect([end, times, state.unsteady]).toEqual([expect.stringMatching(/^Unjudged: .*200 with a page/), 2, true]);
});

for (const [what, replies] of Object.entries({
  'a write that never got another answer': [page(200)],
  'a write that was refused before': [body(400, '{"error":{}}'), page(200)],
  'a refused write': [well, page(400)],
  'a write that fails': [well, page(500)],
  'a write, as JSON that breaks off': [well, body(200, '{"job_id":')],
})) {
  test(`an answer without form is of the service for ${what}`, async () => {
    const { end, state } = await send(write, replies, well, 5, 2);
    expect([end, state.unsteady]).toEqual([expect.any(Number), false]);
  });
}

test('what is noted of pages for all requests does not say that they were answered when sent again', async () => {
  const { notes } = await send(write, [page(401)], page(401));
  const told = expect.stringMatching(
    /^Not every answer is surely .*: GET \/known was answered 401 with a page of markup\.$/,
  );
  expect(notes).toContainEqual(told);
  expect((await send(read, [page(200), well])).notes).toEqual([
    expect.stringMatching(/, and in its form when sent again\.$/),
  ]);
});

for (const [what, reply] of Object.entries({
  'an error page': page(500),
  'a page of a load balancer': body(404, 'default backend - 404'),
  'half a JSON': body(200, '{"images":[{'),
  'a redirection': body(302, '', { location: '/login' }),
})) {
  for (const operation of [read, write]) {
    test(`${what} for ${operation.operationId} is the service's own when all else is well`, async () => {
      expect((await send(operation, [reply], well, 5)).end).toEqual(expect.any(Number));
    });

    test(`${what} for ${operation.operationId} is not judged when all is answered so`, async () => {
      expect((await send(operation, [reply], reply)).end).toMatch(/^CutOff: Not judged: The target no longer answers/);
    });
  }
}

test('a refusal with a page is of the service, though it throttles now and then', async () => {
  let known = 0;
  const busy = body(429, '', { 'retry-after': '0' });
  const now: Reply = (...given) => (known++ % 2 === 0 ? busy : well)(...given);
  expect(await send(write, [page(400)], now)).toMatchObject({ end: 400, times: 1 });
});

test('an error of the service in JSON is its own at once', async () => {
  expect(await send(read, [body(500, '{"error":{}}'), well])).toMatchObject({ end: 500, times: 1 });
});

test('one call that never gets through leaves the target alive', async () => {
  const { end, state } = await send(read, [page(503)]);
  expect([end, state.gone]).toEqual([expect.stringMatching(/^Unjudged: .*answered 503/), undefined]);
});

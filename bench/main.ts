import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { parse } from 'yaml';
import { ProjectPass } from '../fixtures/auth/pass.js';
import { Client } from '../fixtures/client.js';
import type { RunConfiguration } from '../fixtures/config/run-configuration.js';
import { knownRead } from '../fixtures/line/known-read.js';
import { LineState } from '../fixtures/line/line-state.js';
import { Transport } from '../fixtures/line/transport.js';
import { Recorder } from '../fixtures/recorder.js';
import type { Results } from '../schemas/results.js';
import { start } from './child.js';
import { benchColdStart } from './cold-start.js';
import { benchLarge } from './large.js';
import { rate, ratio } from './rate.js';
import { runOnce } from './suite.js';

/*
 * Ratios of one run on one machine; absolute rates are printed beside them for orientation only.
 * Bars: pages of 100,000 images (large.ts); client >= 0.5 of bare undici; emulator >= 0.5 of a bare node:http server answering the same bytes.
 */
const span = 1000;
const settings = { timeouts: { requestSeconds: 30, jobSeconds: 60, outageSeconds: 60 }, tls: { insecure: false } };

function report(
  name: string,
  bar: number,
  { median, least, most, first, second }: Awaited<ReturnType<typeof ratio>>,
): void {
  const verdict = median >= bar ? 'reached' : 'MISSED';
  console.log(
    `${name}: ${median.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)}; ${Math.round(first)} and ${Math.round(second)} a second), bar ${bar} ${verdict}`,
  );
  if (median < bar) process.exitCode = 1;
}

function undici(
  pool: Pool,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
): () => Promise<unknown> {
  return async () => (await pool.request({ method: method as 'GET', path, headers, body: body ?? null })).body.text();
}

async function benchClient(): Promise<void> {
  const tags = Array.from({ length: 5 }, (_, index) => ({ key: `key-${index}`, value: `value-${index}` }));
  const server = await start('bench/bare-server.js', ['200', JSON.stringify({ tags })], /(http:\S+)/);
  const base = server.match[1] as string;
  const pool = new Pool(base, { connections: 64, pipelining: 1 });
  const credentials = { token: 'a-secret-token', projectId: 'p' };
  const state = new LineState(mkdtempSync(join(tmpdir(), 'ims-conformance-bench-')));
  const pass = new ProjectPass('auth', credentials, state);
  const transport = new Transport(base, settings, state, { request: knownRead(base, 'huaweicloud'), pass });
  const client = new Client(transport, new Recorder(['a-secret-token']), credentials, pass);
  const bare = undici(pool, 'GET', '/v2/p/images/i/tags', { 'x-auth-token': 'a-secret-token' });
  const ours = (): Promise<unknown> => client.call('ListImageTags', { path: { image_id: 'i' } });
  report(
    'client with recording and standing checks / bare undici',
    0.5,
    await ratio(
      () => rate(ours, span),
      () => rate(bare, span),
    ),
  );
  await Promise.all([pool.destroy(), transport.close()]);
  await server.stop();
}

async function benchEmulator(): Promise<{ endpoint: string; stop: () => Promise<void> }> {
  const emulator = await start(
    'cli/main.js',
    ['mock', '--port', '0', '--print-config', '--job-seconds', '0'],
    /(endpoint:[\s\S]*exportBucket: \S+)/,
  );
  const { endpoint, auth } = parse(emulator.match[1] as string) as RunConfiguration & { endpoint: string };
  const headers = { 'x-auth-token': auth.token as string, 'content-type': 'application/json' };
  const pool = new Pool(endpoint, { connections: 64, pipelining: 1 });
  const made = await pool.request({ method: 'POST', path: '/v2/images', headers, body: '{"name":"bench"}' });
  const { id } = (await made.body.json()) as { id: string };
  const listPath = `/v2/cloudimages?id=${id}`;
  const listed = await (await pool.request({ method: 'GET', path: listPath, headers })).body.text();
  const tagPath = `/v2/${auth.projectId}/images/${id}/tags`;
  for (const [name, status, method, path, body] of [
    ['list by id', '200', 'GET', listPath, undefined],
    ['tag write', '204', 'POST', tagPath, '{"tag":{"key":"purpose","value":"bench"}}'],
  ] as const) {
    const server = await start('bench/bare-server.js', [status, status === '200' ? listed : ''], /(http:\S+)/);
    const other = new Pool(server.match[1] as string, { connections: 64, pipelining: 1 });
    const ours = undici(pool, method, path, headers, body);
    const bare = undici(other, method, path, headers, body);
    report(
      `emulator / bare node:http server, ${name}`,
      0.5,
      await ratio(
        () => rate(ours, span),
        () => rate(bare, span),
      ),
    );
    await other.destroy();
    await server.stop();
  }
  await pool.destroy();
  return { endpoint, stop: emulator.stop };
}

async function benchSuite(): Promise<void> {
  const out = mkdtempSync(join(tmpdir(), 'ims-conformance-bench-'));
  const seconds = await runOnce(out);
  const { totals, run, requirements } = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as Results;
  console.log(
    `suite: ${totals.requests} requests, ${requirements.length} requirements in ${run.seconds.toFixed(1)} s (${Math.round(totals.requests / run.seconds)} a second), ${seconds.toFixed(1)} s from start to exit`,
  );
}

benchColdStart();
await benchClient();
await (await benchEmulator()).stop();
await benchLarge();
await benchSuite();

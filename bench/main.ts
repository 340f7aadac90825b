import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { ProjectPass } from '../fixtures/auth/pass.js';
import { Client } from '../fixtures/client.js';
import { Recorder } from '../fixtures/judging/recorder.js';
import { knownRead } from '../fixtures/line/known-read.js';
import { LineState } from '../fixtures/line/line-state.js';
import { Transport } from '../fixtures/line/transport.js';
import { defaultProfile } from '../schemas/profiles.js';
import { atLeast } from './bar.js';
import { start } from './child.js';
import { benchColdStart } from './cold-start.js';
import { benchLarge } from './large.js';
import { benchMemory } from './memory.js';
import { openEmulator } from './open-emulator.js';
import { rate, ratio } from './rate.js';
import { benchSuite } from './suite.js';

/*
 * Ratios of one run on one machine; absolute rates are printed beside them for orientation only.
 * Bars: client >= 0.5 of bare undici; emulator >= 0.5 of a bare node:http server answering the same bytes; pages of 100,000
 * images (large.ts); the whole suite (suite.ts), and with --thorough its memory (memory.ts). Words choose parts: `-- client suite`.
 */
const span = 1000;
const settings = { timeouts: { requestSeconds: 30, jobSeconds: 60, outageSeconds: 60 }, tls: { insecure: false } };

function report(name: string, bar: number, measured: Awaited<ReturnType<typeof ratio>>): void {
  const { median, least, most, first, second } = measured;
  const figures = `${least.toFixed(2)} to ${most.toFixed(2)}; ${Math.round(first)} and ${Math.round(second)} a second`;
  atLeast(`${name} (${figures})`, median, bar, 'of its rate');
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
  const transport = new Transport(base, settings, state, { request: knownRead(base, defaultProfile), pass });
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

async function benchEmulator(): Promise<void> {
  const { endpoint, headers, projectId, imageId: id, stop } = await openEmulator();
  const pool = new Pool(endpoint, { connections: 64, pipelining: 1 });
  const listPath = `/v2/cloudimages?id=${id}`;
  const listed = await (await pool.request({ method: 'GET', path: listPath, headers })).body.text();
  const tagPath = `/v2/${projectId}/images/${id}/tags`;
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
  await stop();
}

/** Each part by the word that asks for it alone: `npm run bench -- client suite`. */
const parts: Record<string, () => unknown> = {
  'cold-start': benchColdStart,
  client: benchClient,
  emulator: benchEmulator,
  large: benchLarge,
  suite: benchSuite,
  memory: benchMemory,
};
const words = process.argv.slice(2);
const asked = words.filter((word) => word !== '--thorough');
const unknown = asked.filter((word) => !(word in parts));
if (unknown.length > 0) {
  console.error(
    `No part of the benchmark is called "${unknown.join('" or "')}". Name some of: ${Object.keys(parts).join(', ')}.`,
  );
  process.exitCode = 2;
} else {
  for (const [name, part] of Object.entries(parts)) {
    // Memory takes a quarter of an hour.
    const usual = name !== 'memory' || words.includes('--thorough');
    if (asked.length > 0 ? asked.includes(name) : usual) await part();
  }
}

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { stringify } from 'yaml';
import { type RunningEmulator, startEmulator } from '../../fixtures/emulator/index.js';
import type { Results } from '../../schemas/results.js';
import { cli } from './run-cli.js';

let emulator: RunningEmulator;
test.beforeAll(async () => {
  emulator = await startEmulator({ port: 0 });
});
test.afterAll(() => emulator.close());

test('Ctrl-C deletes what was made, keeps what was seen, exits 130', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ims-conformance-interrupt-'));
  const config = join(folder, 'config.yaml');
  writeFileSync(config, stringify(emulator.configuration()));
  const out = join(folder, 'out');
  const child = spawn(process.execPath, [cli, 'run', '--config', config, '--out', out, '--effort', 'thorough'], {
    stdio: 'ignore',
  });
  const code = new Promise((done) => child.on('exit', done));
  const results = join(out, 'results.ndjson');
  for (let tries = 0; tries < 300 && !(existsSync(results) && statSync(results).size > 0); tries += 1) await sleep(100);
  child.kill('SIGINT');
  expect(await code).toBe(130);
  const { run, requirements, ledger } = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as Results;
  expect(run.interrupted).toBe(true);
  expect(requirements.some(({ outcome }) => outcome === 'pass')).toBe(true);
  expect(ledger.filter(({ state }) => state !== 'deleted')).toEqual([]);
  expect(await ownImages()).toEqual([]);
});

/** Images of the main project that still exist, by name. */
async function ownImages(): Promise<string[]> {
  const { endpoint, auth } = emulator.configuration();
  const answer = await fetch(`${endpoint}/v2/cloudimages?owner=${auth.projectId}&limit=500`, {
    headers: { 'X-Auth-Token': auth.token as string },
  });
  const { images } = (await answer.json()) as { images: { name: string }[] };
  return images.map(({ name }) => name).filter((name) => name.startsWith('ims-conformance-'));
}

import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { stringify } from 'yaml';
import { type RunningEmulator, startEmulator } from '../../fixtures/emulator/index.js';
import type { Results } from '../../schemas/results.js';
import { temporaryFolder } from '../temporary-folder.js';
import { cli } from './run-cli.js';

let emulator: RunningEmulator;
test.beforeAll(async () => {
  emulator = await startEmulator({ port: 0 });
});
test.afterAll(() => emulator.close());

test('Ctrl-C deletes what was made, keeps what was seen, exits 130', async () => {
  const { code, run, requirements, ledger } = await interrupted('results.ndjson', '"passed"', ['--effort', 'thorough']);
  expect(code).toBe(130);
  expect(run.interrupted).toBe(true);
  expect(requirements.some(({ outcome }) => outcome === 'pass')).toBe(true);
  expect(ledger.filter(({ state }) => state !== 'deleted')).toEqual([]);
  const { endpoint, auth } = emulator.configuration();
  expect(await ownImages(endpoint, auth)).toEqual([]);
});

test('Ctrl-C deletes copies in the other region', async () => {
  const flags = ['--only', 'copy-image-cross-region.*', '--effort', 'thorough'];
  const { code, ledger } = await interrupted('ledger.ndjson', '"region":"emulator-2"', flags);
  expect(code).toBe(130);
  expect(ledger.some(({ region }) => region === 'emulator-2')).toBe(true);
  expect(ledger.filter(({ state }) => state !== 'deleted')).toEqual([]);
  const { otherRegion } = emulator.configuration();
  if (!otherRegion) throw new Error('The seed has one region only.');
  expect(await ownImages(otherRegion.endpoint, otherRegion)).toEqual([]);
});

test('SIGTERM to every process of a run does no less', async () => {
  const flags = ['--effort', 'thorough'];
  const { code, ledger } = await interrupted('results.ndjson', '"passed"', flags, (pid) =>
    process.kill(-pid, 'SIGTERM'),
  );
  expect(code).toBe(130);
  expect(ledger.filter(({ state }) => state !== 'deleted')).toEqual([]);
});

/** A run that is stopped once one of its files holds a text. */
async function interrupted(
  file: string,
  text: string,
  flags: string[],
  stop: (pid: number) => void = (pid) => process.kill(pid, 'SIGINT'),
): Promise<Results & { code: unknown }> {
  const folder = temporaryFolder();
  const config = join(folder, 'config.yaml');
  writeFileSync(config, stringify(emulator.configuration()));
  const out = join(folder, 'out');
  const args = [cli, 'run', '--config', config, '--out', out, ...flags];
  // A group of its own, so that all of it can be stopped.
  const child = spawn(process.execPath, args, { stdio: 'ignore', detached: true });
  const code = new Promise((done) => child.on('exit', done));
  const written = join(out, file);
  const holds = () => existsSync(written) && readFileSync(written, 'utf8').includes(text);
  for (let tries = 0; tries < 600 && !holds(); tries += 1) await sleep(100);
  stop(child.pid as number);
  return { code: await code, ...(JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as Results) };
}

/** Images of a project that still exist, by name. */
async function ownImages(endpoint: string, auth: { projectId: string; token: string }): Promise<string[]> {
  const answer = await fetch(`${endpoint}/v2/cloudimages?owner=${auth.projectId}&limit=500`, {
    headers: { 'X-Auth-Token': auth.token },
  });
  const { images } = (await answer.json()) as { images: { name: string }[] };
  return images.map(({ name }) => name).filter((name) => name.startsWith('ims-conformance-'));
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { stringify } from 'yaml';
import { loadConfiguration } from '../../fixtures/config/load-configuration.js';
import type { OtherRegion, RunConfiguration } from '../../fixtures/config/run-configuration.js';
import { type RunningEmulator, startEmulator } from '../../fixtures/emulator/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { startProxy } from './good-servers/altering-proxy.js';
import { startReplica } from './good-servers/replica.js';
import { runSuite } from './run-cli.js';

const other = { region: 'r2', endpoint: 'http://b/', projectId: 'p2', projectName: 'r2', agencyName: 'a' };

function load(otherRegion: object, auth: object = { token: 't', projectId: 'p1' }): RunConfiguration {
  const file = join(temporaryFolder(), 'ims.yaml');
  writeFileSync(file, stringify({ endpoint: 'http://a', region: 'r1', auth, otherRegion }));
  return loadConfiguration({ file, flags: {}, env: {} });
}

test('another region is entered with its own token', () => {
  expect(load({ ...other, token: 't2' }).otherRegion).toEqual({ ...other, endpoint: 'http://b', token: 't2' });
});

test('without one it is entered with the key pair', () => {
  const { otherRegion } = load(other, { ak: 'k', sk: 's', securityToken: 'x', projectId: 'p1' });
  expect(otherRegion).toMatchObject({ ak: 'k', sk: 's', securityToken: 'x', projectId: 'p2' });
});

const mistakes: Record<string, [section: object, says: RegExp]> = {
  'no credentials': [other, /Set otherRegion\.token, or auth\.ak and auth\.sk/],
  'the same region': [{ ...other, token: 't', region: 'r1' }, /its region is "r1", which is the one that is judged/],
  'the same project': [{ ...other, token: 't', projectId: 'p1' }, /its project is "p1", that of auth/],
  'no agency': [{ ...other, token: 't', agencyName: undefined }, /otherRegion\.agencyName is missing/],
};
for (const [title, [section, says]] of Object.entries(mistakes)) {
  test(`an other region with ${title} is refused`, () => {
    expect(() => load(section)).toThrow(says);
  });
}

let emulator: RunningEmulator;
test.beforeAll(async () => {
  emulator = await startEmulator();
});
test.afterAll(() => emulator.close());

/** Judges the copies with changes to the printed configuration. */
function judge(changes: object, flags: string[] = []) {
  const config = join(temporaryFolder(), 'ims.yaml');
  writeFileSync(config, stringify({ ...emulator.configuration(), ...changes }));
  return runSuite(['--config', config, '--only', 'copy-image-cross-region.*', '--effort', 'quick', ...flags]);
}

test('without another region copies are not judged, and it is said what would enable them', async () => {
  const { code, results } = await judge({ otherRegion: undefined });
  expect(code).toBe(3);
  const job = results?.requirements.find(({ id }) => id === 'copy-image-cross-region.job');
  expect([job?.outcome, job?.reason]).toEqual(['not-run', expect.stringMatching(/a region to copy to.*otherRegion/)]);
});

test('a slow other region whose reads lag is not blamed', async () => {
  const { otherRegion } = emulator.configuration();
  const replica = await startReplica(emulator, 300);
  const address = otherRegion?.endpoint ?? '';
  const proxy = await startProxy(address, { delay: 100, ...replica.instead(address) });
  const { token, ...entered } = { ...(otherRegion as OtherRegion), endpoint: proxy.endpoint };
  const run = await judge({ otherRegion: entered, consistencySeconds: 1 });
  expect([token?.length, run.code], run.stdout).toEqual([expect.any(Number), 0]);
  await Promise.all([proxy.close(), replica.close()]);
});

test('the limit of copies is kept by two runs at once', async () => {
  const runs = await Promise.all([judge({}), judge({})]);
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
});

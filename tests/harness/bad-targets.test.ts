import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { stringify } from 'yaml';
import { type RunningEmulator, startEmulator } from '../../fixtures/emulator/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import {
  everSlower,
  garblingFirstTag,
  garblingWrites,
  losingCreation,
  mishaps,
  throttling,
  tokensExpire,
} from './mishaps.js';
import { type CliRun, runSuite } from './run-cli.js';
import { type Mishap, startTurningProxy } from './turning-proxy.js';

/*
 * Targets that turn bad in the middle of a run: the run ends in time, blames no rule, and tells what it left behind.
 */
test.describe.configure({ mode: 'parallel' });

type Configuration = ReturnType<RunningEmulator['configuration']>;

for (const [what, mishap] of Object.entries(mishaps)) {
  test(`no rule is blamed on a target that ${what}`, async () => {
    const { run, leftBehind } = await judge(mishap, 2);
    expectIncomplete(run);
    expect(run.results?.setbacks.map((each) => each.what).join()).toContain('The target no longer answers');
    expect(run.stdout).toContain('⚠ The target no longer answers');
    expect(leaked(run)).toEqual(expect.arrayContaining(leftBehind));
    expect(run.stdout).toContain(`⚠ ${leaked(run).length} resource`);
  });
}

test('a target that throttles for a while is judged all the same', async () => {
  const { run, leftBehind } = await judge(throttling(5), 90);
  expect(run.code, run.stdout + run.stderr).toBe(0);
  expect(run.results?.totals.throttled).toBeGreaterThanOrEqual(5);
  expect(leftBehind).toEqual([]);
});

test('no rule is blamed on a target that answers some writes with a page', async () => {
  const { run } = await judge(garblingWrites(15), 2);
  expectIncomplete(run);
  expect(run.results?.setbacks.map((each) => each.what).join()).toContain('was answered with success before');
});

test('no rule is blamed on a target whose first answer to a call is a page', async () => {
  const { run, leftBehind } = await judge(garblingFirstTag, 10, undefined, ['--workers', '1'], {
    goodRequests: 0,
    // Whose first calls are sent one after the other.
    only: ['add-image-tag.creates', 'add-image-tag.value-length'],
  });
  expectIncomplete(run);
  expect(leftBehind).toEqual([]);
  expect(run.stdout).toMatch(
    /⚠ Not every answer is surely the service's own: AddImageTag was answered with a page, and/,
  );
});

test('a run on a target that gets slower and slower ends when its time is used up', async () => {
  const { run, leftBehind } = await judge(everSlower(50), 10, undefined, ['--max-time', '20']);
  expectIncomplete(run);
  expect(run.results?.setbacks.map((each) => each.what)).toEqual([
    expect.stringMatching(/^The time of the run is used/),
  ]);
  expect(run.stdout).toContain('⚠ The time of the run is used up (timeouts.runSeconds: 20 s)');
  expect(run.results?.run.seconds).toBeLessThan(50);
  expect(leaked(run)).toEqual(expect.arrayContaining(leftBehind));
});

test('an image whose creation got no answer is deleted when its job has made it after all tests', async () => {
  const { run, leftBehind } = await judge(losingCreation(), 20, undefined, ['--workers', '1'], {
    goodRequests: 0,
    jobSeconds: 4,
  });
  expectIncomplete(run);
  expect([leftBehind, leaked(run)]).toEqual([[], []]);
});

test('an expired token is no failure of a rule', async () => {
  const { run, leftBehind } = await judge(tokensExpire, 2, withoutKeys);
  expectIncomplete(run);
  expect(run.results?.setbacks[0]?.what).toMatch(/^auth\.token is no longer accepted: .* fresh token/);
  expect(leaked(run)).toEqual(expect.arrayContaining(leftBehind));
});

test('an access key goes on where a token has expired', async () => {
  const { run, leftBehind } = await judge(tokensExpire, 2);
  expect(run.code, run.stdout + run.stderr).toBe(0);
  expect(run.results?.trust.join()).toContain('auth.token is no longer accepted');
  expect(leftBehind).toEqual([]);
});

/** Judges a chapter of an emulator behind a proxy that turns bad, and gives the names of images left behind. */
async function judge(
  mishap: Mishap,
  outageSeconds: number,
  change = (given: Configuration): object => given,
  flags: string[] = [],
  { goodRequests = 150, jobSeconds = 0.1, only = ['add-image-tag.*', 'delete-image-tag.*'] } = {},
) {
  const emulator = await startEmulator({ jobSeconds });
  const proxy = await startTurningProxy(emulator.endpoint, goodRequests, mishap);
  const config = join(temporaryFolder(), 'config.yaml');
  const timeouts = { requestSeconds: 8, jobSeconds: 20, outageSeconds };
  writeFileSync(config, stringify({ ...change(emulator.configuration()), endpoint: proxy.endpoint, timeouts }));
  const run = await runSuite(['--config', config, '--effort', 'quick', '--workers', '2', ...flags, '--only', ...only]);
  const { projects, images } = emulator.world;
  const own = [...projects.keys()].flatMap((project) => images.ownedBy(project)).map(({ name }) => name);
  proxy.close();
  await emulator.close();
  return { run, leftBehind: own.filter((name) => name.startsWith('ims-conformance-')) };
}

function withoutKeys({ auth, member, ...others }: Configuration): object {
  const { token, projectId } = auth;
  return { ...others, auth: { token, projectId }, member: { token: member?.token, projectId: member?.projectId } };
}

/** What was seen counts, what was not is said to be open, and nothing waits for ever. */
function expectIncomplete({ code, results, stdout, stderr }: CliRun): void {
  const rows = results?.requirements ?? [];
  const blamed = rows.filter(({ outcome }) => outcome === 'fail' || outcome === 'harness-error');
  expect(blamed.map(({ id, failures, reason }) => ({ id, reason, failure: failures[0] }))).toEqual([]);
  expect([code, results?.verdict], stdout + stderr).toEqual([3, 'Incomplete']);
  const open = rows.filter(({ outcome }) => outcome === 'not-run');
  expect(open.map(({ reason }) => reason)).not.toContain(undefined);
  expect(rows.filter(({ outcome }) => outcome === 'pass').length).toBeGreaterThan(0);
  expect(results?.run.seconds).toBeLessThan(120);
}

function leaked({ results }: CliRun): string[] {
  return (results?.ledger ?? []).filter(({ state }) => state === 'leaked').map(({ name }) => name);
}

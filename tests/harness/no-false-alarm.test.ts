import { expect, test } from '@playwright/test';
import { notPassed } from './not-passed.js';
import { randomSeed } from './random-seed.js';
import { type CliRun, runSuite } from './run-cli.js';
import { seedNotKept } from './seed-rows.js';
import { untriedLimits } from './untried-limits.js';
import { untriedParameters } from './untried-parameters.js';

/** For before a release: IMS_CONFORMANCE_SEEDS=30. Each change draws the seeds of `good-servers.test.ts` alone, to save time. */
const rounds = Number(process.env.IMS_CONFORMANCE_SEEDS ?? 0);

test.describe.configure({ timeout: 600_000 });

for (let round = 1; round <= rounds; round += 1) {
  test(`the emulator without a fault is conformant, random seed ${round}`, async () => {
    const { results } = await expectConformant('--seed', randomSeed(), '--effort', 'normal');
    expect(seedNotKept(results), 'what docs/seed.md names').toEqual([]);
  });
}

test('every parameter is tried alone wrong, beside what is accepted, and at both sides of its limits', async () => {
  const { results } = await expectConformant('--effort', 'quick');
  expect(untriedParameters(results)).toEqual({ accepted: [], refused: [] });
  expect(untriedLimits(results), 'limits of which one side was not tried').toEqual({ accepted: [], refused: [] });
});

// The default profile is judged by the suite itself, and profile otc in `good-servers.test.ts`.
test('the emulator of profile openstack is conformant in it', async () => {
  await expectConformant('--profile', 'openstack', '--effort', 'quick');
});

async function expectConformant(...flags: string[]): Promise<CliRun> {
  const said = flags.join(' ');
  const run = await runSuite([...flags, '--workers', '2']);
  expect(notPassed(run.results), said).toEqual([]);
  expect(run.code, `${said}\n${run.stdout}\n${run.stderr}`).toBe(0);
  return run;
}

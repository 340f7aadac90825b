import { expect, test } from '@playwright/test';
import { profileNames } from '../../schemas/profiles.js';
import { notPassed } from './not-passed.js';
import { type CliRun, runSuite } from './run-cli.js';
import { seedNotKept } from './seed-rows.js';

/** As many as the time of every change allows, with fewer cases of each rule; IMS_CONFORMANCE_SEEDS=30 before a release. */
const { IMS_CONFORMANCE_SEEDS: seeds } = process.env;
const rounds = Number(seeds ?? 1);
const effort = seeds === undefined ? 'quick' : 'normal';

test.describe.configure({ timeout: 600_000 });

// The seed is drawn inside the test: a title has to be the same in every process.
for (let round = 1; round <= rounds; round += 1) {
  test(`the emulator without a fault is conformant, random seed ${round}`, async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    test.info().annotations.push({ type: 'seed', description: String(seed) });
    const { results } = await expectConformant('--seed', String(seed), '--effort', effort, '--workers', '2');
    expect(seedNotKept(results), 'what docs/seed.md names').toEqual([]);
  });
}

// The random seeds judge the default profile.
for (const profile of profileNames.filter((name) => name !== 'huaweicloud')) {
  test(`the emulator of profile ${profile} is conformant in it`, async () => {
    await expectConformant('--profile', profile, '--effort', 'quick', '--workers', '2');
  });
}

async function expectConformant(...flags: string[]): Promise<CliRun> {
  const said = flags.join(' ');
  const run = await runSuite(flags);
  expect(notPassed(run.results), said).toEqual([]);
  expect(run.code, `${said}\n${run.stdout}\n${run.stderr}`).toBe(0);
  return run;
}

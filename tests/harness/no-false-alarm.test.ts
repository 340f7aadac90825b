import { expect, test } from '@playwright/test';
import { profileNames } from '../../schemas/profiles.js';
import { notPassed } from './not-passed.js';
import { runSuite } from './run-cli.js';

/** As many as the time of every change allows; IMS_CONFORMANCE_SEEDS=30 before a release. */
const rounds = Number(process.env.IMS_CONFORMANCE_SEEDS ?? 1);

test.describe.configure({ timeout: 600_000 });

// The seed is drawn inside the test: a title has to be the same in every process.
for (let round = 1; round <= rounds; round += 1) {
  test(`the emulator without a fault is conformant, random seed ${round}`, async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    test.info().annotations.push({ type: 'seed', description: String(seed) });
    await expectConformant('--seed', String(seed), '--workers', '2');
  });
}

// The random seeds judge the default profile.
for (const profile of profileNames.filter((name) => name !== 'huaweicloud')) {
  test(`the emulator of profile ${profile} is conformant in it`, async () => {
    await expectConformant('--profile', profile, '--effort', 'quick', '--workers', '2');
  });
}

async function expectConformant(...flags: string[]): Promise<void> {
  const said = flags.join(' ');
  const { code, results, stdout, stderr } = await runSuite(flags);
  expect(notPassed(results), said).toEqual([]);
  expect(code, `${said}\n${stdout}\n${stderr}`).toBe(0);
}

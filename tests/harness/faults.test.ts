import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { SweepResult } from '../../bench/sweep/detection-page.js';
import { loadFaults } from '../../fixtures/emulator/index.js';
import { isRequirement, requirementById } from '../../schemas/catalogue.js';
import { cleanEnvironment, runSuite } from './run-cli.js';

const faults = await loadFaults();

/** One sweep of the whole bank serves all workers of this run. */
const found = () => join(test.info().project.outputDir, 'sweep.json');

test.beforeAll(async () => {
  test.setTimeout(900_000);
  if (existsSync(found())) return;
  mkdirSync(dirname(found()), { recursive: true });
  const args = ['dist/bench/sweep/main.js', '--workers', '4', '--json', found()];
  await new Promise((done) => execFile(process.execPath, args, { env: cleanEnvironment() }, done));
});

test('every fault names a requirement, and no two have one name', () => {
  expect(faults.filter(({ breaks }) => !isRequirement(breaks))).toEqual([]);
  expect(faults.length).toBeGreaterThanOrEqual(500);
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
});

for (const { name, breaks, describe } of faults) {
  test(`${breaks} catches ${name}: ${describe}`, () => {
    const [sweep] = JSON.parse(readFileSync(found(), 'utf8')) as [SweepResult];
    const one = sweep.catches.find(({ fault }) => fault === name);
    expect(one, JSON.stringify(one?.tests, null, 2)).toMatchObject({ breaks, caught: true });
  });
}

// A run of open readings alone has judged nothing.
for (const [level, outcome, exit] of [
  ['MUST', 'fail', 1],
  ['SHOULD', 'fail', 0],
  ['OBSERVED', 'observed', 3],
] as const) {
  test(`the command line ends as a broken ${level} asks`, async () => {
    const fault = faults.find(({ breaks }) => requirementById(breaks).level === level);
    const asked = ['--fault', `${fault?.name}`, '--only', `${fault?.breaks}`, '--workers', '1'];
    const { code, results } = await runSuite(asked);
    expect([results?.requirements[0]?.outcome, code]).toEqual([outcome, exit]);
  });
}

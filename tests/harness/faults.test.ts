import { expect, test } from '@playwright/test';
import { faults } from '../../fixtures/emulator/index.js';
import { isRequirement, requirementById } from '../../schemas/catalogue.js';
import { runSuite } from './run-cli.js';

test.describe.configure({ mode: 'parallel' });

/** Every fourth fault of the bank; with IMS_CONFORMANCE_FAULTS=all the whole bank, in about 20 minutes on 2 cores. */
const share = 4;
const tried = process.env.IMS_CONFORMANCE_FAULTS === 'all' ? faults : faults.filter((_, index) => index % share === 0);

test('at least 60 faults name a requirement each', () => {
  expect(faults.filter(({ breaks }) => !isRequirement(breaks))).toEqual([]);
  expect(faults.length).toBeGreaterThanOrEqual(60 * share);
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
});

for (const { name, breaks, describe } of tried) {
  test(`${breaks} catches ${name}: ${describe}`, async () => {
    const [profile = 'huaweicloud'] = requirementById(breaks).profiles;
    const asked = ['--fault', name, '--only', breaks, '--workers', '1', '--profile', profile];
    const { code, results, stdout, stderr } = await runSuite(asked);
    const outcomes = results?.requirements.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id);
    expect(outcomes, `${stdout}\n${stderr}`).toContain(breaks);
    expect(code).toBe(requirementById(breaks).level === 'MUST' ? 1 : 0);
  });
}

import { expect, test } from '@playwright/test';
import { faults } from '../../fixtures/emulator/index.js';
import { isRequirement, requirementById } from '../../schemas/catalogue.js';
import { runSuite } from './run-cli.js';

test.describe.configure({ mode: 'parallel' });

test('at least 60 faults name a requirement each', () => {
  expect(faults.filter(({ breaks }) => !isRequirement(breaks))).toEqual([]);
  expect(faults.length).toBeGreaterThanOrEqual(60);
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
});

for (const { name, breaks, describe } of faults) {
  test(`${breaks} catches ${name}: ${describe}`, async () => {
    const { code, results, stdout, stderr } = await runSuite(['--fault', name, '--only', breaks, '--workers', '1']);
    const outcomes = results?.requirements.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id);
    expect(outcomes, `${stdout}\n${stderr}`).toContain(breaks);
    expect(code).toBe(requirementById(breaks).level === 'MUST' ? 1 : 0);
  });
}

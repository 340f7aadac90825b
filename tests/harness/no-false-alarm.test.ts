import { expect, test } from '@playwright/test';
import { runSuite } from './run-cli.js';

const seeds = Array.from({ length: 10 }, () => Math.floor(Math.random() * 2 ** 31));

for (const seed of seeds) {
  test(`the emulator without a fault is conformant (seed ${seed})`, async () => {
    const { code, results, stdout, stderr } = await runSuite(['--seed', String(seed), '--workers', '2']);
    expect(results?.requirements.filter(({ outcome }) => outcome === 'fail' || outcome === 'harness-error')).toEqual(
      [],
    );
    expect(results?.requirements.filter(({ outcome, level }) => outcome === 'not-run' && level === 'MUST')).toEqual([]);
    expect(code, `${stdout}\n${stderr}`).toBe(0);
  });
}

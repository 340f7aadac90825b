import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { stringify } from 'yaml';
import type { RunningEmulator } from '../../../fixtures/emulator/index.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { notPassed } from '../not-passed.js';
import { type CliRun, runSuite } from '../run-cli.js';

/** Judges an emulator as the command line does. @param changes what its configuration says otherwise. */
export function judged(emulator: RunningEmulator, flags: string[], changes: object = {}): Promise<CliRun> {
  const config = join(temporaryFolder(), 'config.yaml');
  writeFileSync(config, stringify({ ...emulator.configuration(), ...changes }));
  return runSuite(['--config', config, '--effort', 'quick', ...flags]);
}

export function expectConformant({ code, results, stdout, stderr }: CliRun): void {
  expect(results, `${stdout}\n${stderr}`).toBeDefined();
  expect(notPassed(results)).toEqual([]);
  expect(results?.ledger.filter(({ state }) => state !== 'deleted')).toEqual([]);
  expect(code, `${stdout}\n${stderr}`).toBe(0);
}

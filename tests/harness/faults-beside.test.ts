import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { SweepResult } from '../../bench/sweep/detection-page.js';
import { loadFaults } from '../../fixtures/emulator/index.js';
import { isRequirement } from '../../schemas/catalogue.js';
import { temporaryFolder } from '../temporary-folder.js';
import { cleanEnvironment } from './run-cli.js';

/** As many of the bank, drawn evenly by their names, as 40 seconds of one processor allow. */
const sample = '15';

test('a fault breaks nothing but what it names', async () => {
  test.setTimeout(300_000);
  const json = join(temporaryFolder(), 'sweep.json');
  const flags = ['--beside', '--sample', sample, '--workers', '2', '--json', json];
  const said = await new Promise<string>((done) =>
    execFile(process.execPath, ['dist/bench/sweep/main.js', ...flags], { env: cleanEnvironment() }, (_, out, err) =>
      done(`${out}${err}`),
    ),
  );
  expect(existsSync(json), said).toBe(true);
  const [sweep] = JSON.parse(readFileSync(json, 'utf8')) as [SweepResult];
  const broad = sweep.catches.filter(({ beside }) => beside.length > 0).map(({ fault }) => fault);
  expect(broad, said).toEqual([]);
  expect(sweep.catches.length).toBeGreaterThanOrEqual(Number(sample));
});

test('what faults break further are requirements that they are not about', async () => {
  const odd = (await loadFaults()).flatMap(({ name, breaks, also = [] }) =>
    also.filter((id) => id === breaks || !isRequirement(id)).map((id) => `${name}: ${id}`),
  );
  expect(odd).toEqual([]);
});

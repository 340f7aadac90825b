import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { SweepResult } from '../../bench/sweep/detection-page.js';
import { temporaryFolder } from '../temporary-folder.js';
import { cleanEnvironment } from './run-cli.js';

/** Each breaks what Glance has too: its rule is judged there by native calls alone. */
const faults = [
  ...['deleted-image-lingers', 'native-tag-has-value', 'native-tag-lost', 'native-delete-keeps', 'foreign-native-tag'],
  ...['metadata-active', 'metadata-no-owner'],
  ...['name', 'tag', 'created-at', 'updated-at', 'os-bit', 'platform', 'os-type'].map(
    (filter) => `native-by-${filter}-ignored`,
  ),
];

test('what breaks a native call is noticed in profile openstack', async () => {
  test.setTimeout(300_000);
  const folder = temporaryFolder();
  const json = join(folder, 'sweep.json');
  const flags = ['--profile', 'openstack', '--faults', faults.join(), '--workers', '2', '--json', json];
  const said = await new Promise<string>((done) =>
    execFile(process.execPath, ['dist/bench/sweep/main.js', ...flags], { env: cleanEnvironment() }, (_, out, err) =>
      done(`${out}${err}`),
    ),
  );
  expect(existsSync(json), said).toBe(true);
  const [sweep] = JSON.parse(readFileSync(json, 'utf8')) as [SweepResult];
  expect(sweep.catches.filter(({ caught }) => !caught)).toEqual([]);
  expect(sweep.catches.length).toBe(faults.length);
});

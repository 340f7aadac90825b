import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Results } from '../../schemas/results.js';
import { temporaryFolder } from '../temporary-folder.js';

test('the packed package gives the same verdict elsewhere', () => {
  const folder = temporaryFolder();
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]);
  const [tarball] = readdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefer-offline', `./${tarball}`], {
    cwd: folder,
  });
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(IMS_|TEST_|PW_|PLAYWRIGHT_)/.test(name)),
  );
  // Every test is loaded; those of some chapters that need files, jobs and a second project are run.
  const only = ['--only', 'add-image-tag.*', 'create-image-from-file.*', 'glance-add-image-member.*'];
  execFileSync('npx', ['--no-install', 'ims-conformance', 'run', '--effort', 'quick', '--out', 'out', ...only], {
    cwd: folder,
    env,
  });
  const results = JSON.parse(readFileSync(join(folder, 'out/results.json'), 'utf8')) as Results;
  expect(results.verdict).toBe('Conformant');
});

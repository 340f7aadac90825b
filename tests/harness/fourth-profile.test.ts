import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { stringify } from 'yaml';
import { startEmulator } from '../../fixtures/emulator/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { notPassed } from './not-passed.js';
import { cleanEnvironment, runSuite } from './run-cli.js';

const parts =
  'specs schemas fixtures reports cli bench tests/conformance .ci dist package.json playwright.config.ts tsconfig.json';
const changed = ['create-image.tag-rules', 'list-image-by-tags.key-length'];
/** A rule that names the profile which the fourth one is like, and no other. */
const inherited = 'create-or-update-tags.text-characters';
const flags = ['--profile', 'fourth', '--only', ...changed, inherited, '--effort', 'quick'];

let checkout: string;
let cli: string;

test.beforeAll(() => {
  checkout = temporaryFolder();
  for (const part of parts.split(' ')) cpSync(part, join(checkout, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(checkout, 'node_modules'));
  const text = readFileSync('specs/profiles/otc.yaml', 'utf8')
    .replace(/^title.*/m, 'title: A fourth cloud\nlike: otc')
    .replace('conditionKeyMax: 128', 'conditionKeyMax: 64')
    .replace('tagCharacters: latin', 'tagCharacters: chinese');
  writeFileSync(join(checkout, 'specs/profiles/fourth.yaml'), text);
  for (const script of ['dist/schemas/generate/main.js', '.ci/build.mjs'])
    execFileSync(process.execPath, [script], { cwd: checkout, env: cleanEnvironment() });
  cli = join(checkout, 'dist/cli/main.js');
});

test('a fourth profile needs data alone, for the suite and the emulator', async () => {
  const { code, results, stdout, stderr } = await runSuite(flags, {}, 'run', cli);
  expect(notPassed(results), stdout + stderr).toEqual([]);
  expect([code, results?.run.profile, outcomesOf(results)]).toEqual([0, 'fourth', ['pass', 'pass', 'pass']]);
});

test('its limits and readings are what is judged', async () => {
  const emulator = await startEmulator({ profile: 'otc' });
  const config = join(checkout, 'ims.yaml');
  writeFileSync(config, stringify(emulator.configuration()));
  const { results } = await runSuite(['--config', config, ...flags], {}, 'run', cli);
  await emulator.close();
  expect(outcomesOf(results)).toEqual(['fail', 'fail', 'pass']);
});

function outcomesOf(results: Awaited<ReturnType<typeof runSuite>>['results']) {
  return [...changed, inherited].map((id) => results?.requirements.find((row) => row.id === id)?.outcome);
}

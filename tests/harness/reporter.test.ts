import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { readStream } from '../../reports/collect/stream.js';
import type { Results } from '../../schemas/results.js';
import { evidence, failure } from './sample-results.js';

const proves = (id: string, body: string) =>
  `test('of ${id}', { annotation: { type: 'requirement', description: '${id}' } }, async ({}, info) => {${body}});\n`;
const attach = (what: object) =>
  `await info.attach('ims-evidence', { body: ${JSON.stringify(JSON.stringify(what))} });`;

const suite = [
  "import { test } from '@playwright/test';\n",
  proves('add-image-tag.creates', attach(evidence())),
  proves(
    'add-image-tag.limit',
    `${attach(evidence({ failures: [failure('add-image-tag.limit')] }))} throw new Error('add-image-tag.limit');`,
  ),
  proves('add-image-tag.body', "throw new Error('\\u001b[31mno such thing\\u001b[39m');"),
  proves('add-image-tag.upsert', 'process.exit(7);'),
  proves('add-image-tag.idempotent', 'await new Promise(() => {});'),
  proves('add-image-tag.parallel', "await info.attach('ims-evidence', { body: '{' });"),
].join('');

/** Runs Playwright on a small suite of one project, with the reporter alone. */
async function runSuite(folder: string, project: string): Promise<{ output: string; out: string }> {
  const out = join(folder, 'out');
  mkdirSync(folder, { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'sample.test.js'), suite);
  const config = {
    timeout: 2000,
    workers: 2,
    projects: [{ name: project }],
    reporter: [[resolve('reports/reporter.ts'), { outputDir: out }]],
  };
  writeFileSync(join(folder, 'playwright.config.js'), `export default ${JSON.stringify(config)}`);
  const run = {
    id: 'r1',
    seed: 5,
    effort: 'quick',
    profile: 'huaweicloud',
    workers: 2,
    only: [],
    command: 'x',
    endpoint: 'http://t/',
    emulator: true,
  };
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    IMS_CONFORMANCE_RUN: JSON.stringify(run),
    IMS_CONFORMANCE_QUIET: '1',
  };
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  return new Promise((done) => {
    execFile(process.execPath, [cli, 'test'], { cwd: folder, env }, (_error, stdout, stderr) =>
      done({ output: stdout + stderr, out }),
    );
  });
}

test('a run that goes wrong in every way is told truthfully', async () => {
  const { output, out } = await runSuite(test.info().outputPath('run'), 'conformance');
  const results: Results = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8'));
  const row = (id: string) => results.requirements.find((each) => each.id === `add-image-tag.${id}`);
  expect(['creates', 'limit', 'body', 'upsert', 'idempotent', 'parallel'].map((id) => row(id)?.outcome)).toEqual([
    'pass',
    'fail',
    ...Array(4).fill('harness-error'),
  ]);
  expect(row('body')?.reason).toBe('Error: no such thing');
  expect(row('upsert')?.reason).toContain('worker process exited');
  expect(row('idempotent')?.reason).toContain('ran out of time');
  expect(row('parallel')?.reason).toContain('Failed to read the evidence');
  expect(results.run).toMatchObject({ id: 'r1', seed: 5, interrupted: false });
  expect(readStream(out)).toHaveLength(6);
  for (const file of ['conformance.html', 'junit.xml', 'summary.md']) expect(existsSync(join(out, file))).toBe(true);
  expect(output).toContain(`✘ ${results.sentence}\nReport: ${join(out, 'conformance.html')}\n`);
});

test('a suite without conformance tests leaves no trace', async () => {
  const { output, out } = await runSuite(test.info().outputPath('run'), 'harness');
  expect(output).toBe('');
  expect(existsSync(out)).toBe(false);
});

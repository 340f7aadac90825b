import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildResults } from '../../reports/build-results.js';
import type { Results, TestRecord } from '../../schemas/results.js';
import { temporaryFolder } from '../temporary-folder.js';
import { runCli } from './run-cli.js';
import { evidence, failure, hostile, runFacts, testRecord } from './sample-results.js';

const id = 'add-image-tag.key-length';

/** The results of a run in which these tests ended, and no others. */
function resultsOf(records: TestRecord[]): Results {
  return buildResults(runFacts({ records }));
}

/** The folder of a run that left these results. */
function folderWith(results: Results): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'results.json'), JSON.stringify(results));
  return folder;
}

test('explain prints what an error code says and how to reach it', async () => {
  const { code, stdout } = await runCli(['explain', 'img.0178']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^IMG\.0178 {2}400\n/);
  expect(stdout).toMatch(/says +The target tenant is the same as the source tenant\./);
  expect(stdout).toMatch(/operations +BatchAddMembers, GlanceAddImageMember\n +reached by +Share an own active image/);
});

test('explain names both references where both hold the rule', async () => {
  const { stdout } = await runCli(['explain', id]);
  expect(stdout).toMatch(
    /source +huawei-api-ref-zh, ims_03_0618, constraints\n +otc-api-ref, en-us_topic_0102682863, constraints\n/,
  );
});

test('explain prints why a code cannot be reached', async () => {
  const { stdout } = await runCli(['explain', 'IMG.0014']);
  expect(stdout).toMatch(/excluded +A fault of the backend\./);
  expect(stdout).not.toContain('reached by');
});

test('explain tells what judges a code from what no run can judge', async () => {
  const { stdout } = await runCli(['explain', 'IMG.0060']);
  expect(stdout).toMatch(/judged by +copy-image-cross-region\.five-at-once: /);
  expect(stdout).toMatch(/not judged +image-creation\.flow-control: The limit is not published/);
});

test('explain refuses an unknown code with the nearest', async () => {
  const { code, stderr } = await runCli(['explain', 'IMG.9178']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^There is no error code "IMG\.9178"\. Did you mean "IMG\.0178"/);
});

test('explain shows the last result and how to see it again', async () => {
  const broken = failure(id, { observed: hostile, token: 'abc' });
  const out = folderWith(resultsOf([testRecord(id, { evidence: evidence({ failures: [broken] }) })]));
  const { stdout } = await runCli(['explain', id, '--out', out]);
  expect(stdout).toMatch(/last result +fail, 12 cases tried, seen broken once\n +run of \S+ on /);
  expect(stdout).toContain('npx ims-conformance replay abc');
  expect(stdout).toContain(`npx ims-conformance run --only ${id}`);
  expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
});

test('explain finds the output folder of a configuration', async () => {
  const folder = folderWith(resultsOf([testRecord(id)]));
  const config = join(temporaryFolder(), 'ims.yaml');
  writeFileSync(config, `out: ${folder}\nauth:\n  token: "\${NOT_SET}"\n`);
  expect((await runCli(['explain', id, '--config', config])).stdout).toMatch(/last result +pass, 12 cases tried/);
  expect((await runCli(['explain', id], { IMS_CONFIG: config })).stdout).toMatch(/last result +pass, 12 cases tried/);
});

test('list --uncovered prints what the last run did not judge', async () => {
  const out = folderWith(resultsOf([testRecord(id)]));
  const { code, stdout, stderr } = await runCli(['list', 'add-image-tag.*', '--uncovered', '--out', out]);
  expect(code).toBe(0);
  expect(stdout).not.toContain(id);
  expect(stdout).toMatch(/^add-image-tag\.\S+ +MUST +(not-run: |not selected)/);
  expect(stderr).toMatch(/^\d+ of \d+ requirements were not judged in the run of/);
});

test('list --uncovered before any run says what to do', async () => {
  const { code, stderr } = await runCli(['list', '--uncovered', '--out', join(tmpdir(), 'ims-no-such-folder')]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/There is no .*results\.json: nothing was run there yet\. Run "ims-conformance run"/);
});

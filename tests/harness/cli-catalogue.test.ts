import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from '../temporary-folder.js';
import { runCli } from './run-cli.js';

test('list prints the requirements that match', async () => {
  const { code, stdout } = await runCli(['list', 'add-image-tag.*', '--level', 'MUST']);
  const lines = stdout.trimEnd().split('\n');
  expect(code).toBe(0);
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(line).toMatch(/^add-image-tag\.\S+ +MUST +\S/);
});

test('explain prints rule, source and refusal', async () => {
  const { code, stdout } = await runCli(['explain', 'add-image-tag.key-length']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^add-image-tag\.key-length {2}MUST\n/);
  expect(stdout).toMatch(/source +huawei-api-ref-zh, ims_03_0618/);
  expect(stdout).toMatch(/refused by +400 with IMG\.0115/);
});

const wrong: { title: string; text: string; says: RegExp }[] = [
  {
    title: 'cut short',
    text: '{"format":"ims-conformance-results","ver',
    says: /ends after 40 characters, in the middle/,
  },
  { title: 'empty', text: '', says: /ends after 0 characters/ },
  { title: 'of another program', text: '{"stats":{}}', says: /format is undefined, not "ims-conformance-results"/ },
  { title: 'of a later version', text: '{"format":"ims-conformance-results","version":2}', says: /version is 2/ },
];

for (const { title, text, says } of wrong) {
  test(`report refuses results that are ${title}`, async () => {
    const file = join(temporaryFolder(), 'results.json');
    writeFileSync(file, text);
    const { code, stderr } = await runCli(['report', file]);
    expect(code).toBe(2);
    expect(stderr).toMatch(says);
  });
}

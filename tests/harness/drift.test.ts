import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { splitNotes } from '../../schemas/documents/split-notes.js';
import { temporaryFolder } from '../temporary-folder.js';
import { type CliRun, runCli } from './run-cli.js';

const record = 'tests/harness/documents/record';

/** Runs `drift` on a copy of the made-up reference in which one page was edited. */
async function driftAfter(page: string, edit: (text: string) => string, ...flags: string[]): Promise<CliRun> {
  const docs = temporaryFolder();
  cpSync('tests/harness/documents/editions', docs, { recursive: true });
  const file = join(docs, 'bottle-ref', page);
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
  return await runCli(['drift', '--docs', docs, '--sources', record, ...flags]);
}

/** An edit that fails the test when it would change nothing. */
function replace(before: string, after: string): (text: string) => string {
  return (text) => {
    expect(text).toContain(before);
    return text.replace(before, after);
  };
}

test('an unchanged edition has not drifted', async () => {
  const { code, stdout } = await driftAfter('label.md', (text) => text);
  expect(stdout).toContain('bottle_0001  AddImageTag     10            6       2            2         0            0');
  expect(code, stdout).toBe(0);
});

test('pages not judged yet are reported apart', async () => {
  const { stdout } = await driftAfter('label.md', (text) => text);
  expect(stdout).toContain('Not yet accounted: 1 pages with 1 units (not judged yet).');
  expect(stdout).not.toMatch(/^ {2}bottle_0003/m);
});

test('a changed sentence names what to read again', async () => {
  const { code, stdout } = await driftAfter('label.md', replace('最多贴3张', '最多贴5张'));
  expect(stdout).toContain('changed: bottle_0001 constraints');
  expect(stdout).toContain('was c7f90df6012305b8, read again for add-image-tag.limit');
  expect(code).toBe(1);
});

test('a changed row is reported as changed', async () => {
  const { code, stdout } = await driftAfter('cork.rst', replace('| size      | Yes ', '| size      | No  '));
  expect(stdout).toContain('was 3adf2b3974907537, read again for /components/schemas/TagWrite/properties/value');
  expect(code).toBe(1);
});

test('a changed one of two equal sentences is found', async () => {
  const twice = replace('A second cork is refused.', 'A bottle takes one cork.');
  const { stdout } = await driftAfter('cork.rst', twice);
  expect(stdout).toMatch(/changed: bottle_0002 constraints 51b9b0fecb0098cd/);
  expect(stdout).toContain('was fbcb340aab5510c2');
});

test('a new sentence is unaccounted for', async () => {
  const { code, stdout } = await driftAfter('cork.rst', replace('is refused.', 'is refused. Corks are free.'));
  expect(stdout).toMatch(/unaccounted: bottle_0002 constraints [0-9a-f]{16} "Corks are free\."/);
  expect(stdout).not.toMatch(/changed:|gone:/);
  expect(code).toBe(1);
});

test('a sentence that was left out is gone', async () => {
  const { code, stdout } = await driftAfter('label.md', replace('标签不能为空。', ''));
  expect(stdout).toContain('gone: bottle_0001 constraints c6c7aa9c941c203f, read again for add-image-tag.key-blank');
  expect(stdout).not.toMatch(/changed:|unaccounted:/);
  expect(code).toBe(1);
});

test('a page on no list is unaccounted for', async () => {
  const { code, stdout } = await driftAfter('shelf.md', replace('bottle_0003', 'bottle_0004'));
  expect(stdout).toContain('unaccounted: bottle_0004 function');
  expect(code).toBe(1);
});

test('units are listed with what accounts for them', async () => {
  const args = ['--docs', 'tests/harness/documents/editions', '--sources', record, '--units', '--page', 'bottle_0001'];
  const { code, stdout } = await runCli(['drift', ...args]);
  const lines = stdout.split('\n').filter((line) => line.startsWith('  bottle_'));
  expect(
    lines.filter((line) => !/^ {2}bottle_0001 \S+ [0-9a-f]{16} (requirement|schema|descriptive)\b/.test(line)),
  ).toEqual([]);
  expect(lines).toHaveLength(10);
  expect(lines).toContain('  bottle_0001 constraints c7f90df6012305b8 requirement add-image-tag.limit');
  expect(code).toBe(0);
});

test('listed units tell what has drifted', async () => {
  const { stdout } = await driftAfter('label.md', replace('最多贴3张', '最多贴5张'), '--units');
  expect(stdout).toMatch(
    /^ {2}bottle_0001 constraints [0-9a-f]{16} changed, was c7f90df6012305b8: requirement add-image-tag\.limit$/m,
  );
});

test('a sentence that is gone from notes is told with its rule', async () => {
  const docs = temporaryFolder();
  cpSync('tests/harness/documents/editions', docs, { recursive: true });
  writeFileSync(join(docs, 'ims-behaviour.md'), '## 1. Calls\n### 1.1 Tags\nOther words.\n');
  const { code, stdout } = await runCli(['drift', '--docs', docs, '--sources', record]);
  expect(stdout).toMatch(/^ims-behaviour\n {2}Sentences that rules were read from: \d+\.$/m);
  expect(stdout).toContain('gone: 1.1 d4b2e16882d7a368, read again for batch-delete-tags.removes');
  expect(code).toBe(1);
});

test('notes are split by chapters, entries and models', () => {
  const notes =
    '# Title\n\n## 4. Facts\n1. It is so. [C]\n   More.\n2. It is not.\n### 4.9 Calls\n| a | b |\n|-|-|\n| x | y |\n## Tag\n  * key : str\n';
  const units = splitNotes(notes).flatMap((page) => page.units.map(({ text }) => `${page.id}: ${text}`));
  expect(units).toEqual([
    '4.1: It is so.',
    '4.1: [C]',
    '4.1: More.',
    '4.2: It is not.',
    '4.9: x | y',
    'Tag: key : str',
  ]);
});

const harmless: [string, string, (text: string) => string][] = [
  ['a wrapped Chinese sentence', 'label.md', replace('该接口用于给瓶子贴上标签。', '该接口用于\n给瓶子\n贴上标签。')],
  ['a wrapped English sentence', 'cork.rst', replace('It can be called', 'It can be\ncalled')],
  ['a padded Markdown table', 'label.md', replace('|bottle\\_id|是|', '| bottle\\_id   |  是 |')],
  ['a squeezed reStructuredText table', 'cork.rst', (text) => text.replace(/ +\|/g, ' |').replace(/\+-{5,}/g, '+---')],
  ['another order of rows', 'label.md', (text) => text.replace(/(\|bottle.*\n)(\|label.*\n)/, '$2$1')],
  ['other bold type', 'cork.rst', replace('**one**', 'one')],
  ['another example', 'cork.rst', replace('/bottles/7/', '/bottles/8/')],
  ['Windows line ends', 'label.md', (text) => text.replaceAll('\n', '\r\n')],
];
for (const [what, page, edit] of harmless) {
  test(`${what} changes nothing`, async () => {
    const { code, stdout } = await driftAfter(page, edit);
    expect(code, stdout).toBe(0);
  });
}

const wrong: [string, string[], string][] = [
  ['a missing --docs', [], '--docs'],
  ['a folder that is not there', ['--docs', '/nowhere'], 'it is no folder'],
  ['a folder without documents', ['--docs', 'specs'], 'holds no huawei-api-ref-zh and no otc-api-ref'],
  ['an unknown document', ['--docs', '.', '--doc', 'otc-api-rev'], 'Did you mean "otc-api-ref"'],
  [
    'an unknown page',
    ['--docs', '.', '--page', 'ims_03_0681'],
    'There is no page "ims_03_0681" on record. Did you mean',
  ],
  ['a record that is not there', ['--docs', '.', '--sources', 'docs'], 'Name the folder of the record with --sources'],
];
for (const [what, args, message] of wrong) {
  test(`${what} exits 2 and says so`, async () => {
    const { code, stderr } = await runCli(['drift', ...args]);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
}

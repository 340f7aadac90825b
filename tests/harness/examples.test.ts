import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { requirements as catalogue } from '../../schemas/catalogue.js';
import { parseExampleRecords } from '../../schemas/examples/parse-example-record.js';
import { temporaryFolder } from '../temporary-folder.js';
import { type CliRun, runCli } from './run-cli.js';

const made = 'tests/harness/examples';

/** Runs `drift --examples` on a copy of the made-up reference in which one page was edited, with a record of examples. */
async function examplesAfter(page: string, edit: (text: string) => string, record = ''): Promise<CliRun> {
  const folder = temporaryFolder();
  cpSync(made, folder, { recursive: true });
  const file = join(folder, 'editions/jar-ref', page);
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
  writeFileSync(join(folder, 'record/examples.yaml'), record);
  writeFileSync(join(folder, 'record/jar-ref.yaml'), '');
  return await runCli(['drift', '--examples', '--docs', join(folder, 'editions'), '--sources', join(folder, 'record')]);
}

/** An edit that fails the test when it would change nothing. */
function replace(before: string, after: string): (text: string) => string {
  return (text) => {
    expect(text).toContain(before);
    return text.replace(before, after);
  };
}

test('examples that fit the contract are valid', async () => {
  const { code, stdout } = await examplesAfter('lid.md', (text) => text);
  expect(stdout).toContain('Examples: 6; valid 6, contradictions on record 0, excluded 0, unaccounted 0.');
  expect(code, stdout).toBe(0);
});

const broken: [string, string, string, string, RegExp][] = [
  ['a body of the wrong shape', 'lid.md', '"value": "red"', '"value": 7', /\/tag\/value must be string/],
  ['a field that no page names', 'lid.md', '"key": "lid",', '"key": "lid", "rim": 1,', /does not name \/tag\/rim/],
  ['a status that no page names', 'lid.md', 'STATUS CODE 204', 'STATUS CODE 299', /status 299 is not documented/],
  ['a text that is no JSON', 'lid.md', '"red" }', '"red" ', /it is not valid JSON/],
  ['a call of another page', 'lid.md', '/tags\n', '/tags/action\n', /it calls BatchAddOrDeleteTags/],
  ['a call that is not in the contract', 'glass.rst', '/v1/cloudimages/tags', '/v1/jars', /has no GET \/v1\/jars/],
  ['an unknown filter', 'glass.rst', 'limit=5', 'jars=5', /no query parameter jars/],
  ['a filter of the wrong type', 'glass.rst', 'limit=5', 'limit=many', /limit must be integer/],
  ['an answer of the wrong shape', 'glass.rst', '["lid=red"]', '"lid=red"', /\/tags must be array/],
];
for (const [what, page, before, after, says] of broken) {
  test(`${what} is unaccounted for`, async () => {
    const { code, stdout } = await examplesAfter(page, replace(before, after));
    expect(stdout).toMatch(/unaccounted: jar_000\d [a-z-]+ [0-9a-f]{16} /);
    expect(stdout).toMatch(says);
    expect(code).toBe(1);
  });
}

test('a contradiction on record names its requirement', async () => {
  const edit = replace('["lid=red"]', '"lid=red"');
  const hash = /unaccounted: jar_0002 \S+ ([0-9a-f]{16})/.exec((await examplesAfter('glass.rst', edit)).stdout)?.[1];
  const record = `jar-ref: { jar_0002: [{ "${hash}": { contradicts: A text., requirement: list-tags.separator } }] }`;
  const { code, stdout } = await examplesAfter('glass.rst', edit, record);
  expect(stdout).toContain('valid 5, contradictions on record 1, excluded 0, unaccounted 0.');
  expect(stdout).toContain(`contradiction: jar_0002 ${hash} A text. (list-tags.separator)`);
  expect(code).toBe(0);
});

test('a record without its example is stale', async () => {
  const record = 'jar-ref: { jar_0001: [{ "0123456789abcdef": { excluded: Gone. } }] }';
  const { code, stdout } = await examplesAfter('lid.md', (text) => text, record);
  expect(stdout).toContain('stale: jar_0001 0123456789abcdef its example is gone');
  expect(code).toBe(1);
});

const wrong: [string, string, RegExp][] = [
  ['no hash', 'r:\n  p:\n    - zz: { excluded: Why. }\n', /x\.yaml:3: "zz" is not the hash/],
  ['no reason', 'r:\n  p:\n    - 0123456789abcdef: {}\n', /x\.yaml:3: 0123456789abcdef says neither/],
  ['no requirement', 'r:\n  p:\n    - 0123456789abcdef: { contradicts: A. }\n', /x\.yaml:3: .* names no requirement/],
  ['an odd field', 'r:\n  p:\n    - 0123456789abcdef: { exclude: A. }\n', /x\.yaml:3: .* unknown field "exclude"/],
];
for (const [what, source, says] of wrong) {
  test(`a record with ${what} names file and line`, () => {
    expect(() => parseExampleRecords(source, 'x.yaml')).toThrow(says);
  });
}

test('every contradiction of the references is observed', () => {
  const records = parseExampleRecords(readFileSync('specs/sources/examples.yaml', 'utf8'), 'examples.yaml');
  const all = [...records.values()].flatMap((pages) => [...pages.values()].flat());
  const observed = new Set(catalogue.filter(({ level }) => level === 'OBSERVED').map(({ id }) => id));
  const contradictions = all.filter(({ contradicts }) => contradicts);
  expect(contradictions.length).toBeGreaterThan(20);
  expect(contradictions.filter(({ requirements }) => !requirements.some((id) => observed.has(id)))).toEqual([]);
});

import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bundleContract, type ContractDocument } from '../../schemas/generate/bundle-contract.js';
import { readErrorCodes } from '../../schemas/generate/read-error-codes.js';
import { readRequirements } from '../../schemas/generate/read-requirements.js';
import { renderOperations } from '../../schemas/generate/render-operations.js';
import { folderWith, mistakesOf } from './spec-folder.js';

const known = {
  operations: ['AddImageTag'],
  errorCodes: ['IMG.0115'],
  needs: ['member', 'objects'],
  profiles: ['cloud', 'other'],
};

const row = `- id: tag.rule
  operation: AddImageTag
  level: MUST
  rule: A rule of its own.
  source: { doc: huawei-api-ref-zh, page: ims_03_0618, section: constraints, sha256: 0123456789abcdef }
`;

test('a row without mistakes is read', async () => {
  expect(await readRequirements(folderWith('tags.yaml', row), known)).toHaveLength(1);
});

const rows: [string, string, string][] = [
  ['broken YAML', row.replace('level: MUST', 'level: "MUST'), ':6: the file is not valid YAML: Missing closing "quote'],
  ['no list', 'id: tag.rule\n', ':1: there is no list of rows. Add one.'],
  ['a text for a row', `${row}- a rule\n`, ':6: a row is a mapping, not "a rule". Write its fields as "name: value".'],
  [
    'a field twice',
    row.replace('rule: A', 'level: MAY\n  rule: A'),
    ':4: the file is not valid YAML: Map keys must be unique. Correct it here',
  ],
  ['an unknown field', row.replace('rule: A', 'rul: A'), ':1: unknown field "rul". Use one of: id, operation,'],
  ['no rule', row.replace('  rule: A rule of its own.\n', ''), ':1: there is no rule. Say in one sentence'],
  ['an unknown operation', row.replace('AddImageTag', 'AddTag'), ':1: unknown operation "AddTag". Use an operationId'],
  ['no operation', row.replace('  operation: AddImageTag\n', ''), ':1: there is no operation. Name it'],
  ['no source', row.replace(/ {2}source.*\n/, ''), ':1: a rule needs a source.'],
  [
    'a source without hash',
    row.replace(/, sha256: \w+/, ''),
    ':1: the source ims_03_0618 has no sha256. "drift --units"',
  ],
  [
    'a source in notes without hash',
    row.replace(/huawei-api-ref-zh(.*), sha256: \w+/, 'ims-behaviour$1'),
    ':1: the source ims_03_0618 has no sha256.',
  ],
  [
    'a hash cut short',
    row.replace('9abcdef', '9abc'),
    ':1: sha256 "0123456789abc" of ims_03_0618 is not 16 hexadecimal digits.',
  ],
  [
    'a hash of digits without quotes',
    row.replace('0123456789abcdef', '8123456789012345'),
    ':1: sha256 8123456789012345 of ims_03_0618 is a number. Put it in quotes',
  ],
  [
    'an unknown document',
    row.replace('-zh', '-de'),
    ':1: unknown document "huawei-api-ref-de". Use one of: huawei-api-ref-zh,',
  ],
  ['an unknown level', row.replace('MUST', 'WILL'), ':1: level "WILL" is none of MUST, SHOULD, MAY, OBSERVED.'],
  [
    'OBSERVED without readings',
    row.replace('MUST', 'OBSERVED'),
    ':1: an OBSERVED row needs at least two readings, not 0.',
  ],
  [
    'OBSERVED with one reading',
    `${row.replace('MUST', 'OBSERVED')}  readings: [it is so, it is so]\n`,
    ':1: an OBSERVED row needs at least two readings, not 1. Write down what each side says.',
  ],
  ['an unknown need', `${row}  needs: [membre]\n`, ':1: unknown need "membre". Use one of: member, objects.'],
  ['an unknown profile', `${row}  profiles: [clout]\n`, ':1: unknown profile "clout". Use one of: cloud, other.'],
  [
    'an unknown code',
    `${row}  rejects: [400 IMG.9999]\n`,
    ':1: unknown error code "IMG.9999". Use one of specs/error-codes.yaml.',
  ],
  ['a refusal without status', `${row}  rejects: [IMG.0115]\n`, ':1: rejects "IMG.0115" is not of the form "400 IMG'],
  ['a refusal for anything else', `${row}  rejects: ["400"]\n  refusedFor: it\n`, ':1: refusedFor "it": write "state"'],
  [
    'a state without refusal',
    `${row}  refusedFor: state\n`,
    ':1: refusedFor "state": write "state", in a row that has',
  ],
  ['an id twice', row + row, ':6: id tag.rule is used already at specs/requirements/tags.yaml:1. Give one of them'],
  ['an id without call', row.replace('tag.rule', 'rule'), ':1: id "rule" is not of the form call.rule.'],
];

for (const [what, text, says] of rows) {
  test(`a requirement with ${what} is refused`, async () => {
    const [first, ...more] = await mistakesOf(readRequirements(folderWith('tags.yaml', text), known));
    expect(first).toContain(`specs/requirements/tags.yaml${says}`);
    expect(more.filter((line) => !line.startsWith('specs/requirements/tags.yaml:'))).toEqual([]);
  });
}

const code = `codes:
  - code: IMG.0115
    statuses: [400]
    messages: { both: "The tag is wrong." }
    trigger: "A tag breaks its rules."
    operations: [AddImageTag]
    reachable: true
    how: "Send a key of 37 characters."
    in: [huawei, otc]
`;
const codes: [string, string, string][] = [
  ['broken YAML', code.replace('[400]', '[400'), ':4: the file is not valid YAML'],
  ['no list', 'code: IMG.0115\n', ':1: there is no list of rows under "codes". Add one.'],
  ['an unknown field', code.replace('how:', 'who:'), ':2: IMG.0115: unknown field "who". Use one of: code, statuses'],
  ['an unknown operation', code.replace('AddImageTag', 'AddTag'), ':2: IMG.0115: unknown operation "AddTag". Use'],
  [
    'no way to reach it',
    code.replace(/ {4}how.*\n/, ''),
    ':2: IMG.0115: it is reachable, but nothing says how. Add "how".',
  ],
  [
    'no reason',
    code.replace('true', 'false').replace(/ {4}how.*\n/, ''),
    ':2: IMG.0115: it is not reachable, but nothing says why.',
  ],
  [
    'a code twice',
    code + code.replace('codes:\n', ''),
    ':10: IMG.0115 stands already at specs/error-codes.yaml:2. Join',
  ],
  ['a malformed code', code.replace('0115', '115'), ':2: IMG.115: a code is of the form IMG.0000'],
];

for (const [what, text, says] of codes) {
  test(`an error code with ${what} is refused`, async () => {
    const file = join(folderWith('error-codes.yaml', text), 'error-codes.yaml');
    const [first] = await mistakesOf(readErrorCodes(file, known.operations));
    expect(first).toContain(`specs/error-codes.yaml${says}`);
  });
}

test('a reference of the contract that leads nowhere is refused with its file', async () => {
  const text = "openapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths: { $ref: gone.yaml }\n";
  const file = join(folderWith('openapi.yaml', text), 'openapi.yaml');
  await expect(bundleContract(file)).rejects.toThrow(
    /^Failed to bundle the contract:\n.*openapi\.yaml: Can't resolve \$ref/,
  );
});

test('an operation id that two calls bear is refused with both', () => {
  const get = { operationId: 'ShowThing', 'x-ims': { style: 'native' }, responses: {} };
  const contract: ContractDocument = { openapi: '3.1.0', paths: { '/a': { get }, '/b': { get } } };
  expect(() => renderOperations(contract)).toThrow('Operation id ShowThing stands at get /b and at GET /a. Rename one');
});

import { expect, test } from '@playwright/test';
import { buildResults, type RunFacts } from '../../reports/build-results.js';
import { exitCode } from '../../reports/exit-code.js';
import type { Requirement } from '../../schemas/requirement.js';
import type { Results, TestRecord } from '../../schemas/results.js';
import { evidence, failure, runFacts, testRecord } from './sample-results.js';

function requirement(id: string, parts: Partial<Requirement> = {}): Requirement {
  const empty = { sources: [], needs: [], rejects: [], readings: [], profiles: [] };
  return {
    id,
    chapter: 'tags',
    operations: ['AddImageTag'],
    level: 'MUST',
    rule: `The rule ${id}.`,
    ...empty,
    ...parts,
  };
}

function judge(records: TestRecord[], parts: Partial<RunFacts> = {}): Results {
  return buildResults(runFacts({ requirements: [requirement('a')], records, ...parts }));
}

const died = testRecord('a', { status: 'failed', evidence: undefined, errors: ['TypeError: x is undefined'] });
const brokenBy = (id: string) =>
  testRecord('a', { status: 'failed', errors: [id], evidence: evidence({ failures: [failure(id)] }) });
const saying = (parts: Parameters<typeof evidence>[0], status: TestRecord['status'] = 'passed') =>
  testRecord('a', { status, evidence: evidence(parts) });

const table: [title: string, records: TestRecord[], outcome: string, verdict: string, exit: number][] = [
  ['a pass', [testRecord('a')], 'pass', 'Conformant', 0],
  ['a failure', [brokenBy('a')], 'fail', 'Not conformant', 1],
  ['one failure among passes', [testRecord('a'), brokenBy('a')], 'fail', 'Not conformant', 1],
  ['a failure beside a dead test', [died, brokenBy('a')], 'fail', 'Not conformant', 1],
  ['a test that died', [testRecord('a'), died], 'harness-error', 'Incomplete', 4],
  ['a test that tells how it died', [saying({ died: 'RangeError' }, 'failed')], 'harness-error', 'Incomplete', 4],
  [
    'a test out of time without evidence',
    [{ ...died, status: 'timedOut', errors: [] }],
    'harness-error',
    'Incomplete',
    4,
  ],
  ['a test out of time with evidence', [saying({}, 'timedOut')], 'not-run', 'Incomplete', 3],
  [
    'a target that could not be judged',
    [saying({ unjudged: 'Not judged: throttled.' }, 'failed')],
    'not-run',
    'Incomplete',
    3,
  ],
  [
    'a missing prerequisite',
    [saying({ notRun: { reason: 'No project.', needs: ['member'] } }, 'skipped')],
    'not-run',
    'Incomplete',
    3,
  ],
  ['a skip without evidence', [{ ...died, status: 'skipped', errors: [] }], 'not-run', 'Incomplete', 3],
  ['a test that tried no case', [saying({ cases: 0 })], 'not-run', 'Incomplete', 3],
  ['no test at all', [], 'not-run', 'Incomplete', 3],
  [
    'a profile without the operation',
    [saying({ notApplicable: 'No such call.' }, 'skipped')],
    'not-applicable',
    'Incomplete',
    3,
  ],
  ['an interrupted test', [saying({}, 'interrupted')], 'not-run', 'Incomplete', 3],
];

for (const [title, records, outcome, verdict, exit] of table) {
  test(`${title}: ${outcome}, ${verdict}, exit ${exit}`, () => {
    const results = judge(records);
    expect(results.requirements[0]?.outcome).toBe(outcome);
    expect([results.verdict, exitCode(results)]).toEqual([verdict, exit]);
  });
}

test('a standing check passes by the exchanges judged on it', () => {
  const requirements = [requirement('a'), requirement('standing', { operations: [] })];
  const results = judge([saying({ standing: { standing: 7 } })], { requirements });
  expect(results.requirements[1]).toMatchObject({ outcome: 'pass', cases: 7 });
});

test('a standing failure does not fail the rule of its test', () => {
  const requirements = [requirement('a'), requirement('standing', { operations: [] })];
  const broken = evidence({ standing: { standing: 7 }, failures: [failure('standing', { kind: 'standing' })] });
  const record = testRecord('a', { status: 'failed', errors: ['standing\n  documented: x'], evidence: broken });
  expect(judge([record], { requirements }).requirements.map((row) => row.outcome)).toEqual(['pass', 'fail']);
});

test('an exception beside a standing failure is a harness error', () => {
  const broken = evidence({ failures: [failure('standing', { kind: 'standing' })] });
  const record = testRecord('a', { status: 'failed', errors: ['TypeError: x'], evidence: broken });
  expect(judge([record]).requirements[0]?.outcome).toBe('harness-error');
});

test('a rule behind a failed one is not run', () => {
  const requirements = [requirement('a'), requirement('b')];
  const record = { ...brokenBy('a'), requirements: ['a', 'b'] };
  expect(judge([record], { requirements }).requirements[1]).toMatchObject({
    outcome: 'not-run',
    reason: 'Not reached: its test stopped at the failure of a.',
  });
});

test('a failed SHOULD leaves the verdict alone', () => {
  const requirements = [requirement('a', { level: 'SHOULD' }), requirement('b')];
  const results = judge([brokenBy('a'), testRecord('b')], { requirements });
  expect(results.sentence).toBe('Conformant: the 1 MUST requirement passed; 0 of 1 SHOULD passed, 1 failed.');
});

test('an open reading is observed even where it differs', () => {
  const requirements = [requirement('a', { level: 'OBSERVED' }), requirement('b')];
  const results = judge([brokenBy('a'), testRecord('b')], { requirements });
  expect(results.requirements[0]).toMatchObject({ outcome: 'observed', failures: [] });
  expect(results.verdict).toBe('Conformant');
});

test('a run of open readings alone says so', () => {
  const requirements = [requirement('a', { level: 'OBSERVED' }), requirement('b', { profiles: ['otc'] })];
  const results = judge([testRecord('a')], { requirements });
  expect(results.sentence).toBe(
    'Incomplete: only open readings were looked at, which no verdict rests on; 1 of 1 open reading recorded; ' +
      '1 not applicable in profile huaweicloud.',
  );
});

test('what the profile leaves out is not judged', () => {
  const requirements = [requirement('a', { profiles: ['otc'] }), requirement('b')];
  const results = judge([brokenBy('a'), testRecord('b')], { requirements });
  expect(results.requirements[0]?.outcome).toBe('not-applicable');
  expect(results.sentence).toContain('1 not applicable in profile huaweicloud');
});

test('a partial run leaves the rest out of the counts', () => {
  const requirements = [requirement('tags.a'), requirement('tags.b'), requirement('jobs.a')];
  const settings = { ...runFacts().settings, only: ['tags.*'] };
  const results = judge([testRecord('tags.a'), testRecord('tags.b')], { requirements, settings });
  expect(results.sentence).toBe('Conformant: all 2 MUST requirements passed; 1 not selected.');
  expect(results.trust).toContain('Partial run: 2 of 3 requirements were selected (tags.*).');
});

test('a failure that nobody asked for is told all the same', () => {
  const requirements = [requirement('a'), requirement('b')];
  const settings = { ...runFacts().settings, only: ['a'] };
  expect(judge([brokenBy('b')], { requirements, settings }).verdict).toBe('Not conformant');
});

test('an interrupted run is never conformant', () => {
  const results = judge([testRecord('a')], { interrupted: true });
  expect(results.verdict).toBe('Incomplete');
  expect(results.sentence).toContain('the run was interrupted');
});

test('an unknown requirement is an error of the harness', () => {
  const results = judge([testRecord('a'), testRecord('nowhere')]);
  expect(results.harnessErrors[0]).toContain('nowhere');
  expect(exitCode(results)).toBe(4);
});

test('answers that are all 401 are pointed out', () => {
  const record = saying({ statuses: { AddImageTag: { 401: 20 } } });
  expect(judge([record]).trust[0]).toMatch(/^20 of 20 answers had the status 401/);
});

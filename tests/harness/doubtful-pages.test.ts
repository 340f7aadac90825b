import { expect, test } from '@playwright/test';
import { buildResults } from '../../reports/build-results.js';
import type { Evidence } from '../../schemas/results.js';
import { evidence, failure, runFacts, testRecord } from './sample-results.js';

const rule = 'add-image-tag.creates';
const call = 'AddImageTag';

/** How the rule ends when a test that saw it broken had this evidence beside, and another one that evidence. */
function judged(own: Partial<Evidence>, other: Partial<Evidence>) {
  const seen = { failures: [failure(rule), failure('common.request-id', { kind: 'standing' })], ...own };
  const records = [
    testRecord(rule, { status: 'failed', errors: [rule], evidence: evidence(seen) }),
    testRecord('add-image-tag.body', { evidence: evidence(other) }),
  ];
  const { requirements, setbacks } = buildResults(runFacts({ records }));
  const outcomes = [rule, 'common.request-id'].map((id) => requirements.find((row) => row.id === id)?.outcome);
  return { outcomes, doubts: setbacks.map(({ what }) => what) };
}

const ofPages = { pages: { [call]: 1 }, statuses: { [call]: { 200: 1 } } };

test('a page is doubtful where the call was answered in form by another test', () => {
  const { outcomes, doubts } = judged(ofPages, { statuses: { [call]: { 204: 1 } } });
  expect(outcomes).toEqual(['not-run', 'not-run']);
  expect(doubts).toEqual([expect.stringMatching(/AddImageTag was answered with a page, and with success in its form/)]);
});

for (const [what, other] of Object.entries({
  'was never answered otherwise': {},
  'was otherwise refused': { statuses: { [call]: { 400: 3 } } },
  'was answered so by other tests as well': ofPages,
})) {
  test(`a page is of the service where the call ${what}`, () => {
    expect(judged(ofPages, other)).toEqual({ outcomes: ['fail', 'fail'], doubts: [] });
  });
}

test('a failure without a page is none of the line', () => {
  expect(judged({}, { ...ofPages, statuses: { [call]: { 200: 2 } } }).outcomes).toEqual(['fail', 'fail']);
});

import { expect, test } from '@playwright/test';
import { isolationCases } from '../../fixtures/isolation/isolation-cases.js';
import { isRequirement } from '../../schemas/catalogue.js';
import { operations } from '../../schemas/contract.js';

const cases = new Map(Object.entries(isolationCases));

test('every operation of the contract has a case of isolation', () => {
  const ids = operations.map(({ operationId }) => operationId);
  expect(ids.filter((id) => !cases.has(id))).toEqual([]);
  expect([...cases.keys()].filter((id) => !ids.includes(id))).toEqual([]);
});

test('what names an image, a member, a tag or a job is tried', () => {
  const naming = operations.filter(({ path }) => /\{(image|member|job)_id\}|\{key\}|\{tag\}/.test(path));
  const untried = naming.filter(({ operationId }) => !/reads|changes/.test(cases.get(operationId)?.kind ?? ''));
  // Exports are tried by rules of their own, with buckets of their callers.
  expect(untried.map(({ operationId }) => operationId)).toEqual(['ExportImage', 'ExportImageInSafeMode']);
});

test('what writes is never tried as a reading call', () => {
  const writing = operations.filter(({ method }) => method !== 'GET' && method !== 'HEAD');
  expect(writing.filter(({ operationId }) => cases.get(operationId)?.kind === 'reads')).toEqual([]);
});

test('what is judged elsewhere has a requirement', () => {
  const named = [...cases.values()].flatMap((each) => (each.kind === 'elsewhere' ? each.requirements : []));
  expect(named.filter((id) => !isRequirement(id))).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { requirements } from '../../schemas/catalogue.js';
import { operations } from '../../schemas/contract.js';
import { parsePages } from '../../schemas/documents/parse-pages.js';
import { errorCode } from '../../schemas/error-codes.js';
import { runSuite } from './run-cli.js';

interface Row {
  number: number;
  page: string;
  calls: string[];
  proofs: string[];
}

function words(cell = ''): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
}

const rows: Row[] = readFileSync('docs/seed.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, number, page = '', , calls, proofs]) => ({
    number: Number(number),
    page,
    calls: words(calls),
    proofs: words(proofs),
  }));
const ids = [...new Set(rows.flatMap(({ proofs }) => proofs).filter((proof) => errorCode(proof) === undefined))];
const pages = parsePages(readFileSync('specs/sources/pages.yaml', 'utf8'), 'pages.yaml').get('huawei-api-ref-zh');

test('every excerpt has its row', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

for (const { number, page, calls, proofs } of rows) {
  test(`excerpt ${number} leads to calls and to what proves it`, () => {
    const known = new Set(operations.map(({ operationId }) => operationId));
    expect(calls.filter((call) => !known.has(call))).toEqual([]);
    expect(proofs.length).toBeGreaterThan(0);
    for (const proof of proofs) {
      const about = errorCode(proof) ?? requirements.find(({ id }) => id === proof);
      expect(about, proof).toBeDefined();
      expect(
        about?.operations.some((operation) => calls.includes(operation)),
        `${proof} is about ${calls}`,
      ).toBe(true);
    }
    if (page.startsWith('ims_')) expect(pages?.get(page)?.excluded, page).toBeUndefined();
  });
}

test('what the excerpts say passes against the emulator', async () => {
  const { results, stderr } = await runSuite(['--effort', 'quick', '--only', ids.join(',')]);
  const outcomes = (results?.requirements ?? []).filter(({ id }) => ids.includes(id));
  expect(outcomes, stderr).toHaveLength(ids.length);
  expect(outcomes.filter(({ outcome }) => outcome !== 'pass').map(({ id, outcome }) => `${id}: ${outcome}`)).toEqual(
    [],
  );
});

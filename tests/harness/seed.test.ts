import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { requirements } from '../../schemas/catalogue.js';
import { operations } from '../../schemas/contract.js';
import { parsePages } from '../../schemas/documents/parse-pages.js';
import { errorCode } from '../../schemas/error-codes.js';
import { seedRows } from './seed-rows.js';

/** What both requirements and error codes have: the calls that they are about. */
type About = { operations: string[] } | undefined;

const known = new Set(operations.map(({ operationId }) => operationId));
const requirement = (id: string): About => requirements.find((row) => row.id === id && !row.excluded);
const pages = parsePages(readFileSync('specs/sources/pages.yaml', 'utf8'), 'pages.yaml').get('huawei-api-ref-zh');

test('every excerpt has its row', () => {
  expect(seedRows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

// That each requirement is kept shows in a run of the whole suite: no-false-alarm.test.ts looks there.
for (const { number, page, calls, ids, codes } of seedRows) {
  test(`excerpt ${number} leads to calls, and each call to a requirement`, () => {
    expect(calls.filter((call) => !known.has(call))).toEqual([]);
    const judged = ids.flatMap((id) => requirement(id)?.operations ?? []);
    expect(calls.filter((call) => !judged.includes(call))).toEqual([]);
    if (page.startsWith('ims_')) expect(pages?.get(page)?.excluded, page).toBeUndefined();
  });

  test(`excerpt ${number} names what is about its calls`, () => {
    const isAbout = (about: About): boolean => about?.operations.some((call) => calls.includes(call)) ?? false;
    expect(ids.filter((id) => !isAbout(requirement(id)))).toEqual([]);
    expect(codes.filter((code) => !isAbout(errorCode(code)))).toEqual([]);
  });
}

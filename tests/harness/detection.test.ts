import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { loadFaults } from '../../fixtures/emulator/index.js';

const page = readFileSync('docs/detection.md', 'utf8');

/** Of each family in the table of the page: how many faults there are, and how many requirements they break. */
function told(): Record<string, number[]> {
  const rows = [...page.matchAll(/^\| (\w+) \| (\d+) \| \d+ \| \d+ \| (\d+) \|$/gm)];
  return Object.fromEntries(rows.map(([, family, faults, rules]) => [family, [Number(faults), Number(rules)]]));
}

test('the page of detection counts the faults that there are', async () => {
  const faults = await loadFaults();
  const families = [...new Set(faults.map(({ family }) => family))];
  const counted = families.map((family) => {
    const own = faults.filter((each) => each.family === family);
    return [family, [own.length, new Set(own.map(({ breaks }) => breaks)).size]];
  });
  // What is caught of them takes hours to find out; that a fault is not in the page at all is seen here.
  const [, command] = /`(npm run sweep -- .*--write)`/.exec(page) ?? [];
  expect(told(), `docs/detection.md is of another bank. Write it again: ${command}`).toEqual(
    Object.fromEntries(counted),
  );
});

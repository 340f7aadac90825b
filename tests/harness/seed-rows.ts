import { readFileSync } from 'node:fs';
import { errorCode } from '../../schemas/error-codes.js';
import type { Results } from '../../schemas/results.js';

/** A row of `docs/seed.md`: an excerpt that the project began with. */
export interface SeedRow {
  number: number;
  page: string;
  calls: string[];
  /** Ids of requirements. */
  ids: string[];
  codes: string[];
}

export const seedRows: readonly SeedRow[] = readFileSync('docs/seed.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, number, page = '', , calls, proofs]) => ({
    number: Number(number),
    page,
    calls: words(calls),
    ids: words(proofs).filter((word) => !errorCode(word)),
    codes: words(proofs).filter((word) => errorCode(word)),
  }));

/** Requirements of the rows that this run did not see kept, with what became of each. */
export function seedNotKept(results: Results | undefined): string[] {
  const outcomes = new Map(results?.requirements.map(({ id, outcome }) => [id, outcome]));
  const ids = [...new Set(seedRows.flatMap((row) => row.ids))];
  const kept = (id: string): boolean => ['pass', 'observed'].includes(outcomes.get(id) ?? '');
  return ids.filter((id) => !kept(id)).map((id) => `${id}: ${outcomes.get(id)}`);
}

function words(cell = ''): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
}

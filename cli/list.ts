import { didYouMean } from '../fixtures/config/nearest.js';
import { requirements } from '../schemas/catalogue.js';
import type { Requirement } from '../schemas/requirement.js';
import { lastResults, type RunPlace } from './last-results.js';
import { matchIds } from './match-ids.js';
import { UsageError } from './usage-error.js';

/** The flags of `list`. */
export interface ListFlags extends RunPlace {
  operation?: string;
  level?: string;
  /** Those only that the last run did not judge, with the reason instead of the rule. */
  uncovered?: boolean;
}

/**
 * Prints the requirements, one a line: id, level, rule.
 * @throws {UsageError} when a pattern, an operation or a level is unknown, or what is uncovered is asked for before any run.
 */
export async function list(
  patterns: readonly string[],
  { operation, level, uncovered, ...place }: ListFlags,
): Promise<number> {
  const operations = [...new Set(requirements.flatMap((requirement) => requirement.operations))];
  if (operation !== undefined) known('operation', operation, operations);
  if (level !== undefined) known('level', level, ['MUST', 'SHOULD', 'MAY', 'OBSERVED']);
  const ids = requirements.map((requirement) => requirement.id);
  const wanted = new Set(patterns.length > 0 ? matchIds(patterns, ids) : ids);
  const rows = requirements.filter(
    (requirement) =>
      wanted.has(requirement.id) &&
      (operation === undefined || requirement.operations.includes(operation)) &&
      (level === undefined || requirement.level === level),
  );
  if (uncovered) return listUncovered(rows, await lastResults(place));
  writeRows(rows.map((row) => [row.id, row.level, row.rule]));
  process.stderr.write(`${rows.length} of ${requirements.length} requirements\n`);
  return 0;
}

function listUncovered(
  rows: readonly Requirement[],
  { file, results }: Awaited<ReturnType<typeof lastResults>>,
): number {
  if (!results) {
    throw new UsageError(
      `There is no ${file}: nothing was run there yet. Run "ims-conformance run", or name the folder of a run with --out.`,
    );
  }
  const last = new Map(results.requirements.map((row) => [row.id, row]));
  const applicable = rows.filter(({ id }) => last.get(id)?.outcome !== 'not-applicable');
  const uncovered = applicable.flatMap(({ id, level, excluded }) => {
    const row = last.get(id);
    if (row && ['pass', 'fail', 'observed'].includes(row.outcome)) return [];
    const reason = excluded
      ? `excluded: ${excluded}`
      : row
        ? `${row.outcome}: ${row.reason ?? ''}`
        : 'not selected in that run';
    return [[id, level, reason]];
  });
  writeRows(uncovered);
  const { finishedAt, profile } = results.run;
  const outside = rows.length - applicable.length;
  process.stderr.write(
    `${uncovered.length} of ${applicable.length} requirements were not judged in the run of ${finishedAt}${
      outside > 0 ? `; ${outside} more do not apply in profile ${profile}` : ''
    }\n`,
  );
  return 0;
}

/** Columns padded, but for the last. */
function writeRows(rows: readonly string[][]): void {
  const widths = [0, 8].map((least, column) => Math.max(least, ...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`);
}

function known(what: string, value: string, values: readonly string[]): void {
  if (values.includes(value)) return;
  const hint = didYouMean(value, values) || ` Use one of: ${[...values].sort().join(', ')}.`;
  throw new UsageError(`"${value}" is no ${what}.${hint}`);
}

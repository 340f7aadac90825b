import { didYouMean } from '../fixtures/config/nearest.js';
import { requirements } from '../schemas/catalogue.js';
import { matchIds } from './match-ids.js';
import { UsageError } from './usage-error.js';

/** The flags of `list`. */
export interface ListFlags {
  operation?: string;
  level?: string;
}

/**
 * Prints the requirements, one a line: id, level, rule.
 * @throws {UsageError} when a pattern, an operation or a level is unknown.
 */
export async function list(patterns: readonly string[], { operation, level }: ListFlags): Promise<number> {
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
  const width = Math.max(0, ...rows.map((row) => row.id.length));
  for (const row of rows) process.stdout.write(`${row.id.padEnd(width)}  ${row.level.padEnd(8)}  ${row.rule}\n`);
  process.stderr.write(`${rows.length} of ${requirements.length} requirements\n`);
  return 0;
}

function known(what: string, value: string, values: readonly string[]): void {
  if (values.includes(value)) return;
  const hint = didYouMean(value, values) || ` Use one of: ${[...values].sort().join(', ')}.`;
  throw new UsageError(`"${value}" is no ${what}.${hint}`);
}

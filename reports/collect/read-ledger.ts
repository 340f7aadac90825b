import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerEntry, LedgerLine } from '../../schemas/results.js';

const UNFINISHED = 'The run ended before it was deleted.';

function parse(line: string): LedgerLine[] {
  try {
    return [JSON.parse(line)];
  } catch {
    // A killed run can leave half a line at the end; the lines before it still count.
    return [];
  }
}

/**
 * Reads `ledger.ndjson` of an output folder into one entry a resource, its last state. What is still `created` when
 * the run is over counts as leaked. A missing file is an empty ledger.
 */
export function readLedger(outputDir: string): LedgerEntry[] {
  const file = join(outputDir, 'ledger.ndjson');
  if (!existsSync(file)) return [];
  const entries = new Map<string, LedgerEntry>();
  for (const { at: _at, ...line } of readFileSync(file, 'utf8').split('\n').filter(Boolean).flatMap(parse)) {
    entries.set(`${line.kind} ${line.name}`, { ...entries.get(`${line.kind} ${line.name}`), ...line });
  }
  return [...entries.values()].map((entry) =>
    entry.state === 'created' ? { ...entry, state: 'leaked', reason: entry.reason ?? UNFINISHED } : entry,
  );
}

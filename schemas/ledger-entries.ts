import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerEntry, LedgerLine } from './results.js';

/** The file of an output folder in which every resource of the run is written down. */
export const ledgerFile = 'ledger.ndjson';

function parse(line: string): LedgerLine[] {
  try {
    return [JSON.parse(line)];
  } catch {
    // A killed run can leave half a line at the end; the lines before it still count.
    return [];
  }
}

/** What the ledger of an output folder says last of each resource. A missing file is an empty ledger. */
export function ledgerEntries(outputDir: string): LedgerEntry[] {
  const file = join(outputDir, ledgerFile);
  if (!existsSync(file)) return [];
  const entries = new Map<string, LedgerEntry>();
  for (const { at: _at, ...line } of readFileSync(file, 'utf8').split('\n').filter(Boolean).flatMap(parse)) {
    entries.set(`${line.kind} ${line.name}`, { ...entries.get(`${line.kind} ${line.name}`), ...line });
  }
  return [...entries.values()];
}

import { ledgerEntries } from '../../schemas/ledger-entries.js';
import type { LedgerEntry } from '../../schemas/results.js';

const UNFINISHED = 'The run ended before it was deleted.';

/** Reads the ledger of an output folder: what is still `created` when the run is over counts as leaked. */
export function readLedger(outputDir: string): LedgerEntry[] {
  return ledgerEntries(outputDir).map((entry) =>
    entry.state === 'created' ? { ...entry, state: 'leaked', reason: entry.reason ?? UNFINISHED } : entry,
  );
}

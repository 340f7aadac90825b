/** How much of a run one page shows; what is left off stays in `results.json`, and the page says so. */
export interface PageLimits {
  /** Failed requirements shown in full. */
  requirements: number;
  /** Failures of one requirement. */
  failures: number;
  /** Exchanges of one failure. */
  exchanges: number;
  /** Characters of a body, a header or any other text from the target. */
  text: number;
  /** Tests and observations of one requirement. */
  evidence: number;
  ledger: number;
}

/** From everything a reader could want down to what always fits; the page takes the first that it has room for. */
export const pageLimits: readonly PageLimits[] = [
  { requirements: 200, failures: 5, exchanges: 20, text: 4200, evidence: 50, ledger: 500 },
  { requirements: 200, failures: 2, exchanges: 6, text: 1500, evidence: 20, ledger: 200 },
  { requirements: 100, failures: 1, exchanges: 3, text: 600, evidence: 5, ledger: 100 },
  { requirements: 40, failures: 1, exchanges: 1, text: 200, evidence: 2, ledger: 20 },
  { requirements: 20, failures: 1, exchanges: 1, text: 100, evidence: 1, ledger: 10 },
];

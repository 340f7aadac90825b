import type { Evidence } from '../../schemas/results.js';

/** One test of the suite, as it ended: a line of `results.ndjson`. */
export interface TestRecord {
  id: string;
  title: string;
  /** Requirement ids that it was announced to prove. */
  requirements: string[];
  seconds: number;
  status: 'passed' | 'failed' | 'timedOut' | 'skipped' | 'interrupted';
  /** Error messages without terminal colours. */
  errors: string[];
  skipReason?: string;
  evidence?: Evidence;
}

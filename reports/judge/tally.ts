import type { Level, RequirementResult } from '../../schemas/results.js';

export const levels: readonly Level[] = ['MUST', 'SHOULD', 'MAY', 'OBSERVED'];

/** How the requirements of one level ended. `total` counts those that apply. */
export interface Tally {
  level: Level;
  total: number;
  passed: number;
  failed: number;
  /** Not run, or the harness failed. */
  unjudged: number;
  observed: number;
  notApplicable: number;
}

/** Counts one level. */
export function tally(requirements: readonly RequirementResult[], level: Level): Tally {
  const rows = requirements.filter((row) => row.level === level);
  const of = (...outcomes: string[]) => rows.filter((row) => outcomes.includes(row.outcome)).length;
  return {
    level,
    total: rows.length - of('not-applicable'),
    passed: of('pass'),
    failed: of('fail'),
    unjudged: of('not-run', 'harness-error'),
    observed: of('observed'),
    notApplicable: of('not-applicable'),
  };
}

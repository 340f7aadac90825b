import type { Results } from '../schemas/results.js';

/**
 * The exit code of a finished run: 0 Conformant, 1 Not conformant, 3 Incomplete, 4 when the harness itself failed and
 * no MUST did. Bad usage (2) and Ctrl-C (130) are the command's own.
 */
export function exitCode(results: Pick<Results, 'verdict' | 'requirements' | 'harnessErrors'>): 0 | 1 | 3 | 4 {
  if (results.verdict === 'Not conformant') return 1;
  const broken = results.harnessErrors.length > 0 || results.requirements.some((r) => r.outcome === 'harness-error');
  if (broken) return 4;
  return results.verdict === 'Incomplete' ? 3 : 0;
}

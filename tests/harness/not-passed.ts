import type { RequirementResult, Results } from '../../schemas/results.js';

/** What keeps a run from being Conformant: each requirement with its first failure, or why it was not judged. */
export function notPassed(results: Results | undefined): object[] | undefined {
  return results?.requirements
    .filter(isInTheWay)
    .map(({ id, outcome, reason, failures: [failure] }) => ({ id, outcome, reason, failure }));
}

function isInTheWay({ outcome, level }: RequirementResult): boolean {
  return outcome === 'fail' || outcome === 'harness-error' || (outcome === 'not-run' && level === 'MUST');
}

import type { TestRecord } from '../../schemas/results.js';

/** What one test has to say about a requirement that it was to prove and of which it saw no failure. */
export interface Opinion {
  outcome: 'pass' | 'not-run' | 'not-applicable' | 'harness-error';
  reason?: string;
  needs?: string[];
}

const notRun = (reason: string, needs: string[] = []): Opinion => ({ outcome: 'not-run', reason, needs });
const broken = (reason: string): Opinion => ({ outcome: 'harness-error', reason });

function withoutEvidence(test: TestRecord): Opinion {
  if (test.status === 'interrupted') return notRun('The run was interrupted while it was being judged.');
  if (test.status === 'skipped') return notRun(test.skipReason ?? 'Its test was skipped.');
  if (test.status === 'timedOut') return broken('Its test ran out of time and left no evidence.');
  return broken(test.errors[0] ?? 'Its test left no evidence.');
}

/**
 * Tells what a test without a failure of the requirement says about it: `pass` only if the test came to its end and
 * tried a case. A death of the harness or the clock is never the target's fault.
 */
export function opinionOf(test: TestRecord): Opinion {
  const { evidence, status } = test;
  if (!evidence) return withoutEvidence(test);
  if (evidence.died) return broken(evidence.died);
  if (evidence.notApplicable) return { outcome: 'not-applicable', reason: evidence.notApplicable };
  if (evidence.notRun) return notRun(evidence.notRun.reason, evidence.notRun.needs);
  if (evidence.unjudged) return notRun(evidence.unjudged);
  if (status === 'interrupted') return notRun('The run was interrupted while it was being judged.');
  if (status === 'timedOut') return notRun('Its test ran out of time before it could judge.');
  if (status === 'failed') {
    const stopper = evidence.failures.find((failure) => failure.kind === 'rule');
    if (stopper) return notRun(`Not reached: its test stopped at the failure of ${stopper.requirement}.`);
    // A standing failure is told at the end of a test that ran through; any other error stopped it.
    const unexplained = test.errors.find(
      (error) => !evidence.failures.some((each) => error.includes(each.requirement)),
    );
    if (unexplained || evidence.failures.length === 0)
      return broken(unexplained ?? 'Its test failed without saying why.');
  }
  if (evidence.cases === 0) return notRun('Its test ended without trying a case.');
  return { outcome: 'pass' };
}

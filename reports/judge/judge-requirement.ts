import type { Requirement } from '../../schemas/requirement.js';
import type { Outcome, RequirementResult } from '../../schemas/results.js';
import { fewFailures } from './few-failures.js';
import type { Gathered } from './gather.js';
import { type Opinion, opinionOf } from './opinion.js';

/** The deployment that the run judges against: which operations it has, which rules do not hold there and why. */
export interface Deployment {
  name: string;
  operations: readonly string[];
  notApplicable: Readonly<Record<string, string>>;
}

interface Judgement {
  outcome: Outcome;
  reason?: string;
  needs?: string[];
}

const NOTHING: Gathered = { tests: [], failures: [], standing: 0, observations: [] };
const UNTOUCHED = 'No test of this run judged it.';

function exclusion(requirement: Requirement, profile: Deployment): string | undefined {
  const { id, operations, profiles, excluded } = requirement;
  if (excluded) return `No client can see it: ${excluded}`;
  if (profile.notApplicable[id]) return profile.notApplicable[id];
  if (profiles.length > 0 && !profiles.includes(profile.name)) return `It holds in ${profiles.join(', ')} only.`;
  const known = operations.length === 0 || operations.some((operation) => profile.operations.includes(operation));
  return known ? undefined : `Profile ${profile.name} has no ${operations.join(', ')}.`;
}

function outcomeOf(requirement: Requirement, seen: Gathered, profile: Deployment, untouched: string): Judgement {
  const excluded = exclusion(requirement, profile);
  if (excluded) return { outcome: 'not-applicable', reason: excluded };
  const observing = requirement.level === 'OBSERVED';
  if (seen.failures.length > 0) return { outcome: observing ? 'observed' : 'fail' };

  const opinions = seen.tests.map(opinionOf);
  const first = (outcome: Opinion['outcome']) => opinions.find((opinion) => opinion.outcome === outcome);
  const doubt = first('harness-error') ?? first('not-run');
  if (doubt) return doubt;
  if (first('pass') || seen.standing > 0) return { outcome: observing ? 'observed' : 'pass' };
  if (observing && seen.observations.length > 0) return { outcome: 'observed' };
  return (
    first('not-applicable') ?? {
      outcome: 'not-run',
      reason: untouched,
    }
  );
}

/**
 * Joins what a run saw of one requirement into its row. A failure weighs most, then a death of the harness, then what
 * could not be judged: several tests of one requirement must all have passed. What the profile leaves out is never judged.
 */
export function judgeRequirement(
  requirement: Requirement,
  seen: Gathered = NOTHING,
  context: { profile: Deployment; untouched?: string; faults?: Record<string, string[]> },
): RequirementResult {
  const judged = outcomeOf(requirement, seen, context.profile, context.untouched ?? UNTOUCHED);
  const observing = requirement.level === 'OBSERVED';
  const failures = observing || judged.outcome === 'not-applicable' ? [] : seen.failures;
  const deviations = observing
    ? seen.failures.map((failure) => `${failure.title.replace(/\.$/, '')}: ${failure.observed}`)
    : [];
  const sum = (pick: (test: Gathered['tests'][number]) => number) =>
    seen.tests.reduce((all, test) => all + pick(test), 0);
  return {
    id: requirement.id,
    chapter: requirement.chapter,
    operations: requirement.operations,
    level: requirement.level,
    rule: requirement.rule,
    sources: requirement.sources,
    readings: requirement.readings,
    outcome: judged.outcome,
    reason: judged.reason,
    needs: judged.outcome === 'not-run' ? [...new Set([...(judged.needs ?? [])])] : requirement.needs,
    cases: sum((test) => test.evidence?.cases ?? 0) + seen.standing,
    seconds: Number(sum((test) => test.seconds).toFixed(3)),
    tests: seen.tests.map((test) => test.title),
    failureCount: failures.length,
    failures: fewFailures(failures),
    observations: [...seen.observations, ...deviations],
    faults: context.faults?.[requirement.id] ?? [],
  };
}

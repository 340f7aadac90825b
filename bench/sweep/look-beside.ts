import type { PlannedFault } from '../../fixtures/broken-target.js';
import { requirementById } from '../../schemas/catalogue.js';
import type { TestRecord } from '../../schemas/results.js';

/** A rule that failed although another one was broken. */
export interface Aside {
  requirement: string;
  /** `died`: no rule was blamed, the test itself broke off. */
  kind: 'rule' | 'standing' | 'died';
  title: string;
  documented: string;
  observed: string;
}

/** What a test found wrong that its fault does not name. What a target does of an OBSERVED rule is no failure. */
export function lookBeside({ expected = [] }: PlannedFault, { title, requirements, evidence }: TestRecord): Aside[] {
  const failures = (evidence?.failures ?? [])
    .filter(({ requirement }) => !expected.includes(requirement) && requirementById(requirement).level !== 'OBSERVED')
    .map(({ requirement, kind, documented, observed }) => ({ requirement, kind, title, documented, observed }));
  const [first = ''] = requirements;
  return evidence?.died
    ? [...failures, { requirement: first, kind: 'died', title, documented: '', observed: evidence.died }]
    : failures;
}

import type { Failure, RequirementResult } from '../../../schemas/results.js';
import { OutcomeMark } from '../parts/outcome-mark.js';
import { Prose } from '../parts/prose.js';
import { Shown } from '../parts/shown.js';
import { SourceLine } from '../parts/source-line.js';
import { FailureCase } from './failure-case.js';

/** What was left off to keep the page small. */
export interface Omissions {
  /** Requirement id -> failures beyond those shown. */
  failures: Map<string, number>;
  /** Exchanges before those shown. */
  exchanges: Map<Failure, number>;
}

interface Props {
  row: RequirementResult;
  omissions: Omissions;
  open: boolean;
}

/** One broken requirement: the rule and where it stands, then the cases that break it. */
export function FailureCard({ row, omissions, open }: Props) {
  const [first, ...others] = row.failures;
  const more = omissions.failures.get(row.id) ?? 0;
  return (
    <details class="failure" id={`fail-${row.id}`} open={open}>
      <summary>
        <OutcomeMark outcome="fail" />
        <h3>{row.id}</h3>
        <span class="level">{row.level}</span>
        <span class="gist">
          <Prose text={row.rule} />
        </span>
      </summary>
      <div class="inside">
        <p class="rule">
          <Prose text={row.rule} />
        </p>
        <SourceLine sources={row.sources} />
        {row.readings.length > 0 && (
          <ul class="readings">
            {row.readings.map((reading) => (
              <li>
                <Prose text={reading} />
              </li>
            ))}
          </ul>
        )}
        {first && <FailureCase failure={first} omitted={omissions.exchanges.get(first)} />}
        {others.map((failure) => (
          <details class="another">
            <summary>
              Another case: <Shown text={failure.observed} />
            </summary>
            <FailureCase failure={failure} omitted={omissions.exchanges.get(failure)} />
          </details>
        ))}
        {more > 0 && (
          <p class="remark">
            and {more.toLocaleString('en')} more failures of this requirement: results.ndjson has them all.
          </p>
        )}
      </div>
    </details>
  );
}

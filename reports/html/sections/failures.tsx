import type { RequirementResult } from '../../../schemas/results.js';
import { levels } from '../../judge/tally.js';
import { count } from '../../text/count.js';
import { Section } from '../parts/section.js';
import { FailureCard, type Omissions } from './failure-card.js';

interface Props {
  rows: RequirementResult[];
  omissions: Omissions;
  /** How many requirements are shown in full. */
  limit: number;
}

/** The broken requirements, MUST first. Few are laid open at once, of many only the first. */
export function Failures({ rows, omissions, limit }: Props) {
  const failed = rows
    .filter((row) => row.outcome === 'fail')
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  if (failed.length === 0) return null;
  const rest = failed.slice(limit);
  return (
    <Section id="failures" title="Failures" aside={count(failed.length, 'requirement')}>
      {failed.slice(0, limit).map((row, index) => (
        <FailureCard row={row} omissions={omissions} open={index === 0 || failed.length <= 3} />
      ))}
      {rest.length > 0 && (
        <p class="remark">
          and {count(rest.length, 'more failed requirement')}, which the page has no room for: they are in the tree
          below, and in results.json.
        </p>
      )}
    </Section>
  );
}

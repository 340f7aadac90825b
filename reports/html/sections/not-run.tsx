import type { RequirementResult } from '../../../schemas/results.js';
import { count } from '../../text/count.js';
import { howToEnable } from '../../text/enable.js';
import { OutcomeMark } from '../parts/outcome-mark.js';
import { Prose } from '../parts/prose.js';
import { Section } from '../parts/section.js';

function byReason(rows: RequirementResult[]): [string, RequirementResult[]][] {
  const found = new Map<string, RequirementResult[]>();
  for (const row of rows) {
    const reason = row.reason ?? 'No reason is known.';
    found.set(reason, [...(found.get(reason) ?? []), row]);
  }
  return [...found].sort((a, b) => b[1].length - a[1].length);
}

function Group({ reason, rows, enabling }: { reason: string; rows: RequirementResult[]; enabling: boolean }) {
  const needs = [...new Set(rows.flatMap((row) => row.needs))].filter((need) => !reason.includes(need));
  return (
    <div class="reason">
      <p>
        <Prose text={reason} />
      </p>
      {enabling &&
        needs.map((need) => (
          <p class="enable">
            <strong>To enable: </strong>
            <Prose text={howToEnable(need)} />
          </p>
        ))}
      <ul class="ids">
        {rows.map((row) => (
          <li>
            <OutcomeMark outcome={row.outcome} />
            <a href={`#req-${row.id}`}>{row.id}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What was not judged, by reason, with what would enable it; and what does not apply. */
export function NotRun({ rows }: { rows: RequirementResult[] }) {
  const unjudged = rows.filter((row) => row.outcome === 'not-run' || row.outcome === 'harness-error');
  const outside = rows.filter((row) => row.outcome === 'not-applicable');
  if (unjudged.length + outside.length === 0) return null;
  return (
    <Section id="not-run" title="Not judged" aside={count(unjudged.length, 'requirement')}>
      {byReason(unjudged).map(([reason, group]) => (
        <Group reason={reason} rows={group} enabling />
      ))}
      {outside.length > 0 && (
        <details class="fold">
          <summary>{count(outside.length, 'requirement')} not applicable</summary>
          {byReason(outside).map(([reason, group]) => (
            <Group reason={reason} rows={group} enabling={false} />
          ))}
        </details>
      )}
    </Section>
  );
}

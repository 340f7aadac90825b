import type { RequirementResult } from '../../../schemas/results.js';
import { count } from '../../text/count.js';
import { Prose } from '../parts/prose.js';
import { Section } from '../parts/section.js';
import { Shown } from '../parts/shown.js';

function Reading({ row }: { row: RequirementResult }) {
  return (
    <article class="reading">
      <h3>
        <a href={`#req-${row.id}`}>{row.id}</a>
      </h3>
      <p>
        <Prose text={row.rule} />
      </p>
      <div class="versus">
        <div class="documented">
          <h4>The documents</h4>
          {row.readings.length > 0 ? (
            row.readings.map((reading) => (
              <p>
                <Prose text={reading} />
              </p>
            ))
          ) : (
            <p>They leave it open.</p>
          )}
        </div>
        <div class="seen">
          <h4>This target</h4>
          {row.observations.length > 0 ? (
            row.observations.map((text) => (
              <p>
                <Shown text={text} />
              </p>
            ))
          ) : (
            <p>{row.reason ?? 'Nothing was recorded.'}</p>
          )}
        </div>
      </div>
    </article>
  );
}

/** Where the documents contradict each other: what this target does, recorded and not judged. */
export function Readings({ rows }: { rows: RequirementResult[] }) {
  const open = rows.filter((row) => row.level === 'OBSERVED' && row.outcome !== 'not-applicable');
  if (open.length === 0) return null;
  return (
    <Section id="readings" title="Open readings" aside={count(open.length, 'reading')}>
      <p class="lead">
        Where the documents contradict each other or themselves, the target is observed and not judged.
      </p>
      {open.map((row) => (
        <Reading row={row} />
      ))}
    </Section>
  );
}

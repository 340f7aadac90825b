import type { RequirementResult } from '../../../schemas/results.js';
import { count } from '../../text/count.js';
import { duration } from '../../text/duration.js';
import { OutcomeMark } from '../parts/outcome-mark.js';
import { Prose } from '../parts/prose.js';
import { Shown } from '../parts/shown.js';
import { SourceLine } from '../parts/source-line.js';

function List({ title, items }: { title: string; items: string[] }) {
  if (items.length === 0) return null;
  return (
    <div>
      <dt>{title}</dt>
      {items.map((item) => (
        <dd>
          <Prose text={item} />
        </dd>
      ))}
    </div>
  );
}

/** One requirement: id, rule, level and outcome on a line; below it the evidence. */
export function RequirementRow({ row, linked }: { row: RequirementResult; linked: boolean }) {
  return (
    <details class="row" id={`req-${row.id}`} data-outcome={row.outcome} data-level={row.level}>
      <summary>
        <OutcomeMark outcome={row.outcome} />
        <code>{row.id}</code>
        <span class="rule">
          <Prose text={row.rule} />
        </span>
        <span class="level">{row.level}</span>
        <span class="cases">{row.cases > 0 ? count(row.cases, 'case') : ''}</span>
        <span class="time">{row.seconds > 0 ? duration(row.seconds) : ''}</span>
      </summary>
      <div class="inside">
        {row.reason && (
          <p>
            <Prose text={row.reason} />
          </p>
        )}
        {row.outcome === 'fail' && (
          <p>
            Observed: <Shown text={row.failures[0]?.observed ?? ''} />
            {linked && (
              <>
                {' '}
                <a href={`#fail-${row.id}`}>See the failure</a>
              </>
            )}
          </p>
        )}
        <SourceLine sources={row.sources} />
        <dl>
          <List title="Operations" items={row.operations.length > 0 ? [row.operations.join(', ')] : []} />
          <List title="Readings of the documents" items={row.readings} />
          <List title="Recorded" items={row.observations} />
          <List title={row.tests.length > 0 ? 'Judged by' : ''} items={row.tests} />
          <List
            title="Known to catch"
            items={row.faults.length > 0 ? [`the emulator's faults ${row.faults.join(', ')}`] : []}
          />
        </dl>
      </div>
    </details>
  );
}

import type { RequirementResult } from '../../../schemas/results.js';
import { outcomeOrder, outcomeWords } from '../../text/outcome-words.js';
import { OutcomeMark } from '../parts/outcome-mark.js';
import { Section } from '../parts/section.js';
import { FilterBar } from './filter-bar.js';
import { RequirementRow } from './requirement-row.js';

type Rows = RequirementResult[];

function groups(rows: Rows, keyOf: (row: RequirementResult) => string): [string, Rows][] {
  const found = new Map<string, Rows>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = found.get(key);
    if (group) group.push(row);
    else found.set(key, [row]);
  }
  return [...found];
}

function operationOf({ operations }: RequirementResult): string {
  if (operations.length === 0) return 'every operation';
  return operations.length < 4
    ? operations.join(', ')
    : `${operations.slice(0, 2).join(', ')} and ${operations.length - 2} more`;
}

function Outcomes({ rows }: { rows: Rows }) {
  return (
    <span class="outcomes">
      {outcomeOrder.map((outcome) => {
        const amount = rows.filter((row) => row.outcome === outcome).length;
        return amount === 0 ? null : (
          <span class={outcome} title={outcomeWords[outcome].word}>
            <OutcomeMark outcome={outcome} />
            {amount}
          </span>
        );
      })}
    </span>
  );
}

const isWrong = (row: RequirementResult) => row.outcome === 'fail' || row.outcome === 'harness-error';

/** Every requirement by chapter and operation; branches that hold a failure are open. */
export function RequirementTree({ rows, linked }: { rows: Rows; linked: Set<string> }) {
  return (
    <Section id="requirements" title="Requirements" aside={`${rows.length}`}>
      <FilterBar rows={rows} />
      {groups(rows, (row) => row.chapter).map(([chapter, inChapter]) => (
        <details class="chapter" open={inChapter.some(isWrong)}>
          <summary>
            <h3>{chapter}</h3>
            <Outcomes rows={inChapter} />
          </summary>
          {groups(inChapter, operationOf).map(([operation, ofOperation]) => (
            <div class="operation">
              <h4>{operation}</h4>
              {ofOperation.map((row) => (
                <RequirementRow row={row} linked={linked.has(row.id)} />
              ))}
            </div>
          ))}
        </details>
      ))}
      <p class="remark nothing" hidden>
        No requirement fits the filter.
      </p>
    </Section>
  );
}

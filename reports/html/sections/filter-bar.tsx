import type { RequirementResult } from '../../../schemas/results.js';
import { levels } from '../../judge/tally.js';
import { outcomeOrder, outcomeWords } from '../../text/outcome-words.js';
import { OutcomeMark } from '../parts/outcome-mark.js';

/** Controls over the tree; they work by script, and are hidden without it. */
export function FilterBar({ rows }: { rows: RequirementResult[] }) {
  const present = outcomeOrder.filter((outcome) => rows.some((row) => row.outcome === outcome));
  return (
    <search class="filter scripted" aria-label="Filter the requirements">
      <input
        type="search"
        id="find"
        placeholder="Find an id, a rule, an operation"
        aria-label="Find in the requirements"
      />
      <span class="chips">
        {present.map((outcome) => (
          <button type="button" class={outcome} data-filter={outcome} aria-pressed="false">
            <OutcomeMark outcome={outcome} />
            {outcomeWords[outcome].word}
          </button>
        ))}
      </span>
      <select id="level" aria-label="Level">
        <option value="">any level</option>
        {levels
          .filter((level) => rows.some((row) => row.level === level))
          .map((level) => (
            <option value={level}>{level}</option>
          ))}
      </select>
      <button type="button" id="unfold" aria-pressed="false">
        Open all
      </button>
      <output id="found" aria-live="polite" />
    </search>
  );
}

import type { Outcome } from '../../../schemas/results.js';
import { outcomeWords } from '../../text/outcome-words.js';

/** The shape of an outcome, with its word for those who do not see it. */
export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const { word } = outcomeWords[outcome];
  return (
    <svg class={`mark ${outcome}`} role="img" aria-label={word}>
      <use href={`#i-${outcome}`} />
    </svg>
  );
}

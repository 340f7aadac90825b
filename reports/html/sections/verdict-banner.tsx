import type { Outcome, Results, Verdict } from '../../../schemas/results.js';
import { levels, tally } from '../../judge/tally.js';
import { count } from '../../text/count.js';
import { Shown } from '../parts/shown.js';
import { LevelBar } from './level-bar.js';

export const verdictOutcome: Record<Verdict, Outcome> = {
  Conformant: 'pass',
  'Not conformant': 'fail',
  Incomplete: 'not-run',
};

/** The verdict: one word, one sentence, and the counts of each level with what they are out of. */
export function VerdictBanner({ results }: { results: Results }) {
  const { verdict, sentence, totals, requirements } = results;
  const outcome = verdictOutcome[verdict];
  const rest = sentence.startsWith(`${verdict}: `) ? sentence.slice(verdict.length + 2) : sentence;
  const rows = levels.map((level) => tally(requirements, level)).filter((each) => each.total > 0);
  return (
    <section id="verdict" class={`verdict ${outcome}`} aria-labelledby="verdict-title">
      <div class="word">
        <svg aria-hidden="true">
          <use href={`#i-${outcome}`} />
        </svg>
        <div>
          <h2 id="verdict-title">{verdict}</h2>
          <p>
            <Shown text={rest.charAt(0).toUpperCase() + rest.slice(1)} />
          </p>
        </div>
      </div>
      <table class="levels">
        <caption class="away">Outcomes by level</caption>
        <tbody>
          {rows.map((each) => (
            <LevelBar tally={each} />
          ))}
        </tbody>
      </table>
      <p class="volume">
        {count(totals.requests, 'request')}, {count(totals.cases, 'case')} tried, {count(totals.created, 'resource')}{' '}
        created and {totals.deleted.toLocaleString('en')} deleted.
      </p>
    </section>
  );
}

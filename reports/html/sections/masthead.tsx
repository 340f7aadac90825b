import type { Results } from '../../../schemas/results.js';
import { duration } from '../../text/duration.js';
import { Shown } from '../parts/shown.js';

function when(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}

function facts({ run, target, suite, documents }: Results): [string, string][] {
  const kind = target.emulator ? 'embedded emulator' : undefined;
  const rows: [string, string | undefined][] = [
    ['Region', target.region],
    ['Server', target.server ?? kind],
    ['Fault', target.fault],
    ['Profile', run.profile],
    ['Suite', `ims-conformance ${suite.version}`],
    ['Effort and seed', `${run.effort}, ${run.seed}`],
    ['Started', when(run.startedAt)],
    ['Took', `${duration(run.seconds)}, ${run.workers === 1 ? '1 worker' : `${run.workers} workers`}`],
    ['Run', run.id],
    ['Documents', documents.map(({ doc, edition }) => `${doc} (${edition})`).join(', ') || undefined],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== undefined);
}

/** Who was judged, by what, when: the identity of the report. */
export function Masthead({ results }: { results: Results }) {
  return (
    <header class="masthead">
      <p class="overline">IMS conformance report</p>
      <h1>
        <Shown text={results.target.endpoint} />
      </h1>
      <dl>
        {facts(results).map(([term, text]) => (
          <div class={term === 'Documents' ? 'wide' : undefined}>
            <dt>{term}</dt>
            <dd>
              <Shown text={text} />
            </dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

import type { Results } from '../../schemas/results.js';
import type { PageLimits } from './page-limits.js';
import { Icons } from './parts/icons.js';
import { script } from './script.js';
import { Appendix } from './sections/appendix.js';
import { Contents, type Entry } from './sections/contents.js';
import { CoverageTable } from './sections/coverage-table.js';
import type { Omissions } from './sections/failure-card.js';
import { Failures } from './sections/failures.js';
import { HarnessErrors } from './sections/harness-errors.js';
import { LedgerTable } from './sections/ledger-table.js';
import { Masthead } from './sections/masthead.js';
import { NotRun } from './sections/not-run.js';
import { Readings } from './sections/readings.js';
import { RequirementTree } from './sections/requirement-tree.js';
import { TrustNote } from './sections/trust-note.js';
import { VerdictBanner, verdictOutcome } from './sections/verdict-banner.js';
import { style } from './style/style.js';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";
const COLOURS = { Conformant: '1b7a4a', 'Not conformant': 'b3261e', Incomplete: '9a6700' };

function entriesOf({ requirements: rows, harnessErrors, trust, ledger, operations }: Results): Entry[] {
  const amount = (test: (row: Results['requirements'][number]) => boolean) => rows.filter(test).length;
  const failed = amount((row) => row.outcome === 'fail');
  const unjudged = amount((row) => row.outcome === 'not-run' || row.outcome === 'harness-error');
  const outside = amount((row) => row.outcome === 'not-applicable');
  const open = amount((row) => row.level === 'OBSERVED' && row.outcome !== 'not-applicable');
  const entries: (Entry | false)[] = [
    ['verdict', 'Verdict'],
    trust.length > 0 && ['trust', 'Trust', trust.length],
    failed > 0 && ['failures', 'Failures', failed],
    harnessErrors.length > 0 && ['harness', 'Harness errors', harnessErrors.length],
    ['requirements', 'Requirements', rows.length],
    unjudged + outside > 0 && ['not-run', 'Not judged', unjudged],
    open > 0 && ['readings', 'Open readings', open],
    operations.length > 0 && ['coverage', 'Coverage', operations.length],
    ['ledger', 'Resources', ledger.length],
    ['appendix', 'Appendix'],
  ];
  return entries.filter((entry): entry is Entry => entry !== false);
}

interface Props {
  results: Results;
  omissions: Omissions;
  limits: PageLimits;
}

/** The whole page. */
export function Page({ results, omissions, limits }: Props) {
  const { requirements: rows, verdict, target } = results;
  const icon = `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><circle cx='4' cy='4' r='4' fill='%23${COLOURS[verdict]}'/></svg>`;
  const failed = rows.filter((row) => row.outcome === 'fail').slice(0, limits.requirements);
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${verdict}: ${target.endpoint}, IMS conformance`}</title>
        <link rel="icon" href={icon} />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body class={verdictOutcome[verdict]}>
        <Icons />
        <a class="skip" href="#main">
          Skip to the verdict
        </a>
        <Masthead results={results} />
        <div class="frame">
          <Contents entries={entriesOf(results)} />
          <main id="main">
            <VerdictBanner results={results} />
            <TrustNote lines={results.trust} />
            <Failures rows={rows} omissions={omissions} limit={limits.requirements} />
            <HarnessErrors errors={results.harnessErrors} />
            <RequirementTree rows={rows} linked={new Set(failed.map((row) => row.id))} />
            <NotRun rows={rows} />
            <Readings rows={rows} />
            <CoverageTable operations={results.operations} />
            <LedgerTable ledger={results.ledger} totals={results.totals} limit={limits.ledger} />
            <Appendix results={results} />
          </main>
        </div>
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  );
}

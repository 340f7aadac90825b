import type { LedgerEntry, Results } from '../../../schemas/results.js';
import { count } from '../../text/count.js';
import { Section } from '../parts/section.js';
import { Shown } from '../parts/shown.js';

function Table({ title, entries }: { title: string; entries: LedgerEntry[] }) {
  return (
    <div class="scroll">
      <table class="ledger">
        <caption class="away">{title}</caption>
        <thead>
          <tr>
            {['Kind', 'Name', 'Id', 'Project', 'State'].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ kind, name, id, project, region, state, reason }) => (
            <tr class={state}>
              <td>{kind}</td>
              {[
                name,
                id ?? '',
                region ? `${project} (${region})` : project,
                reason ? `${state}: ${reason}` : state,
              ].map((text) => (
                <td>
                  <Shown text={text} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the run created and what became of it; leaked resources lie open. */
export function LedgerTable({ ledger, totals, limit }: Pick<Results, 'ledger' | 'totals'> & { limit: number }) {
  const leaked = ledger.filter((entry) => entry.state === 'leaked');
  const others = ledger.filter((entry) => entry.state !== 'leaked');
  const more = Math.max(0, others.length - limit) + Math.max(0, leaked.length - limit);
  return (
    <Section
      id="ledger"
      title="Resources"
      aside={`${totals.created} created, ${totals.deleted} deleted, ${totals.leaked} leaked`}
    >
      {ledger.length === 0 && <p class="lead">The run created nothing.</p>}
      {leaked.length > 0 && (
        <>
          <p class="lead">These could not be deleted and may still exist: delete them by their ids.</p>
          <Table title="Leaked resources" entries={leaked.slice(0, limit)} />
        </>
      )}
      {others.length > 0 && (
        <details class="fold">
          <summary>{count(others.length, 'resource')} deleted again</summary>
          <Table title="Deleted resources" entries={others.slice(0, limit)} />
        </details>
      )}
      {more > 0 && <p class="remark">and {more.toLocaleString('en')} more in results.json.</p>}
    </Section>
  );
}

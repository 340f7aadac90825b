import type { OperationCoverage, ParameterCoverage } from '../../../schemas/results.js';
import { count } from '../../text/count.js';
import { Section } from '../parts/section.js';

/** Operation by status: how often each was answered, and how many of its parameters were tried. */
export function CoverageTable({ operations }: { operations: OperationCoverage[] }) {
  if (operations.length === 0) return null;
  const statuses = [...new Set(operations.flatMap((row) => Object.keys(row.statuses)))].sort();
  const called = operations.filter((row) => row.requests > 0).length;
  return (
    <Section id="coverage" title="Coverage" aside={`${called} of ${count(operations.length, 'operation')} called`}>
      <div class="scroll">
        <table class="coverage">
          <caption class="away">Answers by operation and status</caption>
          <thead>
            <tr>
              <th scope="col">Operation</th>
              {statuses.map((status) => (
                <th scope="col">{status}</th>
              ))}
              <th scope="col">all</th>
              <th scope="col">parameters</th>
            </tr>
          </thead>
          <tbody>
            {operations.map((row) => (
              <tr class={row.requests === 0 ? 'uncalled' : undefined}>
                <th scope="row">{row.operation}</th>
                {statuses.map((status) => (
                  <td class={row.statuses[status] ? `s${status.charAt(0)}` : 'none'}>
                    {row.statuses[status]?.toLocaleString('en') ?? '·'}
                  </td>
                ))}
                <td class="sum">{row.requests === 0 ? 'not called' : row.requests.toLocaleString('en')}</td>
                <ParametersTried parameters={row.parameters} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

const said = { accepted: 'In no accepted request', refused: 'Alone wrong in no refused request' };

/** How many parameters an accepted request carried; which ones none did, or no refused one had alone wrong, is told when one points at it. */
function ParametersTried({ parameters }: { parameters: ParameterCoverage[] }) {
  const never = (how: 'accepted' | 'refused') => parameters.filter((one) => one[how] === 0).map(({ name }) => name);
  const told = (['accepted', 'refused'] as const)
    .filter((how) => never(how).length > 0)
    .map((how) => `${said[how]}: ${never(how).join(', ')}.`);
  const tried = parameters.length - never('accepted').length;
  return (
    <td class={tried === 0 ? 'none' : undefined} title={told.join(' ') || undefined}>
      {parameters.length === 0 ? '·' : `${tried} of ${parameters.length}`}
    </td>
  );
}

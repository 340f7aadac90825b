import type { OperationCoverage, ParameterCoverage } from '../../../schemas/results.js';
import { count } from '../../text/count.js';
import { Section } from '../parts/section.js';

/** Operation by status: how often each was answered, and how many of its parameters were in accepted and in refused requests. */
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
              <th scope="col">accepted</th>
              <th scope="col">refused</th>
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
                <td>{row.parameters.length || '·'}</td>
                <Tried parameters={row.parameters} how="accepted" />
                <Tried parameters={row.parameters} how="refused" />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

/** How many parameters were in a request that was answered so; which ones were not is told when one points at it. */
function Tried({ parameters, how }: { parameters: ParameterCoverage[]; how: 'accepted' | 'refused' }) {
  const never = parameters.filter((parameter) => parameter[how] === 0).map(({ name }) => name);
  const title = never.length > 0 ? `In no ${how} request: ${never.join(', ')}` : undefined;
  const tried = parameters.length - never.length;
  return (
    <td class={tried === 0 ? 'none' : undefined} title={title}>
      {tried || '·'}
    </td>
  );
}

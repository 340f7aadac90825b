import type { Failure } from '../../../schemas/results.js';
import { count } from '../../text/count.js';
import { ExchangeView } from '../body/exchange-view.js';

/** How many exchanges before the offending one lie in view. */
const SHOWN_BEFORE = 3;

function nameOf(status: number | undefined): RegExp {
  return new RegExp(`\\b${status ?? 'no answer'}\\b`);
}

/** The exchanges of a case up to the offending one and beyond; a long way to it is folded. */
export function Transcript({ failure, omitted }: { failure: Failure; omitted: number }) {
  const { exchanges, offending, observed } = failure;
  if (exchanges.length === 0) return null;
  const last = offending?.exchange ?? exchanges.length - 1;
  const folded = last > SHOWN_BEFORE + 1 ? last - SHOWN_BEFORE : 0;
  const views = exchanges.map((exchange, index) => (
    <ExchangeView
      exchange={exchange}
      number={index + 1 + omitted}
      offending={offending?.exchange === index}
      pointer={offending?.pointer}
      byStatus={nameOf(exchange.response?.status).test(observed)}
    />
  ));
  return (
    <>
      <h4>Transcript</h4>
      {omitted > 0 && <p class="remark">{count(omitted, 'earlier exchange')} left out here; results.json has them.</p>}
      {folded > 0 && (
        <details class="earlier">
          <summary>{count(folded, 'earlier exchange')}</summary>
          {views.slice(0, folded)}
        </details>
      )}
      {views.slice(folded)}
    </>
  );
}

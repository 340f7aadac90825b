import type { ExchangeRecord, Failure, RequirementResult, Results } from '../../schemas/results.js';
import { cut } from '../text/cut.js';
import type { PageLimits } from './page-limits.js';
import type { Omissions } from './sections/failure-card.js';

const HEADERS = 30;

type Cut = <T extends string | undefined>(text: T) => T;

function trimHeaders(headers: Record<string, string>, shorten: Cut): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .slice(0, HEADERS)
      .map(([name, value]) => [shorten(name), shorten(String(value))]),
  );
}

function trimExchange({ request, response, ...rest }: ExchangeRecord, shorten: Cut): ExchangeRecord {
  return {
    ...rest,
    error: shorten(rest.error),
    request: {
      ...request,
      url: shorten(request.url),
      headers: trimHeaders(request.headers, shorten),
      body: shorten(request.body),
    },
    response: response && {
      ...response,
      headers: trimHeaders(response.headers, shorten),
      body: shorten(response.body),
    },
  };
}

/** Keeps the offending exchange and those before it: they are the way to it. */
function trimFailure(failure: Failure, limits: PageLimits, shorten: Cut, omissions: Omissions): Failure {
  const offending = failure.offending?.exchange;
  const end = offending === undefined ? failure.exchanges.length : offending + 1;
  const start = Math.max(0, end - limits.exchanges);
  const trimmed: Failure = {
    ...failure,
    documented: shorten(failure.documented),
    observed: shorten(failure.observed),
    counterexample: shorten(failure.counterexample),
    curl: shorten(failure.curl),
    exchanges: failure.exchanges
      .slice(start, start + limits.exchanges)
      .map((exchange) => trimExchange(exchange, shorten)),
    offending:
      failure.offending && offending !== undefined ? { ...failure.offending, exchange: offending - start } : undefined,
  };
  omissions.exchanges.set(trimmed, start);
  return trimmed;
}

function trimRow(row: RequirementResult, limits: PageLimits, shorten: Cut, omissions: Omissions): RequirementResult {
  const more = row.failureCount - Math.min(row.failures.length, limits.failures);
  if (more > 0) omissions.failures.set(row.id, more);
  const few = (texts: string[]) => texts.slice(0, limits.evidence).map((text) => shorten(text));
  return {
    ...row,
    reason: shorten(row.reason),
    failures: row.failures.slice(0, limits.failures).map((failure) => trimFailure(failure, limits, shorten, omissions)),
    observations: few([...new Set(row.observations)]),
    tests: few([...new Set(row.tests)]),
  };
}

/** Cuts results down to what a page of these limits shows, and tells what was left off. */
export function trimResults(results: Results, limits: PageLimits): { results: Results; omissions: Omissions } {
  const omissions: Omissions = { failures: new Map(), exchanges: new Map() };
  const shorten = ((text) => text && cut(text, limits.text)) as Cut;
  return {
    omissions,
    results: {
      ...results,
      target: { ...results.target, server: results.target.server && cut(results.target.server, 200) },
      requirements: results.requirements.map((row) => trimRow(row, limits, shorten, omissions)),
      harnessErrors: results.harnessErrors.slice(0, limits.ledger).map((error) => shorten(error)),
    },
  };
}

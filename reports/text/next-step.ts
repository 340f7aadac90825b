import type { Failure } from '../../schemas/results.js';

function requestId(headers: Record<string, string>): string | undefined {
  return Object.entries(headers).find(([name]) => /^x-(openstack-)?request-id$/i.test(name))?.[1];
}

/** The next thing to do about a failure, in one or two sentences. */
export function nextStep(failure: Failure): string {
  const exchange = failure.exchanges[failure.offending?.exchange ?? failure.exchanges.length - 1];
  const again = failure.token ? 'run the replay command' : 'send the request again';
  if (exchange && !exchange.response) {
    return `The connection gave no answer. Look for the request in the target's access log, then ${again}.`;
  }
  const id = exchange?.response && requestId(exchange.response.headers);
  const log = id ? ` The request id of that answer is ${id}.` : '';
  if ((exchange?.response?.status ?? 0) >= 500) {
    return `The target failed inside: look for the stack trace in its log.${log} Then ${again}.`;
  }
  const pointer = failure.offending?.pointer;
  if (pointer) return `Compare ${pointer} of the answer with the page named above, mend it, then ${again}.${log}`;
  return `Read the page named above beside the marked exchange, mend the target, then ${again}.${log}`;
}

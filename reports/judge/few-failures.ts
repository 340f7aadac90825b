import type { Failure } from '../../schemas/results.js';

const MOST = 5;

function kindOf({ exchanges, offending, observed }: Failure): string {
  return `${exchanges[offending?.exchange ?? -1]?.operation} ${observed}`;
}

/** The few failures of a requirement that are worth keeping: one of each kind, then the next ones, five at most. */
export function fewFailures(failures: readonly Failure[]): Failure[] {
  const kinds = new Map<string, Failure>();
  for (const failure of failures) if (!kinds.has(kindOf(failure))) kinds.set(kindOf(failure), failure);
  return [...new Set([...kinds.values(), ...failures])].slice(0, MOST);
}

import type { Failure, TestRecord } from '../../schemas/results.js';

/** Everything that a run has to say about one requirement. */
export interface Gathered {
  /** Tests that were to prove it. */
  tests: TestRecord[];
  failures: Failure[];
  /** Exchanges that were judged on it by a standing check. */
  standing: number;
  observations: string[];
}

/** Sorts what the tests saw by requirement id. Ids that only a failure or a standing check names are there too. */
export function gather(records: readonly TestRecord[]): Map<string, Gathered> {
  const all = new Map<string, Gathered>();
  const of = (id: string): Gathered => {
    const known = all.get(id);
    if (known) return known;
    const fresh: Gathered = { tests: [], failures: [], standing: 0, observations: [] };
    all.set(id, fresh);
    return fresh;
  };
  for (const record of records) {
    const { evidence } = record;
    for (const id of new Set([...record.requirements, ...(evidence?.requirements ?? [])])) of(id).tests.push(record);
    for (const failure of evidence?.failures ?? []) of(failure.requirement).failures.push(failure);
    for (const [id, times] of Object.entries(evidence?.standing ?? {})) of(id).standing += times;
    for (const { requirement, text } of evidence?.observations ?? []) of(requirement).observations.push(text);
  }
  return all;
}

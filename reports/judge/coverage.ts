import type { OperationCoverage, TestRecord } from '../../schemas/results.js';

/** Counts the answers by operation and status; operations that nothing called are there with no requests. */
export function coverage(records: readonly TestRecord[], operations: readonly string[]): OperationCoverage[] {
  const rows = new Map(
    operations.map((operation) => [operation, { operation, requests: 0, statuses: {} as Record<string, number> }]),
  );
  for (const { evidence } of records) {
    for (const [operation, statuses] of Object.entries(evidence?.statuses ?? {})) {
      const row = rows.get(operation) ?? { operation, requests: 0, statuses: {} };
      rows.set(operation, row);
      for (const [status, times] of Object.entries(statuses)) {
        row.requests += times;
        row.statuses[status] = (row.statuses[status] ?? 0) + times;
      }
    }
  }
  return [...rows.values()];
}

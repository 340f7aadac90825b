import { operations as contract } from '../../schemas/contract.js';
import { type Limit, limitsOf } from '../../schemas/limits.js';
import type { OperationCoverage, ParameterCoverage, TestRecord } from '../../schemas/results.js';

/** Counts the answers by operation and status, by parameter and by its limits; operations that nothing called are there with no requests. */
export function coverage(records: readonly TestRecord[], operations: readonly string[]): OperationCoverage[] {
  const rows = new Map(operations.map((operation) => [operation, emptyRow(operation)]));
  const rowOf = (operation: string): OperationCoverage => {
    const row = rows.get(operation) ?? emptyRow(operation);
    rows.set(operation, row);
    return row;
  };
  for (const { evidence } of records) {
    for (const [operation, statuses] of Object.entries(evidence?.statuses ?? {})) {
      const row = rowOf(operation);
      for (const [status, times] of Object.entries(statuses)) {
        row.requests += times;
        row.statuses[status] = (row.statuses[status] ?? 0) + times;
      }
    }
    for (const [operation, counts] of Object.entries(evidence?.parameters ?? {})) {
      for (const parameter of rowOf(operation).parameters) {
        const [accepted, refused] = counts[parameter.name] ?? [0, 0];
        parameter.accepted += accepted;
        parameter.refused += refused;
      }
    }
    for (const [operation, counts] of Object.entries(evidence?.limits ?? {})) {
      for (const { name, limits = [] } of rowOf(operation).parameters) {
        for (const row of limits) {
          const [accepted, refused] = counts[name]?.[row.limit] ?? [0, 0];
          row.accepted += accepted;
          row.refused += refused;
        }
      }
    }
  }
  return [...rows.values()];
}

function emptyRow(operation: string): OperationCoverage {
  const names = contract.find(({ operationId }) => operationId === operation)?.parameters ?? [];
  const limits = limitsOf(operation);
  const parameters = names.map((name) => ({ name, accepted: 0, refused: 0, ...emptyLimits(limits.get(name)) }));
  return { operation, requests: 0, statuses: {}, parameters };
}

function emptyLimits(limits: readonly Limit[] | undefined): Pick<ParameterCoverage, 'limits'> {
  return limits ? { limits: limits.map(({ name }) => ({ limit: name, accepted: 0, refused: 0 })) } : {};
}

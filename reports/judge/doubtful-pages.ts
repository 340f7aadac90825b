import type { Evidence, TestRecord } from '../../schemas/results.js';

/** What a run saw, without what may be no answer of the service's. */
export interface Undoubted {
  records: readonly TestRecord[];
  /** What is to be told about it, a sentence for each operation. */
  doubts: string[];
}

/**
 * Takes back what was held against the service for pages that it was seen not to send: an operation was answered with a page by one
 * write, and by another with success, in the service's form, before or afterwards. Something before the service may have answered. Pure.
 */
export function withoutDoubtfulPages(records: readonly TestRecord[]): Undoubted {
  const doubtful = doubtfulOperations(records);
  if (doubtful.length === 0) return { records, doubts: [] };
  return {
    records: records.map((record) => {
      const own = doubtful.filter((operation) => record.evidence?.pages?.[operation]);
      const { evidence } = record;
      return evidence && own.length > 0 ? { ...record, evidence: withoutPages(evidence, own) } : record;
    }),
    doubts: doubtful.map(
      (operation) =>
        `Not every answer is surely the service's own: ${operation} was answered with a page, and with success in its form at other times. What came of such a page is not judged.`,
    ),
  };
}

/** Operations that were answered with pages, but not always. */
function doubtfulOperations(records: readonly TestRecord[]): string[] {
  const pages = new Map<string, number>();
  for (const { evidence } of records) {
    for (const [operation, times] of Object.entries(evidence?.pages ?? {}))
      pages.set(operation, (pages.get(operation) ?? 0) + times);
  }
  return [...pages].flatMap(([operation, times]) => (successes(records, operation) > times ? [operation] : []));
}

function successes(records: readonly TestRecord[], operation: string): number {
  const statuses = records.flatMap(({ evidence }) => Object.entries(evidence?.statuses[operation] ?? {}));
  return statuses.reduce((sum, [status, times]) => sum + (Number(status) < 300 ? times : 0), 0);
}

/** What the test was about may rest on the page, wherever it was seen to fail; of what any exchange is judged by, only the page itself. */
function withoutPages(evidence: Evidence, operations: readonly string[]): Evidence {
  const failures = evidence.failures.filter(
    ({ kind, exchanges }) => kind === 'standing' && !exchanges.some(({ operation }) => operations.includes(operation)),
  );
  if (failures.length === evidence.failures.length) return evidence;
  return {
    ...evidence,
    failures,
    unjudged: `${operations.join(' and ')} was answered with a page that may not be the service's.`,
  };
}

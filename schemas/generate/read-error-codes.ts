import { readRows } from './read-rows.js';

/** A row of `specs/error-codes.yaml`. */
export interface ErrorCodeRow {
  code: string;
  statuses: number[];
  /** Which reference gives which status, where they differ. */
  readings?: Record<string, number>;
  /** By reference: one message, or one a case. */
  messages: Record<string, string | string[]>;
  trigger: string;
  operations: string[];
  reachable: boolean;
  how?: string;
  excluded?: string;
  in: string[];
}

const fields = new Set('code statuses readings messages trigger operations reachable how excluded in'.split(' '));
const references = ['huawei', 'otc', 'gateway'];

/**
 * Reads and lints the error codes.
 * @param operations every operation of the contract.
 * @throws {Error} with one line for each mistake, each naming file, line and value.
 */
export async function readErrorCodes(file: string, operations: readonly string[]): Promise<ErrorCodeRow[]> {
  const { rows, mistakes } = await readRows<ErrorCodeRow>(file, 'specs/error-codes.yaml', 'codes');
  const seen = new Map<string, string>();
  for (const { row, where } of rows) {
    mistakes.push(...lint(row, operations).map((mistake) => `${where}: ${row.code}: ${mistake}`));
    const before = seen.get(row.code);
    if (before) mistakes.push(`${where}: ${row.code} stands already at ${before}. Join both rows.`);
    seen.set(row.code, where);
  }
  if (mistakes.length > 0) throw new Error(`The error codes have mistakes:\n${mistakes.join('\n')}`);
  return rows.map(({ row }) => row);
}

function lint(row: ErrorCodeRow, operations: readonly string[]): string[] {
  const mistakes: string[] = [];
  for (const field of Object.keys(row)) {
    if (!fields.has(field)) mistakes.push(`unknown field "${field}". Use one of: ${[...fields].join(', ')}.`);
  }
  if (!/^(IMG|APIGW)\.\d{4}$/.test(row.code)) mistakes.push('a code is of the form IMG.0000 or APIGW.0000.');
  if (!Array.isArray(row.statuses) || row.statuses.length === 0) mistakes.push('it has no statuses.');
  if (typeof row.messages !== 'object' || row.messages === null) mistakes.push('it has no messages.');
  if (!row.trigger) mistakes.push('it has no trigger.');
  for (const each of row.in ?? []) {
    if (!references.includes(each)) mistakes.push(`unknown reference "${each}". Use one of: ${references.join(', ')}.`);
  }
  if (!Array.isArray(row.in) || row.in.length === 0) mistakes.push('no reference has it ("in").');
  for (const name of row.operations ?? []) {
    if (!operations.includes(name)) mistakes.push(`unknown operation "${name}". Use an operationId of specs/openapi.`);
  }
  if (row.reachable && !row.how) mistakes.push('it is reachable, but nothing says how. Add "how".');
  if (!row.reachable && !row.excluded) mistakes.push('it is not reachable, but nothing says why. Add "excluded".');
  if (row.how && row.excluded) mistakes.push('it is both reachable (how) and excluded. Remove one of them.');
  return mistakes;
}

import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** A row of `specs/error-codes.yaml`. */
export interface ErrorCodeRow {
  code: string;
  statuses: number[];
  trigger: string;
  operations: string[];
  reachable: boolean;
  how?: string;
  excluded?: string;
}

/**
 * Reads and lints the error codes.
 * @throws {Error} naming the code whose row is wrong.
 */
export async function readErrorCodes(file: string): Promise<ErrorCodeRow[]> {
  const { codes } = parse(await readFile(file, 'utf8')) as { codes: ErrorCodeRow[] };
  const seen = new Set<string>();
  for (const row of codes) {
    const fail = (what: string): never => {
      throw new Error(`${file}: ${row.code}: ${what}.`);
    };
    if (seen.has(row.code)) fail('occurs twice');
    seen.add(row.code);
    if (!/^(IMG|APIGW)\.\d{4}$/.test(row.code)) fail('is not of the form IMG.0000 or APIGW.0000');
    if (!Array.isArray(row.statuses) || row.statuses.length === 0) fail('has no statuses');
    if (row.reachable && !row.how) fail('is reachable but does not say how');
    if (!row.reachable && !row.excluded) fail('is not reachable but does not say why (excluded)');
  }
  return codes;
}

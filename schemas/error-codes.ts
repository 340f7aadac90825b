import { errorCodes as rows } from './generated/error-codes.js';

/** A code of the references, with every status that one of them gives it. */
export interface ErrorCode {
  code: string;
  statuses: number[];
}

const byCode = new Map((rows as ErrorCode[]).map((row) => [row.code, row]));

/** The catalogue's entry of a code; undefined when neither reference lists it. */
export function errorCode(code: string): ErrorCode | undefined {
  return byCode.get(code);
}

import { errorCodes as rows } from './generated/error-codes.js';

/** A code of the references, with every status that one of them gives it. */
export interface ErrorCode {
  code: string;
  statuses: number[];
  /** By reference: one message, or one a case. `both`: Huawei and OTC word it alike. */
  messages: Record<string, string | string[]>;
  /** What goes wrong, in our words. */
  trigger: string;
  /** Those that can answer it; empty: any, or none when it is excluded. */
  operations: string[];
  /** How a client reaches it. Absent: it cannot. */
  how?: string;
  /** Why no client can reach it. */
  excluded?: string;
  /** Which references list it: huawei, otc, gateway. */
  in: string[];
}

/** Every code, sorted. */
export const errorCodes: readonly ErrorCode[] = rows as ErrorCode[];

const byCode = new Map(errorCodes.map((row) => [row.code, row]));

/** The catalogue's entry of a code; undefined when neither reference lists it. */
export function errorCode(code: string): ErrorCode | undefined {
  return byCode.get(code);
}

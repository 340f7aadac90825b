import { decodeToken, type ReplayToken } from '../fixtures/replay-token.js';
import { type RunFlags, run } from './run.js';
import { UsageError } from './usage-error.js';

/**
 * Runs one failing case of a report again, on the same target or another.
 * @param text the token that the report prints beside the failure.
 * @returns the exit code of `run`.
 * @throws {UsageError} when the text is no token; and what `run` throws.
 */
export async function replay(text: string, flags: Omit<RunFlags, 'only'>): Promise<number> {
  const token = read(text);
  process.env.IMS_CONFORMANCE_REPLAY = text;
  const profile = flags.profile ?? (flags.config ? undefined : token.profile);
  return run({ ...flags, ...(profile ? { profile } : {}), only: [token.requirement] });
}

function read(text: string): ReplayToken {
  try {
    return decodeToken(text);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

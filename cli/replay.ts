import { decodeToken, type ReplayToken, replayVariable } from '../fixtures/judging/replay-token.js';
import { type RunFlags, run } from './run.js';
import { UsageError } from './usage-error.js';

/**
 * Runs one failing case of a report again, on the same target or another.
 * @param text the token that the report prints beside the failure.
 * @returns the exit code of `run`.
 * @throws {UsageError} when the text is no token, or one of another version or profile; and what `run` throws.
 */
export async function replay(text: string, flags: Omit<RunFlags, 'only' | 'seed' | 'effort'>): Promise<number> {
  const { requirement, runSeed, effort, profile } = read(text);
  process.env[replayVariable] = text;
  const given = flags.profile ?? (flags.config || process.env.IMS_CONFIG ? undefined : profile);
  return run(
    { ...flags, ...(given ? { profile: given } : {}), only: [requirement], seed: String(runSeed), effort },
    (configuration) => {
      if (configuration.profile === profile) return;
      throw new UsageError(
        `The replay token is of profile ${profile}, and ${configuration.profile} is to be judged, whose rules differ. Give --profile ${profile}.`,
      );
    },
  );
}

function read(text: string): ReplayToken {
  try {
    return decodeToken(text);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

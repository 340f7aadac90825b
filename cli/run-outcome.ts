import { join } from 'node:path';
import { exitCode } from '../reports/exit-code.js';
import { readResults } from './read-results.js';
import type { SuiteEnd } from './run-suite.js';
import { say } from './say.js';
import { UsageError } from './usage-error.js';

/**
 * The exit code of a run whose suite has ended: by its results, not by Playwright's exit code, which knows no levels.
 * A suite that leaves no results is a harness failure (4).
 * @param shard the part that was judged, such as `2/3`. @throws {UsageError} when the part has no test.
 */
export async function outcomeOf(end: SuiteEnd, folder: string, shard?: string): Promise<number> {
  if (end.interrupted) return 130;
  try {
    return exitCode(await readResults(join(folder, 'results.json')));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    if (shard && end.code === 0) {
      throw new UsageError(`Shard ${shard} has no test: there are more shards than tests. Split into fewer.`);
    }
    const how = end.signal ? `was killed by ${end.signal}` : `ended with exit code ${end.code}`;
    say(`The suite ${how} and left no usable results in ${folder}: nothing was judged. The reason is printed above.`);
    return 4;
  }
}

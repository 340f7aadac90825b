import { dirname, join, resolve } from 'node:path';
import { prepareFolder } from './prepare-output.js';
import { readResults } from './read-results.js';
import { UsageError } from './usage-error.js';

/**
 * Makes the reports of a finished run again.
 * @throws {UsageError} when the results cannot be read, or the folder not be written.
 */
export async function report(file: string, flags: { out?: string }): Promise<number> {
  const results = await readResults(file);
  const folder = resolve(flags.out ?? dirname(file));
  await prepareFolder(folder);
  const { PAGE, writeReports } = await import('../reports/write-reports.js');
  await writeReports(results, folder).catch((error: Error) => {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`"${file}" is not whole: ${error.message}. Run the suite again to write it anew.`);
  });
  process.stdout.write(`${results.sentence}\nReport: ${join(folder, PAGE)}\n`);
  return 0;
}

import { dirname, join, resolve } from 'node:path';
import { prepareFolder } from './prepare-output.js';
import { readResults } from './read-results.js';
import { UsageError } from './usage-error.js';

/**
 * Makes the reports of a finished run again, or joins the parts of one that was split.
 * @returns 0; of parts, the exit code that the run would have had in one piece.
 * @throws {UsageError} when the results cannot be read or joined, or the folder not be written.
 */
export async function report(files: readonly [string, ...string[]], flags: { out?: string }): Promise<number> {
  const [file] = files;
  const results = await readResults(file);
  if (files.length > 1 || results.shard) {
    const { joinReport } = await import('./join-report.js');
    return joinReport(files, flags.out);
  }
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

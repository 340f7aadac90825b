import { dirname, resolve } from 'node:path';
import { prepareFolder } from './prepare-output.js';
import { readResults } from './read-results.js';

/**
 * Makes the reports of a finished run again.
 * @throws {UsageError} when the results cannot be read, or the folder not be written.
 */
export async function report(file: string, flags: { out?: string }): Promise<number> {
  const results = await readResults(file);
  const folder = resolve(flags.out ?? dirname(file));
  await prepareFolder(folder);
  const { writeReports } = await import('../reports/write-reports.js');
  await writeReports(results, folder);
  process.stdout.write(`${results.sentence}\nReports: ${folder}\n`);
  return 0;
}

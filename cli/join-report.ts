import { dirname, join, resolve } from 'node:path';
import { exitCode } from '../reports/exit-code.js';
import { joinShards } from '../reports/join-shards.js';
import { PAGE, writeReports } from '../reports/write-reports.js';
import { requirements } from '../schemas/catalogue.js';
import { loadProfile } from '../schemas/profiles.js';
import { knownFaults } from './known-faults.js';
import { prepareFolder } from './prepare-output.js';
import { printedCommand } from './printed-command.js';
import { readParts } from './read-parts.js';
import { UsageError } from './usage-error.js';

/**
 * Joins the parts of a run that was split, and writes the reports of the whole.
 * @returns the exit code that the run would have had in one piece; 3 when a part is missing.
 * @throws {UsageError} when the parts are not whole or not of one run, or the folder cannot be written.
 */
export async function joinReport(files: readonly string[], out: string | undefined): Promise<number> {
  const parts = await readParts(files);
  const folder = outputFolder(files, out);
  await prepareFolder(folder);
  const faults: Record<string, string[]> = {};
  for (const { name, breaks } of await knownFaults()) faults[breaks] = [...(faults[breaks] ?? []), name];
  const [{ run, suite }] = parts as [(typeof parts)[number]];
  const results = joinShards(parts, {
    profile: loadProfile(run.profile),
    requirements,
    suiteVersion: suite.version,
    faults,
    command: printedCommand(process.argv.slice(2)),
  });
  await writeReports(results, folder);
  process.stdout.write(`${results.sentence}\nReport: ${join(folder, PAGE)}\n`);
  return exitCode(results);
}

/** Another folder than those of the parts, which are kept as they are. */
function outputFolder(files: readonly string[], out: string | undefined): string {
  if (out === undefined) throw new UsageError('Where shall the joined report go? Name a folder with --out.');
  const folder = resolve(out);
  const own = files.find((file) => resolve(dirname(file)) === folder);
  if (own)
    throw new UsageError(`--out "${out}" holds the shard "${own}", which would be overwritten. Name another folder.`);
  return folder;
}

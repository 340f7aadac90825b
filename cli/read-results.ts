import { readFile } from 'node:fs/promises';
import type { Results } from '../schemas/results.js';
import { UsageError } from './usage-error.js';

const verdicts = ['Conformant', 'Not conformant', 'Incomplete'];

/**
 * Reads the results of a run.
 * @throws {UsageError} when the file is missing, cut short, or not written by this program.
 */
export async function readResults(file: string): Promise<Results> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'there is no such file' : (error.code ?? error.message);
    throw new UsageError(`Failed to read results "${file}": ${reason}. Name the results.json of a finished run.`);
  });
  const results = parse(text, file);
  const fail = (what: string): never => {
    throw new UsageError(`"${file}" is not the results of a run: ${what}. Name the results.json of a finished run.`);
  };
  if (typeof results !== 'object' || results === null) fail('it holds no object');
  const { format, version, verdict, requirements, harnessErrors } = results as Partial<Results>;
  if (format !== 'ims-conformance-results') fail(`format is ${JSON.stringify(format)}, not "ims-conformance-results"`);
  if (version !== 1) fail(`version is ${JSON.stringify(version)}, and this program reads version 1`);
  if (!verdicts.includes(verdict ?? '')) fail(`verdict is ${JSON.stringify(verdict)}`);
  if (!Array.isArray(requirements) || !Array.isArray(harnessErrors)) fail('requirements or harnessErrors are missing');
  return results as Results;
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const cut = text.trim() === '' || !text.trimEnd().endsWith('}');
    const what = cut ? `it ends after ${text.length} characters, in the middle` : 'it is not valid JSON';
    throw new UsageError(`Failed to read results "${file}": ${what}. Run the suite again to write it anew.`);
  }
}

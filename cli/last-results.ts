import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfigurationFile } from '../fixtures/config/configuration-file.js';
import type { Results } from '../schemas/results.js';
import { readResults } from './read-results.js';

/** Where a run was told to write; both absent: the default folder, or the `out` of the file that IMS_CONFIG names. */
export interface RunPlace {
  out?: string;
  config?: string;
}

/** The results of the last run in its output folder. Credentials are not looked at: a configuration is read for its `out` only. */
export async function lastResults({ out, config }: RunPlace): Promise<{ file: string; results?: Results }> {
  const file = join(out ?? configuredOut(config ?? process.env.IMS_CONFIG) ?? 'ims-conformance-report', 'results.json');
  return existsSync(file) ? { file, results: await readResults(file) } : { file };
}

function configuredOut(config: string | undefined): string | undefined {
  if (!config) return undefined;
  const { out } = readConfigurationFile(config).value;
  return typeof out === 'string' ? resolve(config, '..', out) : undefined;
}

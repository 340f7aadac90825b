import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../fixtures/config/package-root.js';
import type { PageRecord } from '../schemas/documents/parse-pages.js';
import { ContractSchemas } from '../schemas/examples/contract-schemas.js';
import { type ExampleDrift, measureExamples } from '../schemas/examples/measure-examples.js';
import type { ExampleRecords } from '../schemas/examples/parse-example-record.js';
import { readExamples } from '../schemas/examples/read-examples.js';

/**
 * Judges the examples of editions of the references against the contract, and prints what is valid, on record, and neither.
 * @returns 0 when every example is valid or on record, 1 otherwise.
 */
export async function driftExamples(
  editions: readonly { document: string; folder: string }[],
  pages: ReadonlyMap<string, ReadonlyMap<string, PageRecord>>,
  records: ExampleRecords,
  requirements: ReadonlySet<string>,
): Promise<number> {
  const contract = await readFile(join(packageRoot(), 'schemas/generated/openapi.json'), 'utf8');
  const schemas = new ContractSchemas(JSON.parse(contract) as object);
  let drifted = false;
  for (const { document, folder } of editions) {
    const source = {
      document,
      pages: pages.get(document) ?? new Map<string, PageRecord>(),
      records: records.get(document) ?? new Map(),
      requirements,
    };
    const drift = measureExamples(await readExamples(folder), source, schemas);
    drifted ||= drift.unaccounted.length + drift.stale.length > 0;
    process.stdout.write(`${describeExamples(drift).join('\n')}\n`);
  }
  return drifted ? 1 : 0;
}

function describeExamples({
  document,
  found,
  valid,
  contradictions,
  excluded,
  unaccounted,
  stale,
}: ExampleDrift): string[] {
  return [
    document,
    `  Examples: ${found}; valid ${valid}, contradictions on record ${contradictions.length}, excluded ${excluded.length}, unaccounted ${unaccounted.length}.`,
    ...contradictions.map(
      ({ page, record: { hash, contradicts, requirements, open } }) =>
        `  contradiction: ${page} ${hash} ${contradicts} (${requirements.join(', ') || `open: ${open}`})`,
    ),
    ...excluded.map(({ page, record }) => `  excluded: ${page} ${record.hash} ${record.excluded}`),
    ...unaccounted.map(
      ({ example: { page, section, hash }, mistakes }) =>
        `  unaccounted: ${page} ${section} ${hash} ${mistakes.join('; ')}`,
    ),
    ...stale.map(({ page, record, why }) => `  stale: ${page} ${record.hash} ${why}`),
  ];
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requirements } from '../schemas/catalogue.js';
import type { Reading } from '../schemas/documents/measure-drift.js';
import { readEdition } from '../schemas/documents/read-edition.js';
import { splitNotes } from '../schemas/documents/split-notes.js';
import type { Page } from '../schemas/documents/unit.js';

/** The sentences of a document that requirements were read from. */
export function readingsOf(document: string): Reading[] {
  return requirements.flatMap(({ id, sources }) =>
    sources.flatMap(({ doc, page, sha256 }) =>
      doc === document && sha256 ? [{ requirement: id, page, hash: sha256 }] : [],
    ),
  );
}

/**
 * Looks in the documents that are not accounted for unit by unit (the user guide, notes) whether what rules were read from still stands
 * on its page, and prints what does not. Documents that the folder does not hold are passed over.
 * @param accounted the documents that are accounted for.
 * @param showUnits whether to print each sentence with its page and hash.
 * @returns whether something is gone.
 */
export async function driftReadings(docs: string, accounted: ReadonlySet<string>, showUnits = false): Promise<boolean> {
  const names = new Set(requirements.flatMap(({ sources }) => sources.map(({ doc }) => doc)));
  let drifted = false;
  for (const document of [...names].filter((name) => !accounted.has(name)).sort()) {
    const pages = await pagesOf(join(docs, document));
    if (!pages) continue;
    const units = pages.flatMap((page) => page.units);
    const present = new Set(units.map(({ page, hash }) => `${page} ${hash}`));
    const readings = readingsOf(document);
    const gone = readings.filter(({ page, hash }) => !present.has(`${page} ${hash}`));
    drifted ||= gone.length > 0;
    const lines = [
      document,
      ...(showUnits ? units.map(({ page, section, hash, text }) => `  ${page} ${section || '-'} ${hash} ${text}`) : []),
      `  Sentences that rules were read from: ${new Set(readings.map(({ page, hash }) => `${page} ${hash}`)).size}.`,
      ...gone.map(({ page, hash, requirement }) => `  gone: ${page} ${hash}, read again for ${requirement}`),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  return drifted;
}

/** A folder of pages, or notes in one file; undefined where there is neither. */
async function pagesOf(path: string): Promise<Page[] | undefined> {
  for (const file of [`${path}.md`, `${path}.txt`]) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) return splitNotes(text);
  }
  return readEdition(path).catch(() => undefined);
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Results } from '../schemas/results.js';
import { renderPage } from './html/render-page.js';
import { toJunit } from './junit/junit.js';
import { toSummary } from './markdown/summary.js';

/** Where the page of a run lies in its output folder. */
export const PAGE = 'conformance.html';

/**
 * Writes every report of a run into a folder: `results.json`, `conformance.html`, `junit.xml`, `summary.md`.
 * The results come first: the others can be made from them again. Throws what the file system throws.
 */
export async function writeReports(results: Results, outputDir: string): Promise<void> {
  await mkdir(outputDir, { recursive: true });
  const write = (name: string, text: string) => writeFile(join(outputDir, name), text);
  await write('results.json', `${JSON.stringify(results, null, 2)}\n`);
  await write(PAGE, renderPage(results));
  await write('junit.xml', toJunit(results));
  await write('summary.md', toSummary(results));
}

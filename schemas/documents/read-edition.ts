import { readFile } from 'node:fs/promises';
import { pageFiles } from './page-files.js';
import { splitMarkdown } from './split-markdown.js';
import { splitRst } from './split-rst.js';
import type { Page } from './unit.js';

/**
 * Reads every page below a folder, Markdown (`.md`) and reStructuredText (`.rst`), ordered by path.
 * A page without an id of its own goes by its path in the folder.
 */
export async function readEdition(folder: string): Promise<Page[]> {
  return Promise.all(
    (await pageFiles(folder)).map(async ({ file, fallback }) => {
      const split = file.endsWith('.md') ? splitMarkdown : splitRst;
      return split(await readFile(file, 'utf8'), fallback);
    }),
  );
}

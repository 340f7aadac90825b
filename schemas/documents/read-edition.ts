import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { splitMarkdown } from './split-markdown.js';
import { splitRst } from './split-rst.js';
import type { Page } from './unit.js';

/**
 * Reads every page below a folder, Markdown (`.md`) and reStructuredText (`.rst`), ordered by path.
 * A page without an id of its own goes by its path in the folder.
 */
export async function readEdition(folder: string): Promise<Page[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(?:md|rst)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    files.map(async (file) => {
      const split = file.endsWith('.md') ? splitMarkdown : splitRst;
      return split(await readFile(file, 'utf8'), relative(folder, file).split('\\').join('/'));
    }),
  );
}

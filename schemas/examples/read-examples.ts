import { readFile } from 'node:fs/promises';
import { pageFiles } from '../documents/page-files.js';
import { collectMarkdownExamples } from './collect-markdown-examples.js';
import { collectRstExamples } from './collect-rst-examples.js';
import type { Example } from './example.js';

/** Every example of the pages below a folder, ordered by path. */
export async function readExamples(folder: string): Promise<Example[]> {
  const found = await Promise.all(
    (await pageFiles(folder)).map(async ({ file, fallback }) => {
      const collect = file.endsWith('.md') ? collectMarkdownExamples : collectRstExamples;
      return collect(await readFile(file, 'utf8'), fallback);
    }),
  );
  return found.flat();
}

import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** The files of a reference, Markdown (`.md`) and reStructuredText (`.rst`), ordered by path; `fallback` is the path in the folder. */
export async function pageFiles(folder: string): Promise<{ file: string; fallback: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(?:md|rst)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ file, fallback: relative(folder, file).split('\\').join('/') }));
}

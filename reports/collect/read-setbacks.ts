import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Setback } from '../../schemas/results.js';

/** Reads what the workers of a run have noted about the way to the target (`.line` of the output folder), oldest first. */
export function readSetbacks(outputDir: string): Setback[] {
  const folder = join(outputDir, '.line');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => parse(readFileSync(join(folder, name), 'utf8')))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** A killed run can leave half a file. */
function parse(text: string): Setback[] {
  try {
    return [JSON.parse(text) as Setback];
  } catch {
    return [];
  }
}

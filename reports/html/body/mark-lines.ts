import type { BodyLine } from './json-lines.js';

const parentOf = (pointer: string) => pointer.slice(0, pointer.lastIndexOf('/'));

/**
 * Tells which lines hold the place of a JSON pointer. Where the place does not exist (a member that is missing), the
 * nearest one above it that does is marked, on its first line.
 */
export function markedLines(lines: readonly BodyLine[], pointer: string | undefined): Set<number> {
  if (pointer === undefined) return new Set();
  const within = lines.flatMap((line, index) =>
    line.pointer === pointer || line.pointer.startsWith(`${pointer}/`) ? [index] : [],
  );
  if (within.length > 0) return new Set(within);
  for (let above = pointer; above !== ''; above = parentOf(above)) {
    const index = lines.findIndex((line) => line.pointer === parentOf(above));
    if (index >= 0) return new Set([index]);
  }
  return new Set();
}

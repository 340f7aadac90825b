/** The first line after a directive of a reStructuredText page and what is indented below it. */
export function afterRstBlock(lines: readonly string[], start: number): number {
  const depth = indent(lines[start] ?? '');
  let next = start + 1;
  while (next < lines.length && ((lines[next] ?? '').trim() === '' || indent(lines[next] ?? '') > depth)) next += 1;
  return next;
}

function indent(line: string): number {
  return line.length - line.trimStart().length;
}

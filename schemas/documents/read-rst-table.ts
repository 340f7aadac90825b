/** The cells of a row; a cell is its lines. */
export type RstRow = string[][];

const simpleBorder = /^=+(?: +=+)+$/;

/** Whether a line opens a grid table (`+---+`) or a simple one (`==== ====`). */
export function opensRstTable(line: string): boolean {
  const text = line.trim();
  return /^\+[-=+]+\+$/.test(text) || simpleBorder.test(text);
}

/**
 * Reads the table that begins at a line. Tolerant: a grid row counts by its bars, not by its columns, so that padding and
 * indentation may be squeezed.
 * @returns the rows without the header, and the index of the first line after the table.
 */
export function readRstTable(lines: readonly string[], start: number): { rows: RstRow[]; next: number } {
  return simpleBorder.test((lines[start] ?? '').trim()) ? readSimple(lines, start) : readGrid(lines, start);
}

function readGrid(lines: readonly string[], start: number): { rows: RstRow[]; next: number } {
  const rows: RstRow[] = [];
  let header = false;
  let row: RstRow = [];
  let next = start;
  for (; /^\s*[+|]/.test(lines[next] ?? ''); next++) {
    const line = (lines[next] ?? '').trim();
    if (line.startsWith('|')) {
      const cells = line.slice(1, -1).split(/(?:^|(?<=\s))\|(?=\s|$)/);
      row = cells.map((text, column) => [...(row[column] ?? []), text.replace(/^ /, '')]);
      continue;
    }
    header = line.includes('=');
    if (row.length > 0 && !header) rows.push(row);
    row = [];
  }
  return { rows, next };
}

function readSimple(lines: readonly string[], start: number): { rows: RstRow[]; next: number } {
  const border = lines[start] ?? '';
  const columns = [...border.matchAll(/=+/g)].map(({ index }) => index);
  const rows: RstRow[] = [];
  let borders = 1;
  let next = start + 1;
  for (; next < lines.length && borders < 3; next++) {
    const line = lines[next] ?? '';
    if (simpleBorder.test(line.trim())) borders += 1;
    else if (borders === 2 && line.trim() !== '') {
      const cells = columns.map((from, index) => line.slice(from, columns[index + 1]).trim());
      const last = rows.at(-1);
      // A row without a first cell goes on with the one above.
      if (cells[0] === '' && last) for (const [column, text] of cells.entries()) last[column]?.push(text);
      else rows.push(cells.map((text) => [text]));
    }
  }
  return { rows, next };
}

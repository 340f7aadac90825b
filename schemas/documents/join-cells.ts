import { foldWhiteSpace } from './fold-white-space.js';

/** The text of a table's row: its cells, each folded, between bars. */
export function joinCells(cells: readonly string[]): string {
  return cells.map(foldWhiteSpace).join(' | ');
}

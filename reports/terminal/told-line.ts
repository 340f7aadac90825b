import { cut } from '../text/cut.js';
import { visibleLine } from '../text/visible.js';

/** How many of a kind the terminal shows; the report has all. */
export const SHOWN = 10;

const WIDTH = 600;

/** A text of the target's, or about it, that cannot start a line nor steer the terminal, cut to some lines. */
export function told(text: string): string {
  return visibleLine(cut(text, WIDTH));
}

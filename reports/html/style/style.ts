import { failures } from './failures.js';
import { frame } from './frame.js';
import { marks } from './marks.js';
import { print } from './print.js';
import { tables } from './tables.js';
import { tokens } from './tokens.js';
import { tree } from './tree.js';

/** The page's style sheet, without the blanks that only its authors need. */
export const style = [tokens, frame, marks, failures, tree, tables, print].join('').replace(/\n\s*/g, '\n').trim();

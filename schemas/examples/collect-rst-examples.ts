import { afterRstBlock } from '../documents/after-rst-block.js';
import { readRstHeading } from '../documents/rst-headings.js';
import type { Example } from './example.js';
import { toExample } from './to-example.js';

/** What opens a literal block: a directive, a line of two colons, or a sentence that ends in them. */
const opens = /^\s*\.\.\s+code-block::|^(?!\s*(?:\.\.|[|+])).*::\s*$/;

/**
 * The literal blocks of a reStructuredText page outside its tables, in reading order.
 * @param fallback id of a page without `:original_name:`.
 */
export function collectRstExamples(source: string, fallback: string): Example[] {
  const lines = source.split(/\r?\n/);
  const found: Example[] = [];
  let page = fallback;
  let section = 'introduction';
  for (let index = 0; index < lines.length; ) {
    const title = readRstHeading(lines, index);
    if (title) {
      page = title.page ?? page;
      section = title.section ?? section;
      index = title.next;
    } else if (opens.test(lines[index] ?? '')) {
      const next = afterRstBlock(lines, index);
      found.push(toExample(page, section, lines.slice(index + 1, next)));
      index = next;
    } else index += 1;
  }
  return found.filter(({ text }) => text !== '');
}

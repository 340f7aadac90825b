import { readMarkdownHeading } from '../documents/markdown-headings.js';
import type { Example } from './example.js';
import { toExample } from './to-example.js';

/**
 * The fenced blocks of a Markdown page, in reading order.
 * @param fallback id of a page whose title carries no anchor.
 */
export function collectMarkdownExamples(source: string, fallback: string): Example[] {
  const found: Example[] = [];
  let page = fallback;
  let section = 'introduction';
  let block: string[] | undefined;
  for (const raw of source.split(/\r?\n/)) {
    const line = raw.replace(/^\s*>\s?/, '');
    if (line.trim().startsWith('```')) {
      if (block) found.push(toExample(page, section, block));
      block = block ? undefined : [];
    } else if (block) block.push(line);
    else {
      const title = readMarkdownHeading(line, fallback);
      page = title?.page ?? page;
      section = title?.section ?? section;
    }
  }
  return found.filter(({ text }) => text !== '');
}

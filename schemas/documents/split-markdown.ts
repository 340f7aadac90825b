import { foldWhiteSpace } from './fold-white-space.js';
import { joinCells } from './join-cells.js';
import { readMarkdownHeading } from './markdown-headings.js';
import { stripMarkdown } from './strip-markdown.js';
import { toPage } from './to-page.js';
import type { Block, Page } from './unit.js';

const item = /^\s*(?:[-*+]|\d+\.)\s+/;
/** `**表 1** ...`, `**图 1** ...`: what a table or figure is called; its rows tell what it says. */
const caption = /^\s*\*\*[表图]\s*\d+\*\*/;
const noteLabel = /^\s*!\[[^\]]*\]\([^)]*\)\s*(?:\*\*[^*]+\*\*)?\s*$/;

/**
 * Cuts a page of a Markdown reference into units. Left out: headings, captions, table headers and fenced examples.
 * @param fallback id of a page whose title carries no anchor.
 */
export function splitMarkdown(source: string, fallback: string): Page {
  const blocks: Block[] = [];
  let id = fallback;
  let section = 'introduction';
  let paragraph: string[] = [];
  let rows = 0;
  let fenced = false;
  const flush = (): void => {
    const text = foldWhiteSpace(stripMarkdown(paragraph.join('\n')));
    if (text !== '') blocks.push({ section, kind: 'text', text });
    paragraph = [];
  };
  for (const raw of source.split(/\r?\n/)) {
    const line = raw.replace(/^\s*>\s?/, '');
    if (line.trim().startsWith('```')) {
      flush();
      fenced = !fenced;
      continue;
    }
    if (fenced) continue;
    const isRow = line.trim().startsWith('|');
    if (!isRow) rows = 0;
    const title = readMarkdownHeading(line, fallback);
    if (title) {
      flush();
      id = title.page ?? id;
      section = title.section ?? section;
    } else if (isRow) {
      flush();
      rows += 1;
      // The header and the line of dashes below it are no rows.
      if (rows > 2) blocks.push({ section, kind: 'row', text: joinCells(cellsOf(line)) });
    } else if (line.trim() === '' || caption.test(line) || noteLabel.test(line)) flush();
    else {
      if (item.test(line)) flush();
      paragraph.push(line.replace(item, ''));
    }
  }
  flush();
  return toPage(id, blocks);
}

function cellsOf(line: string): string[] {
  const inner = line.trim().replace(/^\||(?<!\\)\|$/g, '');
  return inner.split(/(?<!\\)\|/).map(stripMarkdown);
}

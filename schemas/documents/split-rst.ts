import { afterRstBlock } from './after-rst-block.js';
import { foldWhiteSpace } from './fold-white-space.js';
import { joinCells } from './join-cells.js';
import { opensRstTable, type RstRow, readRstTable } from './read-rst-table.js';
import { readRstHeading } from './rst-headings.js';
import { stripRst } from './strip-rst.js';
import { toPage } from './to-page.js';
import type { Block, Page } from './unit.js';

const item = /^\s*(?:[-*+•]|#\.|\d+\.|[a-z]\.|\(\d+\))\s+/;
/** Directives whose content is prose of the page. */
const prose = /^\s*\.\.\s+(?:note|important|caution|warning|attention|tip|danger|container)::\s*(.*)$/;
const marker = /^\s*\.\.(?:\s|$)/;

/**
 * Cuts a page of a reStructuredText reference into units. Left out: headings, captions, table headers, literal blocks
 * (the examples) and tables of contents.
 * @param fallback id of a page without `:original_name:`.
 */
export function splitRst(source: string, fallback: string): Page {
  const lines = source.split(/\r?\n/);
  const blocks: Block[] = [];
  let id = fallback;
  let section = 'introduction';
  let paragraph: string[] = [];
  const flush = (): void => {
    const text = foldWhiteSpace(stripRst(paragraph.join('\n')));
    if (text !== '') blocks.push({ section, kind: 'text', text });
    paragraph = [];
  };
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? '';
    const title = readRstHeading(lines, index);
    const note = prose.exec(line);
    if (opensRstTable(line)) {
      flush();
      const { rows, next } = readRstTable(lines, index);
      for (const row of rows) blocks.push({ section, kind: 'row', text: joinCells(row.map(cellText)) });
      index = next;
    } else if (title) {
      flush();
      id = title.page ?? id;
      section = title.section ?? section;
      index = title.next;
    } else if (note) {
      flush();
      if (note[1]) paragraph.push(note[1]);
      index += 1;
    } else if (/^\s*\.\.\s+table::/.test(line)) {
      flush();
      while ((lines[index] ?? '').trim() !== '') index += 1;
    } else if (marker.test(line) || line.trim() === '::') {
      flush();
      index = afterRstBlock(lines, index);
    } else {
      if (line.trim() === '' || item.test(line)) flush();
      paragraph.push(line.replace(item, ''));
      index += 1;
      if (line.trimEnd().endsWith('::')) {
        flush();
        index = afterRstBlock(lines, index - 1);
      }
    }
  }
  flush();
  return toPage(id, blocks);
}

function cellText(lines: RstRow[number]): string {
  return stripRst(lines.map((line) => line.replace(/^\s*\.\.\s+[a-z-]+::/, '').replace(item, '')).join('\n'));
}

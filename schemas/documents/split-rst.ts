import { foldWhiteSpace } from './fold-white-space.js';
import { joinCells } from './join-cells.js';
import { opensRstTable, type RstRow, readRstTable } from './read-rst-table.js';
import { stripRst } from './strip-rst.js';
import { toPage } from './to-page.js';
import type { Block, Page } from './unit.js';

const item = /^\s*(?:[-*+•]|#\.|\d+\.|[a-z]\.|\(\d+\))\s+/;
const originalName = /^:original_name:\s*(.+?)(?:\.html)?\s*$/;
const underline = /^([=\-~^"'`])\1{2,}\s*$/;
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
    const name = originalName.exec(line)?.[1];
    const note = prose.exec(line);
    if (opensRstTable(line)) {
      flush();
      const { rows, next } = readRstTable(lines, index);
      for (const row of rows) blocks.push({ section, kind: 'row', text: joinCells(row.map(cellText)) });
      index = next;
    } else if (name) {
      id = name;
      index += 1;
    } else if (/^\S/.test(line) && underline.test(lines[index + 1] ?? '')) {
      flush();
      if (lines[index + 1]?.startsWith('=')) section = 'introduction';
      else section = slug(line);
      index += 2;
    } else if (note) {
      flush();
      if (note[1]) paragraph.push(note[1]);
      index += 1;
    } else if (/^\s*\.\.\s+table::/.test(line)) {
      flush();
      while ((lines[index] ?? '').trim() !== '') index += 1;
    } else if (marker.test(line) || line.trim() === '::') {
      flush();
      index = afterBlock(lines, index);
    } else {
      if (line.trim() === '' || item.test(line)) flush();
      paragraph.push(line.replace(item, ''));
      index += 1;
      if (line.trimEnd().endsWith('::')) {
        flush();
        index = afterBlock(lines, index - 1);
      }
    }
  }
  flush();
  return toPage(id, blocks);
}

/** The first line after a directive and what is indented below it. */
function afterBlock(lines: readonly string[], start: number): number {
  const depth = indent(lines[start] ?? '');
  let next = start + 1;
  while (next < lines.length && ((lines[next] ?? '').trim() === '' || indent(lines[next] ?? '') > depth)) next += 1;
  return next;
}

function indent(line: string): number {
  return line.length - line.trimStart().length;
}

function cellText(lines: RstRow[number]): string {
  return stripRst(lines.map((line) => line.replace(/^\s*\.\.\s+[a-z-]+::/, '').replace(item, '')).join('\n'));
}

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

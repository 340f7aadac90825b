import { foldWhiteSpace } from './fold-white-space.js';
import { joinCells } from './join-cells.js';
import { stripMarkdown } from './strip-markdown.js';
import { toPage } from './to-page.js';
import type { Block, Page } from './unit.js';

const chapter = /^#{2,3}\s+(\d+(?:\.\d+)?)\.?\s/;
const model = /^##\s+([A-Z]\w+)/;
const numbered = /^(\d+)\.\s+/;
const bullet = /^\s*(?:[-*→]|\d+\.)\s+/;

/**
 * Cuts notes that stand in one file into pages of units: Markdown by numbered chapters, in which each numbered entry is a page of its own
 * (`4.18`), and lists of models, a page each. Left out: what stands before the first page, headings, table headers and code.
 */
export function splitNotes(source: string): Page[] {
  const pages = new Map<string, Block[]>();
  let current = '';
  let page: string | undefined;
  let rows = 0;
  let fenced = false;
  for (const line of source.split(/\r?\n/)) {
    if (line.startsWith('```')) fenced = !fenced;
    const isRow = line.startsWith('|');
    rows = isRow ? rows + 1 : 0;
    const heading = chapter.exec(line) ?? model.exec(line);
    const entry = numbered.exec(line);
    if (heading) page = current = heading[1] ?? '';
    else if (entry && page !== undefined) current = `${page}.${entry[1]}`;
    if (heading || fenced || page === undefined || line.trim() === '' || /^(?:#|---|```)/.test(line)) continue;
    // The header and the line of dashes below it are no rows.
    if (isRow && rows <= 2) continue;
    const block: Block = isRow
      ? { section: '', kind: 'row', text: joinCells(line.split('|').slice(1, -1).map(stripMarkdown)) }
      : { section: '', kind: 'text', text: foldWhiteSpace(stripMarkdown(line.replace(bullet, ''))) };
    pages.set(current, [...(pages.get(current) ?? []), block]);
  }
  return [...pages].map(([id, blocks]) => toPage(id, blocks));
}

import { hashUnit } from './hash-unit.js';
import { splitSentences } from './split-sentences.js';
import type { Block, Page } from './unit.js';

/** Cuts the blocks of a page into units: running text by sentences, a row of a table as a whole. */
export function toPage(id: string, blocks: readonly Block[]): Page {
  const units = blocks.flatMap(({ section, kind, text }) => {
    const texts = kind === 'row' ? [text] : splitSentences(text);
    return texts.map((each) => ({ page: id, section, text: each, hash: hashUnit(each) }));
  });
  return { id, units };
}

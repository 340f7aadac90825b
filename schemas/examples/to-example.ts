import { foldWhiteSpace } from '../documents/fold-white-space.js';
import { hashUnit } from '../documents/hash-unit.js';
import type { Example } from './example.js';

/** The example that the lines of a literal block make. */
export function toExample(page: string, section: string, lines: readonly string[]): Example {
  const text = lines.join('\n').trim();
  return { page, section, text, hash: hashUnit(foldWhiteSpace(text)) };
}

import { didYouMean } from '../fixtures/config/nearest.js';
import { UsageError } from './usage-error.js';

/**
 * The ids that match at least one of the patterns, in the order of `ids`. `*` stands for any text, `?` for one character;
 * patterns may also be joined by commas.
 * @throws {UsageError} naming a pattern that matches nothing, with the ids nearest to it.
 */
export function matchIds(patterns: readonly string[], ids: readonly string[]): string[] {
  const wanted = new Set<string>();
  for (const pattern of patterns.flatMap((each) => each.split(',')).filter((each) => each !== '')) {
    const expression = toExpression(pattern);
    const matched = ids.filter((id) => expression.test(id));
    if (matched.length === 0) {
      const hint = didYouMean(pattern.replace(/[*?]/g, ''), ids, 3) || ' Run "ims-conformance list" to see the ids.';
      throw new UsageError(`No requirement matches "${pattern}".${hint}`);
    }
    for (const id of matched) wanted.add(id);
  }
  return ids.filter((id) => wanted.has(id));
}

function toExpression(pattern: string): RegExp {
  const source = pattern
    .replace(/[\\^$.+()[\]{}|]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`);
}

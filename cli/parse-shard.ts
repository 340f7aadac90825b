import { UsageError } from './usage-error.js';

/**
 * Checks which part of a run is asked for, such as `2/3`.
 * @throws {UsageError} when it is no part.
 */
export function parseShard(text: string): string {
  const [, index, total] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? [];
  if (Number(index) <= Number(total)) return text;
  throw new UsageError(
    `--shard is "${text}"; expected i/n with i from 1 to n, such as 1/3 for the first of three parts.`,
  );
}

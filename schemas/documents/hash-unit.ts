import { createHash } from 'node:crypto';

const digits = 16;

/**
 * The name of a unit in `specs/sources` and in a requirement's source: the first 16 hexadecimal digits (64 bits) of the
 * SHA-256 of its text in UTF-8. Among ten thousand units two different ones share it with a chance of one in 10^11.
 */
export function hashUnit(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, digits);
}

import type { Profile } from '../profiles.js';

/** The profiles in which a row holds: those that it names, and whatever is like one of them. None stay none, which means all. */
export function withThoseLike(named: readonly string[], profiles: readonly Profile[]): string[] {
  const all = new Set(named);
  for (let before = -1; before < all.size; ) {
    before = all.size;
    for (const { name, like } of profiles) if (like !== undefined && all.has(like)) all.add(name);
  }
  return [...all];
}

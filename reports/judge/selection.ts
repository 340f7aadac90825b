/**
 * Tells whether a requirement id is asked for by patterns as `--only` takes them: `*` stands for any characters, and
 * no pattern at all asks for everything.
 */
export function isSelected(id: string, only: readonly string[]): boolean {
  if (only.length === 0) return true;
  return only.some((pattern) => {
    const parts = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`).test(id);
  });
}

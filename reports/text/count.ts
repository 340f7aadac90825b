/** Writes a number with its noun: `1 request`, `1,204 requests`, `2 entries`. */
export function count(amount: number, singular: string, plural = `${singular}s`): string {
  return `${amount.toLocaleString('en')} ${amount === 1 ? singular : plural}`;
}

/** Gives the first `limit` characters of the text (UTF-16 units), with a remark on how many were left off. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit)}… (cut: ${(text.length - limit).toLocaleString('en')} more characters)`;
}

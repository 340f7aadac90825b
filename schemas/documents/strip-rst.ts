/** Removes inline markup: roles, link targets, literals, emphasis, escapes. */
export function stripRst(text: string): string {
  return text
    .replace(/:[a-z]+:`([^`<]*?)\s*(?:<[^`>]*>)?`/g, '$1')
    .replace(/`([^`<]*?)\s*<[^`>]*>`_{1,2}/g, '$1')
    .replace(/``(.+?)``/g, '$1')
    .replace(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/g, '$1')
    .replace(/(?<![\\*\w])\*(?![\s*])([^*]+)(?<![\s\\])\*(?!\w)/g, '$1')
    .replace(/\\ /g, '')
    .replace(/\\(.)/g, '$1');
}

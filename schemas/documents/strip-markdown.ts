/** Removes inline markup: images, link targets, anchors, emphasis, code marks, escapes. */
export function stripMarkdown(text: string): string {
  return text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1')
    .replace(/<a name="[^"]*"><\/a>/g, '')
    .replace(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/g, '$1')
    .replace(/(?<![\\*])\*(?![\s*])([^*]+)(?<!\\)\*/g, '$1')
    .replace(/(?<![\w\\])_(?![\s_])([^_]+)(?<!\\)_(?!\w)/g, '$1')
    .replace(/`([^`]*)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1');
}

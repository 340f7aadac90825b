import { visibleLine } from '../text/visible.js';

/** Makes text harmless inside a line or a table cell of Markdown, in which HTML would be live too. */
export function escapeMarkdown(text: string): string {
  return visibleLine(text)
    .replace(/[\\`*_{}[\]()#+!|~@]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

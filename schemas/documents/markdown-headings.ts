/** Headings that every page of an operation has. The names are those that requirements use for their source. */
const sections: Record<string, string> = {
  功能介绍: 'function',
  约束与限制: 'constraints',
  调试: 'debugging',
  URI: 'uri',
  请求消息: 'request',
  响应消息: 'response',
  返回值: 'returned-values',
};

const heading = /^(#{1,6})\s+(.*?)\s*(?:<a name="([^"]*)"><\/a>)?\s*$/;

/** A heading of a Markdown reference: the id of the page (first level), or the name of the section that begins. */
export interface MarkdownHeading {
  page?: string;
  section?: string;
}

/**
 * Reads a line as a heading.
 * @param fallback id of a page whose title carries no anchor.
 */
export function readMarkdownHeading(line: string, fallback: string): MarkdownHeading | undefined {
  const title = heading.exec(line);
  if (!title) return undefined;
  const [, level = '', name = '', anchor] = title;
  return level === '#' ? { page: anchor ?? fallback } : { section: sections[name] ?? anchor ?? name };
}

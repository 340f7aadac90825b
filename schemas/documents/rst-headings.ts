const originalName = /^:original_name:\s*(.+?)(?:\.html)?\s*$/;
const underline = /^([=\-~^"'`])\1{2,}\s*$/;

/** A heading of a reStructuredText reference: the id of the page, or the name of the section that begins; and the line after it. */
export interface RstHeading {
  page?: string;
  section?: string;
  next: number;
}

/** Reads what begins at a line as a heading: `:original_name:`, or a title above its line of marks. */
export function readRstHeading(lines: readonly string[], index: number): RstHeading | undefined {
  const line = lines[index] ?? '';
  const page = originalName.exec(line)?.[1];
  if (page) return { page, next: index + 1 };
  const marks = lines[index + 1] ?? '';
  if (!/^\S/.test(line) || !underline.test(marks)) return undefined;
  return { section: marks.startsWith('=') ? 'introduction' : slug(line), next: index + 2 };
}

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

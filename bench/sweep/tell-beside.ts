import type { Catch } from './sweep-reporter.js';

/** One line for each fault that broke more than it names, and one for each rule that it broke beside it. */
export function besideText(catches: readonly Catch[]): string {
  return catches
    .filter(({ beside }) => beside.length > 0)
    .map(({ fault, breaks, beside }) => {
      const rules = new Map(beside.map((aside) => [`${aside.requirement} ${aside.kind}`, aside]));
      const lines = [...rules.values()].map(
        ({ requirement, kind, title, documented, observed }) =>
          `  ${requirement} (${kind}) in "${title}": ${short(documented)} | ${short(observed)}`,
      );
      return [`${fault}, which breaks ${breaks}, breaks as well:`, ...lines].join('\n');
    })
    .join('\n');
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 160 ? line : `${line.slice(0, 160)}…`;
}

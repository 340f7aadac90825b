/** Everything that does not show, or that reorders what shows: controls, bidi marks, odd blanks, lone surrogates. */
const UNSEEN = /(?![ \n\t])[\p{C}\p{Z}]/gu;

function named(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `⟨U+${code}⟩`;
}

/**
 * Makes text from the target safe to show: each invisible or reordering character becomes `⟨U+XXXX⟩`.
 * Line feed, tab and blank stay as they are.
 */
export function visible(text: string): string {
  return text.replace(UNSEEN, named);
}

/** As `visible`, on one line: line feeds and tabs are named too, so that no target can start a line of its own. */
export function visibleLine(text: string): string {
  return visible(text).replace(/[\n\t]/g, named);
}

const UNSEEN = /((?![ \n\t])[\p{C}\p{Z}])/u;

function name(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Text from the target: escaped by the renderer, and every character that does not show or that reorders is named. */
export function Shown({ text }: { text: string }) {
  const parts = text.split(UNSEEN);
  if (parts.length === 1) return <>{text}</>;
  return <>{parts.map((part, index) => (index % 2 === 1 ? <b class="unseen">{name(part)}</b> : part))}</>;
}

import { Shown } from '../parts/shown.js';
import { jsonLines } from './json-lines.js';
import { markedLines } from './mark-lines.js';

/** A body, JSON laid out over lines, with the offending place marked. */
export function BodyView({ text, pointer }: { text: string; pointer?: string }) {
  const lines = jsonLines(text);
  if (!lines) return <Shown text={text} />;
  const marked = markedLines(lines, pointer);
  return (
    <>
      {lines.map((line, index) => (
        <>
          {marked.has(index) ? (
            <mark>
              <Shown text={line.text} />
            </mark>
          ) : (
            <Shown text={line.text} />
          )}
          {'\n'}
        </>
      ))}
    </>
  );
}

import { Shown } from './shown.js';

/** One of our own sentences, in which `backticks` mark code. */
export function Prose({ text }: { text: string }) {
  const parts = text.split('`');
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <code>
            <Shown text={part} />
          </code>
        ) : (
          <Shown text={part} />
        ),
      )}
    </>
  );
}

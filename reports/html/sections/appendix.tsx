import type { Results } from '../../../schemas/results.js';
import { Copyable } from '../parts/copyable.js';
import { Section } from '../parts/section.js';
import { Shown } from '../parts/shown.js';

/** How the run was made, and what to do for those who think that a check is wrong. */
export function Appendix({ results: { run, documents } }: { results: Results }) {
  return (
    <Section id="appendix" title="Appendix">
      <h3>The command</h3>
      <Copyable label={`Seed ${run.seed}, effort ${run.effort}, profile ${run.profile}`} text={run.command} />
      <h3>How to read the outcomes</h3>
      <p>
        Only MUST requirements decide: one that failed makes the target not conformant, one that could not be judged
        makes the report incomplete. A failed SHOULD is a warning. A requirement counts as passed only if a case was
        tried and every test of it passed.
      </p>
      <h3>How to challenge a check</h3>
      <ol>
        <li>Read the page of the document that the requirement names, beside the marked exchange.</li>
        <li>
          Replay the case on its own, and on another target:{' '}
          <code>npx ims-conformance replay TOKEN --endpoint URL</code>.
        </li>
        <li>
          If the documents allow what was observed, open an issue with the requirement id, the replay token and the
          sentence that allows it. Where two documents contradict each other, the requirement becomes an open reading.
        </li>
      </ol>
      {documents.length > 0 && (
        <>
          <h3>The documents</h3>
          <ul>
            {documents.map(({ doc, title, edition }) => (
              <li>
                <code>{doc}</code>: <Shown text={title} />, edition <Shown text={edition} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

import type { Source } from '../../../schemas/results.js';

/** Where a rule comes from: document, page and section. */
export function SourceLine({ sources }: { sources: Source[] }) {
  return (
    <p class="source">
      {sources.map(({ doc, page, section, sha256 }, index) => (
        <span title={sha256 && `sha256 of the sentence: ${sha256}`}>
          {index > 0 && '; '}
          {doc}, page {page}
          {section && `, ${section}`}
        </span>
      ))}
    </p>
  );
}

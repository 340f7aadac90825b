import { Prose } from '../parts/prose.js';

/** What could make the verdict mean less than it seems to. */
export function TrustNote({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <section id="trust" class="trust" aria-labelledby="trust-title">
      <h2 id="trust-title">How far to trust this verdict</h2>
      <ul>
        {lines.map((line) => (
          <li>
            <Prose text={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

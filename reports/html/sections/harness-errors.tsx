import { count } from '../../text/count.js';
import { Section } from '../parts/section.js';
import { Shown } from '../parts/shown.js';

/** What broke in the harness itself: never held against the target. */
export function HarnessErrors({ errors }: { errors: string[] }) {
  if (errors.length === 0) return null;
  return (
    <Section id="harness" title="Harness errors" aside={count(errors.length, 'error')}>
      <p class="lead">Defects of the suite or of its surroundings, not of the target. Please report them.</p>
      {errors.map((error) => (
        <pre class="error">
          <Shown text={error} />
        </pre>
      ))}
    </Section>
  );
}

import type { Failure } from '../../../schemas/results.js';
import { count } from '../../text/count.js';
import { nextStep } from '../../text/next-step.js';
import { Copyable } from '../parts/copyable.js';
import { Shown } from '../parts/shown.js';
import { Transcript } from './transcript.js';

function Smallest({ counterexample, seed, path, shrinks }: Failure) {
  if (!counterexample) return null;
  const origin = seed === undefined ? '' : `Seed ${seed}${path ? `, path ${path}` : ''}`;
  const shrunk = shrinks === undefined ? '' : `, made smaller ${count(shrinks, 'time')}`;
  return (
    <div class="smallest">
      <h4>Smallest failing case</h4>
      <pre>
        <Shown text={counterexample} />
      </pre>
      {origin && (
        <p class="remark">
          <Shown text={`${origin}${shrunk}.`} />
        </p>
      )}
    </div>
  );
}

/** One case in which a rule was broken: documented beside observed, transcript, and how to see it again. */
export function FailureCase({ failure, omitted = 0 }: { failure: Failure; omitted?: number }) {
  return (
    <>
      <div class="versus">
        <div class="documented">
          <h4>Documented</h4>
          <p>
            <Shown text={failure.documented} />
          </p>
        </div>
        <div class="observed-side">
          <h4>Observed</h4>
          <p>
            <Shown text={failure.observed} />
          </p>
        </div>
      </div>
      <Smallest {...failure} />
      <Transcript failure={failure} omitted={omitted} />
      {(failure.curl || failure.token) && <h4>See it again</h4>}
      {failure.curl && <Copyable label="The request alone" text={failure.curl} />}
      {failure.token && <Copyable label="The whole case" text={`npx ims-conformance replay ${failure.token}`} />}
      <p class="next">
        <strong>Next: </strong>
        <Shown text={nextStep(failure)} />
      </p>
    </>
  );
}

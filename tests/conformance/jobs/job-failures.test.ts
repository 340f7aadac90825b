import { proves } from '../../../fixtures/index.js';
import { isText, whyItFailed } from '../../../fixtures/jobs/job-failure.js';
import { endOf, test } from '../../../fixtures/jobs/job-test.js';
import { jobTime } from '../../../fixtures/jobs/job-time.js';
import { hasEnded, type JobLook, type JobRecord, jobCalls } from '../../../fixtures/jobs/job-watch.js';

// One job serves the tests of this file, so they stay in one worker.
test.describe.configure({ mode: 'default' });

/** The looks at the progress before the first at which either call shows an end. */
function beforeEnd({ ShowJob, ShowJobProgress }: JobRecord): JobLook[] {
  const end = ShowJobProgress.findIndex((look, at) => [look, ShowJob[at]].some((each) => each && hasEnded(each)));
  return end < 0 ? ShowJobProgress : ShowJobProgress.slice(0, end);
}

test('what has not failed tells no failure', proves('show-job.no-failure'), async ({ job, judge }) => {
  for (const call of jobCalls) {
    for (const { view, exchange } of job.record[call].filter(({ view }) => view && view.status !== 'FAIL')) {
      const told = [view?.error_code, view?.fail_reason].filter(isText);
      judge.equal(told, [], `the code and the reason of a job that is ${view?.status}`, { exchange });
    }
  }
});

test('the progress of a failed job tells why', proves('show-job-progress.failure'), async ({ doomedJob, judge }) => {
  const { view, exchange } = endOf(doomedJob, 'ShowJobProgress');
  const [code, reason] = whyItFailed(view);
  judge.that(isText(code) && isText(reason), 'a code and a reason', JSON.stringify(view), { exchange });
  const [other] = whyItFailed(endOf(doomedJob, 'ShowJob').view);
  if (isText(other)) judge.equal(code, other, 'the code that the other call tells', { exchange });
});

test('both calls tell one end', proves('show-job-progress.end'), async ({ job, doomedJob, judge }) => {
  for (const watched of doomedJob ? [job, doomedJob] : [job]) {
    // What is shown under way once it was shown ended is another rule's matter.
    for (const look of beforeEnd(watched.record).filter(({ view }) => view)) {
      const { view, exchange } = look;
      if (!hasEnded(look))
        judge.equal(view?.end_time || '', '', `the end of a job that is ${view?.status}`, { exchange });
    }
    const { view, exchange } = endOf(watched, 'ShowJobProgress');
    const [one, other] = [view?.end_time, endOf(watched, 'ShowJob').view?.end_time];
    // The examples of the two calls write times in different ways.
    const apart = Math.abs((jobTime(one) ?? Number.NaN) - (jobTime(other) ?? Number.NaN));
    judge.that(!(apart >= 1000), `the end of the other call: ${other}`, `${one}`, { exchange });
  }
});

import { proves } from '../../../fixtures/index.js';
import { isText } from '../../../fixtures/jobs/job-failure.js';
import { test } from '../../../fixtures/jobs/job-test.js';
import { jobTime } from '../../../fixtures/jobs/job-time.js';
import { jobCalls } from '../../../fixtures/jobs/job-watch.js';

// One job serves the tests of this file, so they stay in one worker.
test.describe.configure({ mode: 'default' });

test('the times of a job are times', proves('show-job.time-form'), async ({ job, doomedJob, judge }) => {
  for (const { record } of doomedJob ? [job, doomedJob] : [job]) {
    for (const { view, exchange } of jobCalls.flatMap((call) => record[call])) {
      for (const name of ['begin_time', 'end_time'] as const) {
        const told = view?.[name];
        if (!isText(told)) continue;
        judge.that(jobTime(told) !== undefined, `a date and a time of day as ${name}`, told, { exchange });
      }
    }
  }
});

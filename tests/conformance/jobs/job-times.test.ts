import { proves } from '../../../fixtures/index.js';
import { isText } from '../../../fixtures/jobs/job-failure.js';
import { endOf, test } from '../../../fixtures/jobs/job-test.js';
import { jobTime } from '../../../fixtures/jobs/job-time.js';
import { hasEnded, jobCalls } from '../../../fixtures/jobs/job-watch.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';

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

test(
  'no progress tells an end before the begin',
  proves('show-job-progress.times'),
  async ({ job, doomedJob, judge }) => {
    const looks = [job, doomedJob].flatMap((each) => each?.record.ShowJobProgress ?? []).filter(hasEnded);
    if (looks.length === 0) throw new Unjudged('ShowJobProgress shows no job that has ended.');
    for (const { view, exchange } of looks) {
      const [begin, end] = [jobTime(view?.begin_time), jobTime(view?.end_time)];
      const times = `begin ${view?.begin_time}, end ${view?.end_time}`;
      judge.that(!(begin && end && end < begin), 'no end before the begin', times, { exchange });
    }
  },
);

for (const [call, rules] of [
  ['ShowJob', 'show-job'],
  ['ShowJobProgress', 'show-job-progress'],
] as const)
  test(`an ended job tells its end, by ${call}`, proves(`${rules}.end-told`), async ({ job, judge }) => {
    const { view, exchange } = endOf(job, call);
    judge.that(isText(view?.end_time), 'a time as end_time', JSON.stringify(view?.end_time), { exchange });
  });

test('whether an ended job tells its end is noted', proves('show-job.end-empty'), async ({ job, judge }) => {
  judge.observe(`An ended job tells ${isText(endOf(job, 'ShowJob').view?.end_time) ? 'its' : 'no'} end.`);
});

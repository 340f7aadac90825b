import { fc, proves } from '../../../fixtures/index.js';
import { isText } from '../../../fixtures/jobs/job-failure.js';
import { test } from '../../../fixtures/jobs/job-test.js';
import { jobTime } from '../../../fixtures/jobs/job-time.js';
import { hasEnded, type JobLook, jobCalls, lookAt } from '../../../fixtures/jobs/job-watch.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';

// One job serves most tests of this file, so they stay in one worker.
test.describe.configure({ mode: 'default' });

test('both calls tell the same of a job', proves('show-job-progress.agrees'), async ({ job, judge }) => {
  const { ShowJob, ShowJobProgress } = job.record;
  for (const [at, { view, exchange }] of ShowJobProgress.entries()) {
    judge.accepted(exchange, 'a job that was started is shown');
    const other = ShowJob[at]?.view;
    if (!other) throw new Unjudged(`Job ${job.id} is not shown by ShowJob.`);
    judge.equal(view?.job_id, other.job_id, 'the job_id of the other call', { exchange });
    // Before a job runs it need not tell its kind.
    if (!view?.job_type || !other.job_type) continue;
    judge.equal(view.job_type, other.job_type, 'the job_type of the other call', { exchange });
  }
  const [one, other] = [ShowJob.at(-1), ShowJobProgress.at(-1)] as [JobLook, JobLook];
  if (!hasEnded(one)) throw new Unjudged(`Job ${job.id} has not ended.`);
  judge.equal(other.view?.status, one.view?.status, 'the end of the other call', other);
  // Looked at earlier: the job may begin between two looks.
  const [begin, same] = [jobTime(one.view?.begin_time), jobTime(other.view?.begin_time)];
  // The examples of the two calls write times in different ways.
  const apart = begin === undefined || same === undefined ? 0 : Math.abs(begin - same);
  judge.that(apart < 1000, `the begin of the other call: ${one.view?.begin_time}`, `${other.view?.begin_time}`, other);
  // Of a job that failed there is none, and null is none, too.
  const [due, seen] = [one, other].map(({ view }) => view?.entities?.image_id ?? undefined);
  judge.equal(seen, due, 'the image of the other call', other);
});

test('the progress does not fall', proves('show-job-progress.percent'), async ({ job, judge }) => {
  const told = { ShowJob: 0, ShowJobProgress: 0 };
  for (const call of jobCalls) {
    let before: number | undefined;
    for (const { view, exchange } of job.record[call]) {
      const percent = view?.entities?.process_percent;
      if (percent === undefined || percent === null) continue;
      judge.that(percent >= 0 && percent <= 100, 'a progress of 0 to 100', `${percent}`, { exchange });
      judge.that(percent >= (before ?? 0), `a progress of at least ${before}`, `${percent}`, { exchange });
      before = percent;
      told[call] += 1;
    }
  }
  if (told.ShowJobProgress > 0) return;
  const looks = job.record.ShowJobProgress;
  // The example tells it of a job that runs; what an ended one tells of it, no page says, but both calls should tell alike.
  const due = looks.find(({ view }) => view?.status === 'RUNNING') ?? (told.ShowJob > 0 ? looks.at(-1) : undefined);
  if (!due) throw new Unjudged('The job was never seen running.');
  judge.that(false, 'a progress in at least one look', 'none', due);
});

test('the scale of the progress is noted', proves('show-job-progress.percent-scale'), async ({ job, judge }) => {
  for (const call of jobCalls) {
    const told = job.record[call].map(({ view }) => view?.entities?.process_percent);
    const most = Math.max(...told.filter((percent) => typeof percent === 'number'));
    judge.observe(`The highest progress by ${call} is ${Number.isFinite(most) ? most : 'none'}.`);
  }
});

test('the progress tells the current task', proves('show-job-progress.task'), async ({ job, judge }) => {
  const running = job.record.ShowJobProgress.filter(({ view }) => view?.status === 'RUNNING');
  if (running.length === 0) throw new Unjudged('No look at the progress shows the job running.');
  const told = running.some(({ view }) => isText(view?.entities?.current_task));
  judge.that(told, 'a current_task in at least one look', 'none', running.at(-1));
});

test('a job tells its current task', proves('show-job.task'), async ({ job, judge }) => {
  const looks = job.record.ShowJob.filter(({ view }) => view);
  if (looks.length === 0) throw new Unjudged('ShowJob shows no job.');
  const told = looks.some(({ view }) => isText(view?.entities?.current_task));
  judge.that(told, 'a current_task in at least one look', 'none', looks.at(-1));
});

test('whether the progress names a sub-job is noted', proves('show-job-progress.sub-job'), async ({ job, judge }) => {
  const told = job.record.ShowJobProgress.some(({ view }) => isText(view?.entities?.subJobId));
  judge.observe(`The progress of a job ${told ? 'tells a' : 'has no'} subJobId.`);
});

test('the progress of an absent job is refused', proves('show-job-progress.absent'), async ({ ims, forAll, judge }) => {
  await forAll(fc.stringMatching(/^ff8080[0-9a-f]{26}$/), async (id) => {
    judge.rejected((await lookAt(ims, 'ShowJobProgress', id)).exchange, 'an absent job is refused');
  });
});

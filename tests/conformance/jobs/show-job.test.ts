import { imagesOf } from '../../../fixtures/images/image-view.js';
import { fc, proves } from '../../../fixtures/index.js';
import { isText, whyItFailed } from '../../../fixtures/jobs/job-failure.js';
import { test } from '../../../fixtures/jobs/job-test.js';
import { jobTime } from '../../../fixtures/jobs/job-time.js';
import { hasEnded, type JobLook, lookAt } from '../../../fixtures/jobs/job-watch.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { readUntil } from '../../../fixtures/read-until.js';

// One job serves most tests of this file, so they stay in one worker.
test.describe.configure({ mode: 'default' });

const ranks: Record<string, number> = { INIT: 0, RUNNING: 1, SUCCESS: 2, FAIL: 2 };

for (const [call, rules] of [
  ['ShowJob', 'show-job'],
  ['ShowJobProgress', 'show-job-progress'],
] as const)
  test(`a job passes on to its end, by ${call}`, proves(`${rules}.ends`), async ({ job, judge }) => {
    let previous: JobLook | undefined;
    for (const look of job.record[call]) {
      const { view, exchange } = look;
      judge.accepted(exchange, 'a job that was started is shown');
      judge.equal(view?.job_id, job.id, 'the id of the job', { exchange });
      const [rank, before] = [ranks[view?.status ?? ''], ranks[previous?.view?.status ?? 'INIT'] as number];
      judge.that(rank !== undefined, 'one of the states of a job', `the state ${view?.status}`, { exchange });
      const going =
        previous && hasEnded(previous) ? previous.view?.status === view?.status : (rank as number) >= before;
      judge.that(going, `a state after ${previous?.view?.status}`, `the state ${view?.status}`, { exchange });
      previous = look;
    }
    if (!previous || !hasEnded(previous)) throw new Unjudged(`Job ${job.id} has not ended.`);
  });

test('a job ends in time', proves('show-job.in-time'), async ({ job, session, judge }) => {
  const last = job.record.ShowJob.at(-1);
  const documented = `an end within ${session.configuration.timeouts.jobSeconds} s (timeouts.jobSeconds)`;
  judge.that(Boolean(last && hasEnded(last)), documented, `the state ${last?.view?.status}`);
});

test('the times of a job fit its state', proves('show-job.times'), async ({ job, doomedJob, judge }) => {
  // What is shown under way once it was shown ended is another rule's matter.
  const untilEnd = (looks: JobLook[]) => {
    const end = looks.findIndex(hasEnded);
    return end < 0 ? looks : looks.slice(0, end + 1);
  };
  for (const look of [job, doomedJob].flatMap((each) => untilEnd(each?.record.ShowJob ?? []))) {
    const { view, exchange } = look;
    const [begin, end] = [jobTime(view?.begin_time), jobTime(view?.end_time)];
    const times = `begin ${view?.begin_time}, end ${view?.end_time}`;
    if (hasEnded(look)) judge.that(!(begin && end && end < begin), 'no end before the begin', times, { exchange });
    else judge.that(!view?.end_time, `no end while the job is ${view?.status}`, times, { exchange });
  }
});

test('how a job writes its times is noted', proves('show-job.time-format'), async ({ job, judge }) => {
  const times = job.record.ShowJob.flatMap(({ view }) => [view?.begin_time, view?.end_time]).filter(isText);
  const forms = new Set(
    times.map((time) =>
      String(time)
        .replaceAll(/\d/g, '9')
        .replaceAll(/[A-Z][a-z]{2}/g, 'Mon'),
    ),
  );
  judge.observe(`Times are written as ${[...forms].join(' and ') || 'nothing at all'}.`);
});

test(
  'an ended job tells what came of it',
  proves('show-job.entities'),
  async ({ ims, job, doomedJob, session, judge }) => {
    for (const look of [...job.record.ShowJob, ...(doomedJob?.record.ShowJob ?? [])].filter(hasEnded)) {
      const { status, entities } = look.view ?? {};
      const told = status === 'SUCCESS' ? [entities?.image_id] : whyItFailed(look.view);
      const documented = status === 'SUCCESS' ? 'the id of the image in the entities' : 'a code and a reason';
      judge.that(told.every(isText), documented, JSON.stringify(look.view), { exchange: look.exchange });
    }
    const last = job.record.ShowJob.at(-1)?.view;
    if (last?.status !== 'SUCCESS') throw new Unjudged(`The job that makes an image ended ${last?.status}.`);
    const listed = await readUntil(
      async () => imagesOf(await ims.call('ListImages', { query: { name: job.name } })).map(({ id }) => id),
      (ids) => ids.length > 0,
      session.configuration.consistencySeconds,
    );
    if (listed.length === 0) throw new Unjudged(`The image "${job.name}" is not listed.`);
    judge.equal(listed, [last.entities?.image_id], `the image "${job.name}" that the job names`);
  },
);

test('an absent job is refused', proves('show-job.absent'), async ({ ims, job, forAll, judge }) => {
  judge.needs((await lookAt(ims, 'ShowJob', job.id)).exchange, 'a job that is there is shown');
  await forAll(fc.stringMatching(/^ff8080[0-9a-f]{26}$/), async (id) => {
    judge.rejected((await lookAt(ims, 'ShowJob', id)).exchange, 'an absent job is refused');
  });
});

test("another project's job is not shown", proves('show-job.foreign'), async ({ ims, member, job, judge }) => {
  judge.needs((await lookAt(ims, 'ShowJob', job.id)).exchange, 'the own job is shown');
  for (const projectId of [member.projectId, ims.projectId]) {
    const exchange = await member.call('ShowJob', { path: { job_id: job.id }, projectId });
    judge.rejected(exchange, "another project's job is refused");
  }
});

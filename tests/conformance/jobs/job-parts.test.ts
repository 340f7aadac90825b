import { CreationDesk, type JobPart } from '../../../fixtures/creation/creation-desk.js';
import { test as base } from '../../../fixtures/creation/creation-test.js';
import type { Exchange } from '../../../fixtures/exchange.js';
import { proves } from '../../../fixtures/index.js';
import { isText } from '../../../fixtures/jobs/job-failure.js';
import { jobTime } from '../../../fixtures/jobs/job-time.js';
import { hasEnded, type JobLook, lookAt } from '../../../fixtures/jobs/job-watch.js';
import { jobIdOf } from '../../../fixtures/jobs/jobs.js';
import { Inapplicable, Unjudged } from '../../../fixtures/judging/failure.js';
import { readUntil } from '../../../fixtures/read-until.js';

// One job serves the tests of this file, so they stay in one worker.
base.describe.configure({ mode: 'default' });

/** Clocks may differ by so much; zones differ by half an hour at the least. */
const skew = 900_000;
/** How long one call may show a job under way that the other shows ended, at the least. */
const lagSeconds = 5;

/** An ended job that made one image of a data disk, and tells of its parts. */
interface JobOfParts {
  /** Name of the image that was asked for. */
  name: string;
  parts: JobPart[];
  /** What the job tells as the ids of its parts. */
  list: unknown;
  /** The answer that started it, and the one that shows its end. */
  started: Exchange;
  exchange: Exchange;
  /** The end as the other call shows it. */
  progress: JobLook;
}

const test = base.extend<{ told: JobOfParts }>({
  told: async ({ ims, keeping, provided, session }, use) => {
    const { timeouts, consistencySeconds } = session.configuration;
    const kept = await keeping.get('job with parts', async (resources): Promise<JobOfParts> => {
      const desk = new CreationDesk(ims, resources, timeouts.jobSeconds, consistencySeconds);
      const name = resources.uniqueName();
      const body = { data_images: [{ name, volume_id: provided.dataVolumeId }] };
      const { exchange: started, job, parts } = await desk.send('CreateImage', body);
      if (job?.status !== 'SUCCESS') throw new Unjudged(`The job of a data disk ended ${job?.status}.`);
      const id = jobIdOf(started);
      const { exchange, view } = await lookAt(ims, 'ShowJob', id);
      const seconds = Math.max(lagSeconds, consistencySeconds);
      const progress = await readUntil(() => lookAt(ims, 'ShowJobProgress', id), hasEnded, seconds);
      return { name, parts, list: view?.entities?.sub_jobs_list, started, exchange, progress };
    });
    if (kept.parts.length === 0) throw new Unjudged('The job of a data disk tells of no parts.');
    await use(kept);
  },
});

test('the list of parts names each of them', proves('show-job.part-ids'), async ({ told, judge }) => {
  const { parts, list, exchange } = told;
  if (!Array.isArray(list) || list.length === 0) throw new Unjudged('The job tells no list of its parts.');
  const ids = parts.map(({ job_id: id }) => id);
  judge.that(ids.every(isText), 'the id of each part', JSON.stringify(parts), { exchange });
  judge.equal([...list].sort(), ids.sort(), 'the list of parts', { exchange });
});

test('a part succeeds with its job', proves('show-job.part-status'), async ({ told, judge }) => {
  const { parts, exchange } = told;
  if (parts.length > 1) throw new Unjudged(`The job of one data disk has ${parts.length} parts.`);
  judge.equal(parts[0]?.status, 'SUCCESS', 'the status of the part of a job that is SUCCESS', { exchange });
});

test('a part tells its times in UTC', proves('show-job.part-times'), async ({ told, judge }) => {
  const { parts, started, exchange } = told;
  const clock = ({ response }: Exchange) => Date.parse(response.headers.date ?? '');
  const [first, last] = [clock(started), clock(exchange)];
  for (const { begin_time, end_time } of parts) {
    for (const text of [begin_time, end_time].filter(isText)) {
      const time = jobTime(text);
      judge.that(time !== undefined, 'a date with a time of day', text, { exchange });
      // A clock that the answers do not tell is compared with nothing.
      const apart = Math.max(first - Number(time), Number(time) - last);
      judge.that(!(apart > skew), 'a time between the start and the end of the job', text, { exchange });
    }
    const [begin, end] = [jobTime(begin_time), jobTime(end_time)];
    judge.that(!(begin && end && end < begin), 'no end before the begin', `${begin_time} and ${end_time}`, {
      exchange,
    });
  }
});

test('a part names its image', proves('show-job.part-image-name'), async ({ told, judge }) => {
  const { name, parts, exchange } = told;
  for (const { entities } of parts)
    if (isText(entities?.image_name)) judge.equal(entities.image_name, name, 'the image_name of a part', { exchange });
});

test('a part tells the name of its image', proves('show-job.part-name-told'), async ({ told, judge }) => {
  for (const { status, entities } of told.parts) {
    if (status !== 'SUCCESS') continue;
    judge.that(isText(entities?.image_name), 'an image_name in the part', JSON.stringify(entities), told);
  }
});

test('a part that has not failed tells no failure', proves('show-job.part-no-failure'), async ({ told, judge }) => {
  for (const { status, error_code, fail_reason } of told.parts) {
    if (status === 'FAIL') continue;
    const failure = [error_code, fail_reason].filter(isText);
    judge.equal(failure, [], `the code and the reason of a part that is ${status}`, told);
  }
});

test('both calls tell the same parts', proves('show-job-progress.parts'), async ({ told, judge }) => {
  const { view, exchange } = told.progress;
  if (!hasEnded(told.progress)) throw new Unjudged('The progress of the job shows no end.');
  const parts = (view?.entities as { sub_jobs_result?: JobPart[] | null } | null | undefined)?.sub_jobs_result ?? [];
  if (!Array.isArray(parts) || parts.length === 0) throw new Inapplicable('The progress of a job tells no parts.');
  const facts = (all: JobPart[]) =>
    all.map(({ job_id, status, entities }) => `${job_id} ${status} ${entities?.image_id}`);
  judge.equal(facts(parts).sort(), facts(told.parts).sort(), 'the parts that ShowJob tells', { exchange });
});

test('what a part is called is noted', proves('show-job.part-kinds'), async ({ told, judge }) => {
  judge.observe(`The parts of a job of a data disk are called ${told.parts.map((part) => part.job_type).join(', ')}.`);
});

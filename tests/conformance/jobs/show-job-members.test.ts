import type { Exchange } from '../../../fixtures/exchange.js';
import { proves } from '../../../fixtures/index.js';
import { isText, whyItFailed } from '../../../fixtures/jobs/job-failure.js';
import { endOf, test } from '../../../fixtures/jobs/job-test.js';
import { jobTime } from '../../../fixtures/jobs/job-time.js';
import { hasEnded } from '../../../fixtures/jobs/job-watch.js';
import type { JobView } from '../../../fixtures/jobs/jobs.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { errorCode } from '../../../schemas/error-codes.js';

// One job serves the tests of this file, so they stay in one worker.
test.describe.configure({ mode: 'default' });

/** Clocks may differ by so much; zones differ by half an hour at the least. */
const skewSeconds = 900;

for (const [call, rules] of [
  ['ShowJob', 'show-job'],
  ['ShowJobProgress', 'show-job-progress'],
] as const) {
  test(`an ended job tells its kind and begin, by ${call}`, proves(`${rules}.members`), async ({ job, judge }) => {
    const { view, exchange } = endOf(job, call);
    for (const name of ['job_type', 'begin_time'] as const)
      judge.that(Boolean(view?.[name]), `a text as ${name}`, JSON.stringify(view?.[name]), { exchange });
  });

  test(`a job names its image, by ${call}`, proves(`${rules}.image-name`), async ({ job, judge }) => {
    const { view, exchange } = endOf(job, call);
    const name = view?.entities?.image_name;
    if (typeof name === 'string' && name !== '') judge.equal(name, job.name, 'the image_name', { exchange });
  });

  test(`a job tells the name of its image, by ${call}`, proves('show-job.name-told'), async ({ job, judge }) => {
    const { view, exchange } = endOf(job, call);
    if (view?.status !== 'SUCCESS') throw new Unjudged(`The job that makes an image ended ${view?.status}.`);
    judge.that(isText(view.entities?.image_name), 'an image_name', JSON.stringify(view.entities), { exchange });
  });

  test(`a job tells its times in UTC, by ${call}`, proves(`${rules}.utc`), async ({ job, judge }) => {
    const { view, exchange } = endOf(job, call);
    const clock = (answer: Exchange | undefined) => Date.parse(answer?.response.headers.date ?? '');
    const [first, last] = [clock(job.started), clock(job.record[call].find(hasEnded)?.exchange)];
    if (Number.isNaN(first + last)) throw new Unjudged('The answers do not tell their time (Date).');
    for (const text of [view?.begin_time, view?.end_time]) {
      const time = jobTime(text) ?? first;
      const beside = Math.max(first - time, time - last) / 1000;
      judge.that(beside < skewSeconds, 'a time between the start and the end of the job', `${text}`, { exchange });
    }
  });
}

test('an import is called one', proves('show-job.type'), async ({ job, judge }) => {
  const { view, exchange } = endOf(job, 'ShowJob');
  judge.equal(view?.job_type, 'imsImportImageJob', 'the job_type', { exchange });
});

test('what parts an import tells is noted', proves('show-job.import-parts'), async ({ job, judge }) => {
  const told: unknown = endOf(job, 'ShowJob').view?.entities?.sub_jobs_result;
  const parts = (Array.isArray(told) ? told : []) as Pick<JobView, 'job_type' | 'entities'>[];
  const kinds = parts.map(({ job_type: kind }) => kind).join(', ');
  const named = parts.filter(({ entities }) => isText(entities?.image_id)).length;
  judge.observe(
    `The job of an import tells ${parts.length} parts (${kinds || 'none'}); ${named} of them name an image.`,
  );
});

test('a failed job tells a listed code', proves('show-job.error-code'), async ({ doomedJob, judge }) => {
  const { view, exchange } = endOf(doomedJob, 'ShowJob');
  const [code = ''] = whyItFailed(view);
  if (!code) throw new Unjudged('The failed job tells no code.');
  judge.that(errorCode(code) !== undefined, 'a code of the list', code, { exchange });
});

import { test } from '../../../fixtures/creation/copy-test.js';
import { type Exchange, jsonOf } from '../../../fixtures/exchange.js';
import { proves } from '../../../fixtures/index.js';
import { isText } from '../../../fixtures/jobs/job-failure.js';
import { isJobOfKind } from '../../../fixtures/jobs/job-kind-check.js';
import { hasEnded, lookAt } from '../../../fixtures/jobs/job-watch.js';
import { type JobView, jobIdOf } from '../../../fixtures/jobs/jobs.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { readUntil } from '../../../fixtures/read-until.js';

/** How long one call may show a job under way that the other shows ended, at the least. */
const lagSeconds = 5;

test(
  'the progress of every kind of job is told',
  proves('show-job-progress.kinds', 'show-job.image-name', 'show-job.name-told'),
  async ({ ims, form, copy, images, sharing, own, receiver, session, judge }) => {
    const data = form('CreateDataImage', ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 }));
    const started: Record<string, { exchange: Exchange; job?: JobView | undefined }> = {
      'a data disk image': await data.sends({}),
      'a copy': await copy.sends({}),
      'new members': await sharing.add([own], [receiver]),
    };
    const seconds = Math.max(lagSeconds, session.configuration.consistencySeconds);
    for (const [what, { exchange: accepted, job }] of Object.entries(started)) {
      // What ShowJob tells is of the moment at which the job had ended.
      if (!job) throw new Unjudged(`The call for ${what} is answered ${accepted.response.status}: there is no job.`);
      const id = jobIdOf(accepted);
      const { exchange } = await readUntil(() => lookAt(ims, 'ShowJobProgress', id), hasEnded, seconds);
      judge.accepted(exchange, `the progress of the job of ${what} is told`);
      const { job_id, job_type, status, entities } = (jsonOf(exchange) ?? {}) as Partial<JobView>;
      if (!job_type) throw new Unjudged(`The job of ${what} does not tell its kind.`);
      const due = { job_id: id, job_type: job.job_type, status: job.status };
      judge.equal({ job_id, job_type, status }, due, `the job of ${what} as ShowJob tells it`, { exchange });
      for (const told of what === 'a copy' && status === 'SUCCESS' ? [job.entities, entities] : [])
        judge.that(isText(told?.image_name), `an image_name of ${what}`, JSON.stringify(told), {
          id: 'show-job.name-told',
        });
      const { image_id, image_name } = job.entities ?? {};
      if (!image_id || !image_name) continue;
      const { name } = await images.show({ id: image_id });
      judge.equal(image_name, name, `the image_name of the job of ${what}`, { id: 'show-job.image-name' });
    }
  },
);

test(
  'jobs are called by what they do',
  proves('show-job.types'),
  async ({ form, copy, sharing, own, receiver, judge }) => {
    const data = form('CreateDataImage', ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 }));
    const due = {
      imsImportDataImageJob: () => data.sends({}),
      imsCopyImageInRegionJob: () => copy.sends({}),
      imsAddImageMembersJob: () => sharing.add([own], [receiver]),
      imsUpdateImageMembersJob: () => sharing.decide([own], 'accepted'),
      imsDelImageMembersJob: () => sharing.remove([own], [receiver]),
    };
    for (const [kind, start] of Object.entries(due)) isJobOfKind(await start(), kind, judge);
  },
);

test(
  'jobs of members tell no image of their own',
  proves('show-job.image-id-kinds'),
  async ({ sharing, own, receiver, judge }) => {
    for (const start of [
      () => sharing.add([own], [receiver]),
      () => sharing.decide([own], 'accepted'),
      () => sharing.remove([own], [receiver]),
    ]) {
      const { exchange, job } = await start();
      if (job?.status !== 'SUCCESS') throw new Unjudged(`The job of new members or old ones ended ${job?.status}.`);
      const told = job.entities?.image_id;
      const call = exchange.operation?.operationId;
      judge.that(!told, `no image_id in the entities of the job of ${call}`, `image_id: ${told}`, { exchange });
    }
  },
);

test(
  'whether results of a withdrawal name images is noted',
  proves('show-job.result-images'),
  async ({ sharing, own, receiver, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    const { results } = await sharing.remove([own], [receiver]);
    const named = results.filter(({ image_id: id }) => id).length;
    judge.observe(`Of ${results.length} results of a withdrawal ${named} name an image.`);
  },
);

test(
  'how results write their status is noted',
  proves('show-job.result-status'),
  async ({ sharing, own, receiver, judge }) => {
    const { results } = await sharing.add([own], [receiver]);
    judge.observe(`Results tell the status ${results.map(({ status }) => status).join(', ') || 'of nothing'}.`);
  },
);

import { killedImages } from './killed-images.js';
import type { Difference, Passing } from './passing.js';

type Json = Record<string, unknown>;

let answers = 0;

const isNative = (path: string) => /^\/v2\/(images|schemas)\b/.test(path);
const isJob = (path: string) => /\/jobs?\//.test(path);

/** Services that clients have seen (ims-behaviour), or that a page allows beside what the emulator does. */
export const otherServices: Record<string, Difference> = {
  'versions with 200, jobs that tell little, pages of markup for refused native calls': {
    change: (answer) => {
      // As the tables of both pages say (ims_03_0726, ims_03_0727).
      if (answer.status === 300) answer.status = 200;
      if (isJob(answer.path)) tellLess(answer.body as Json);
      if (isNative(answer.path) && answer.status >= 400) showPage(answer);
    },
  },
  'an unlimited memory as "" or "0", further quotas, connections that end with every third answer': {
    change: ({ headers, path, body }) => {
      if (++answers % 3 === 0) headers.connection = 'close';
      eachImage(body, (image) => Object.assign(image, unlimited(image), fileless(image)));
      if (path.includes('/quota')) addQuotas(body as Json);
    },
  },
  'images that are shown for a moment after their deletion': { linger: 700 },
  'killed images of jobs that failed': killedImages(),
};

/** Jobs are seen in INIT until they end; what they need not tell is left out, and times are to the second. */
function tellLess(job: Json | undefined): void {
  if (job === undefined || job.status === undefined) return;
  if (job.status === 'RUNNING') job.status = 'INIT';
  if (job.status === 'INIT') for (const name of ['end_time', 'error_code', 'fail_reason', 'entities']) delete job[name];
  if (job.status === 'SUCCESS') for (const name of ['error_code', 'fail_reason']) delete job[name];
  // As the example of OTC has it.
  if (String(job.job_type).includes('DelImageMembers') && job.entities) (job.entities as Json).results = [];
  for (const name of ['begin_time', 'end_time']) {
    if (typeof job[name] === 'string') job[name] = (job[name] as string).replace(/\.\d+Z$/, 'Z');
  }
}

function showPage(answer: Passing): void {
  answer.headers['content-type'] = 'text/html; charset=UTF-8';
  answer.body = undefined;
  answer.text = `<html><head><title>${answer.status}</title></head><body><h1>No.</h1></body></html>`;
}

function unlimited({ status, max_ram }: Json): Json {
  return { max_ram: max_ram ?? (status === 'queued' ? '' : '0') };
}

/** An image without a file has no size yet. */
function fileless({ status }: Json): Json {
  return status === 'queued' ? { size: null, checksum: null, virtual_size: null } : {};
}

function addQuotas({ quotas }: { quotas?: { resources?: Json[] } }): void {
  quotas?.resources?.push({ type: 'image_shared', used: 0, quota: 128, min: 0, max: 128 });
}

function eachImage(body: unknown, visit: (image: Json) => void): void {
  const { images, id, container_format: format } = (body ?? {}) as Json;
  if (Array.isArray(images)) for (const image of images as Json[]) visit(image);
  else if (id !== undefined && format !== undefined) visit(body as Json);
}

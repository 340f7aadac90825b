import type { Difference, Passing } from './passing.js';

const codes = new Set([
  // Servers, disks, vaults and backups that are not there, are somebody else's, or are taken; and ids of none.
  ...['IMG.0005', 'IMG.0012', 'IMG.0020', 'IMG.0029', 'IMG.0031', 'IMG.0120', 'IMG.0127', 'IMG.0133', 'IMG.0134'],
  ...['IMG.0137', 'IMG.0184', 'IMG.0198'],
  // The quota, enterprise projects, keys, files and images that are copied.
  ...['IMG.0015', 'IMG.0046', 'IMG.0047', 'IMG.0057', 'IMG.0095', 'IMG.0097', 'IMG.0099', 'IMG.0118', 'IMG.0123'],
  ...['IMG.0144', 'IMG.0155'],
]);

const isCreation = (path: string) =>
  /\/cloudimages\/((wholeimages|dataimages|quickimport)\/)?action$|_?copy$/.test(path);

/** A server that takes a request down and looks at its source later, as the pages of asynchronous calls say (ims_03_0603). */
export function lateRefusals(): Difference {
  const found = new Map<string, string>();
  return {
    change: (answer) => {
      const { code } = (answer.body as { error?: { code?: string } } | undefined)?.error ?? {};
      if (isCreation(answer.path) && code !== undefined && codes.has(code)) accept(answer, code, found);
      const id = /\/jobs?\/(late[0-9a-f]+)/.exec(answer.path)?.[1] ?? '';
      const late = found.get(id);
      if (late) fail(answer, id, late);
    },
  };
}

function accept(answer: Passing, code: string, found: Map<string, string>): void {
  const job_id = `late${(found.size + 1).toString(16).padStart(28, '0')}`;
  found.set(job_id, code);
  answer.status = 200;
  answer.body = { job_id };
}

function fail(answer: Passing, job_id: string, error_code: string): void {
  const [begin_time, end_time] = ['2024-05-17T09:42:20.000Z', '2024-05-17T09:42:21.000Z'];
  const job = { status: 'FAIL', job_id, job_type: 'imsCreateImageJob', begin_time, end_time };
  answer.status = 200;
  answer.body = { ...job, error_code, fail_reason: 'The source is of no use.', entities: {} };
}

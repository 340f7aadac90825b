import { randomUUID } from 'node:crypto';
import type { Difference } from './passing.js';

interface Shown {
  id: string;
  name: string;
}

/** A server that keeps the images of failed jobs, as killed: an error came about while the file was taken (ims_03_0602, `status`). */
export function killedImages(): Difference {
  const asked = new Map<string, string>();
  const killed = new Map<string, string>();
  let like: object | undefined;
  const change: Difference['change'] = ({ method, path, sent, body }) => {
    const { job_id: job = '', status, images } = (body ?? {}) as { job_id?: string; status?: string; images?: Shown[] };
    const { name } = (method === 'POST' && /\/cloudimages\/.*action$/.test(path) ? parse(sent) : {}) as {
      name?: unknown;
    };
    if (typeof name === 'string' && job !== '') asked.set(job, name);
    if (/\/jobs?\//.test(path) && status === 'FAIL' && asked.has(job)) killed.set(asked.get(job) ?? '', randomUUID());
    const [route, query] = path.split('?');
    if (route !== '/v2/cloudimages' || !images) return;
    like ??= images[0];
    const filters = new URLSearchParams(query);
    const named = filters.get('name') ?? '';
    const id = filters.size === 1 ? killed.get(named) : undefined;
    if (id && like) images.push({ ...like, id, name: named, ...withId(id), status: 'killed' } as Shown);
  };
  return { change };
}

function withId(id: string): object {
  return { self: `/v2/images/${id}`, file: `/v2/images/${id}/file`, min_disk: 0, checksum: null };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return {};
  }
}

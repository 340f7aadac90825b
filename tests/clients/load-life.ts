import type { RunningEmulator } from '../../fixtures/emulator/index.js';

/** What a connection of the load generator knows between the requests of one life. */
interface Life {
  job?: string;
  image?: string;
  copy?: string;
}

/** A request of the load generator; `path` is told once the answers before it are known. */
interface Step {
  method: string;
  path: (life: Life) => string;
  body?: (life: Life) => object;
  headers?: Record<string, string>;
  note?: (life: Life, answer: { job_id: string; entities: { image_id: string } }) => void;
}

/** The requests of an image's life, from creation to deletion, as autocannon takes them: each connection goes through them again and again. */
export function lifeUnderLoad({ configuration }: RunningEmulator): object[] {
  const { auth, member } = configuration();
  const headers = { 'X-Auth-Token': auth.token, 'Content-Type': 'application/json' };
  const theirs = { ...headers, 'X-Auth-Token': member?.token };
  const job = (life: Life) => `/v1/${auth.projectId}/jobs/${life.job}`;
  const image = (life: Life) => `/v1/cloudimages/${life.image}`;
  const started: Step['note'] = (life, answer) => Object.assign(life, { job: answer.job_id });
  const file = { image_url: 'ims-images:cirros.qcow2', os_version: 'CentOS 7.4 64bit', min_disk: 40 };
  const members = (life: Life) => ({ images: [life.image], project_id: member?.projectId });
  const steps: Step[] = [
    { method: 'POST', path: () => '/v2/cloudimages/action', body: () => ({ name: 'of-load', ...file }), note: started },
    { method: 'GET', path: job, note: (life, { entities }) => Object.assign(life, { image: entities.image_id }) },
    { method: 'GET', path: (life) => `/v2/cloudimages?id=${life.image}` },
    {
      method: 'POST',
      path: (life) => `/v2/${auth.projectId}/images/${life.image}/tags`,
      body: () => ({ tag: { key: 'purpose', value: 'load' } }),
    },
    {
      method: 'POST',
      path: () => '/v1/cloudimages/members',
      body: (life) => ({ images: [life.image], projects: [member?.projectId] }),
    },
    {
      method: 'PUT',
      path: () => '/v1/cloudimages/members',
      body: (life) => ({ ...members(life), status: 'accepted' }),
      headers: theirs as Record<string, string>,
    },
    { method: 'POST', path: (life) => `${image(life)}/copy`, body: () => ({ name: 'copy' }), note: started },
    { method: 'GET', path: job, note: (life, { entities }) => Object.assign(life, { copy: entities.image_id }) },
    {
      method: 'POST',
      path: (life) => `${image(life)}/file`,
      body: (life) => ({ bucket_url: `ims-exports:${life.image}`, file_format: 'qcow2' }),
    },
    { method: 'DELETE', path: (life) => `/v2/images/${life.copy}` },
    { method: 'DELETE', path: (life) => `/v2/images/${life.image}` },
  ];
  return steps.map((step) => ({
    method: step.method,
    setupRequest: (request: object, life: Life) => ({
      ...request,
      // A copy: autocannon adds the length of the body to it.
      headers: { ...(step.headers ?? headers) },
      path: step.path(life),
      ...(step.body ? { body: JSON.stringify(step.body(life)) } : {}),
    }),
    onResponse: (_: number, body: string, life: Life) => step.note?.(life, JSON.parse(body)),
  }));
}

import { lateRefusals } from './late-refusals.js';
import type { Difference, Passing } from './passing.js';

let counter = 0;

const membersPath = '/v1/cloudimages/members';

/** The same refusals, told in another way, and some that are about the moment alone. */
export const refusals: Record<string, Difference> = {
  'sources looked at by the job': lateRefusals(),
  'other defensible codes': { change: otherCode },
  'rights looked at before all else, and members looked for before their names': { change: rightsFirst },
  'batches of a hundred projects at most': { change: fewerProjects },
  'messages that repeat what was asked for, codes at the top': { change: topLevelError },
  '5 ms of delay': { delay: 5 },
  'throttling now and then': {
    instead: () => (++counter % 40 === 0 ? { status: 429, headers: { 'retry-after': '0' } } : undefined),
  },
};

const codes: Record<string, string> = {
  'IMG.0115': 'IMG.0001',
  'IMG.0089': 'IMG.0027',
  'IMG.0107': 'IMG.0027',
  'IMG.0155': 'IMG.0156',
  // Both say that the type of system is none.
  'IMG.0056': 'IMG.0122',
  'IMG.0159': 'IMG.0122',
  // Not supported, whatever it is.
  ...Object.fromEntries(['0098', '0128', '0130', '0135', '0143', '0167'].map((code) => [`IMG.${code}`, 'IMG.0105'])),
};

function otherCode(answer: Passing): void {
  const { method, path, body } = answer;
  const error = (body as { error?: { code?: string } } | undefined)?.error;
  if (!error?.code) return;
  // The code of a wrong body in the request of a deletion.
  const isOfDeletion = method === 'DELETE' && path === membersPath && /^IMG\.000[17]$/.test(error.code);
  if (error.code === 'IMG.0088') answer.status = 413;
  error.code = isOfDeletion ? 'IMG.0016' : (codes[error.code] ?? error.code);
}

/** Whoever names no project decides for none of its own, and a text that is empty is the id of no project. */
function rightsFirst(answer: Passing): void {
  const { method, path, status } = answer;
  if (status !== 400) return;
  const sent = bodyOf(answer);
  if (path === membersPath && method === 'PUT' && typeof sent.project_id !== 'string') answer.status = 403;
  if (path === membersPath && method === 'POST' && String(sent.projects) === '' && Array.isArray(sent.projects))
    answer.status = sent.projects.length === 1 ? 404 : 400;
  if (/^\/v2\/images\/[^/]+\/members$/.test(path) && sent.member === '') answer.status = 404;
}

/** No page says how many projects a batch names. Those of more are beyond another limit in the server behind. */
function fewerProjects(answer: Passing): void {
  const { projects } = bodyOf(answer);
  if (answer.path !== membersPath || !Array.isArray(projects) || projects.length <= 100) return;
  const error = { code: 'IMG.0112', message: 'That many projects cannot be added at once.' };
  Object.assign(answer, { status: 400, body: { error } });
}

function bodyOf({ sent }: Passing): Record<string, unknown> {
  try {
    return (JSON.parse(sent) ?? {}) as Record<string, unknown>;
  } catch {
    // Rights are looked at once the body was read.
    return { project_id: '' };
  }
}

function topLevelError(answer: Passing): void {
  const error = (answer.body as { error?: { code?: string } } | undefined)?.error;
  const asked = `${answer.path} ${answer.sent.slice(0, 300)}`;
  if (answer.status === 400 && error?.code) answer.body = { error_code: error.code, error_msg: `nope: ${asked}` };
}

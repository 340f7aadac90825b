import { type Difference, eachObject, type Passing } from './passing.js';

/** The same answers, written in another way. */
export const notations: Record<string, Difference> = {
  'another order of lists that have none': {
    change: ({ body, path }) => /\/tags(\?|$)/.test(path) && reverseTags(body),
  },
  'more fields than documented': {
    // In a schema no member is a mere field more: each describes a property.
    change: ({ status, body, path }) =>
      status < 300 &&
      !path.includes('/schemas/') &&
      eachObject(body, (object) => Object.assign(object, { __since_2027: '1', x_note: null })),
  },
  'JSON announced with a character set': { change: withCharacterSet },
  'capital True and False': { change: ({ body }) => eachObject(body, capitalise) },
  'no word of the default enterprise project and of BIOS, and null for what a job has yet to tell': { change: untold },
  'the older notation of times in one of the two calls of jobs, and fractions in those of members': {
    change: otherTimes,
  },
  'None and null for what headers do not know, and their times of GMT': { change: otherHeaders },
};

function withCharacterSet({ headers }: Passing): void {
  if (headers['content-type'] === 'application/json') headers['content-type'] = 'application/json;charset=UTF-8';
}

function reverseTags(body: unknown): void {
  const { tags } = (body ?? {}) as { tags?: unknown[] };
  if (Array.isArray(tags)) tags.reverse();
}

function capitalise(object: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(object)) {
    if (key.startsWith('__') && (value === 'true' || value === 'false'))
      object[key] = value === 'true' ? 'True' : 'False';
  }
}

/** No value is the default enterprise project too (ims_03_0703), and BIOS (ims_03_0604). */
function untold({ body, path }: Passing): void {
  eachObject(body, (object) => {
    if (object.enterprise_project_id === '0') delete object.enterprise_project_id;
    if (object.hw_firmware_type === 'bios') delete object.hw_firmware_type;
  });
  if (!/\/jobs?\//.test(path)) return;
  eachObject(body, (object) => {
    if (object.status !== 'INIT' && object.status !== 'RUNNING') return;
    for (const member of ['job_type', 'begin_time', 'end_time', 'entities']) object[member] = null;
  });
}

/** As the example of one page has them (ims_03_0905), to the second. */
function otherTimes({ body, path }: Passing): void {
  // A list cuts what a member by itself tells in full, and each writes it in its own way.
  if (/\/members(\?|$)/.test(path)) eachObject(body, (member) => withFractions(member, '.000+00:00'));
  if (/\/members\//.test(path)) eachObject(body, (member) => withFractions(member, '.750Z'));
  if (!path.startsWith('/v1/cloudimages/job/')) return;
  const older = (time: unknown) => {
    const [, day, month, year, clock] = new Date(String(time)).toUTCString().split(' ');
    return `${day}-${month}-${year} ${clock}:000`;
  };
  eachObject(body, (object) => {
    for (const name of ['begin_time', 'end_time']) if (object[name]) object[name] = older(object[name]);
  });
}

/** UTC all the same (ims_03_0723). */
function withFractions(object: Record<string, unknown>, end: string): void {
  for (const name of ['created_at', 'updated_at']) {
    if (typeof object[name] === 'string') object[name] = object[name].replace(/Z$/, end);
  }
}

/** Version 1 may spell what is not known, and shows no notation of times. */
function otherHeaders({ method, path, status, headers }: Passing): void {
  if (method !== 'HEAD' || status !== 200 || !path.startsWith('/v1/images/')) return;
  const unknown = { deleted_at: 'None', checksum: 'null', size: 'None', virtual_size: '' };
  for (const [name, word] of Object.entries(unknown)) headers[`x-image-meta-${name}`] ??= word;
  for (const name of ['x-image-meta-created_at', 'x-image-meta-updated_at'])
    headers[name] = new Date(`${headers[name]}Z`).toUTCString();
}

import { type EmulatorOptions, type RunningEmulator, startEmulator } from '../../fixtures/emulator/index.js';

export interface Reply {
  status: number;
  headers: Headers;
  /** Parsed where it is JSON, else the text. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  body: any;
}

/** A project's view of one emulator. */
export interface Caller {
  projectId: string;
  /** Sends a request; a body that is no string is sent as JSON. `{p}` in the path stands for the project. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
}

/** An emulator with its three projects. */
export interface Stage {
  emulator: RunningEmulator;
  main: Caller;
  member: Caller;
  /** Has nothing to do with the other two. */
  third: Caller;
  /** The main project's account in the other region, at its endpoint. */
  elsewhere: Caller;
  /** `bucket:key` of a file, by format. */
  objects: Record<string, string>;
}

export async function openStage(options: EmulatorOptions = {}): Promise<Stage> {
  const emulator = await startEmulator({ port: 0, jobSeconds: 0.05, ...options });
  const { auth, member, otherRegion, provided } = emulator.configuration();
  if (!member || !otherRegion) throw new Error('The seed has one project or one region only.');
  return {
    emulator,
    main: caller(emulator.endpoint, auth),
    member: caller(emulator.endpoint, member),
    third: caller(emulator.endpoint, thirdOf(emulator)),
    elsewhere: caller(otherRegion.endpoint, otherRegion),
    objects: provided.objects,
  };
}

function thirdOf({ world }: RunningEmulator): { token: string; projectId: string } {
  const projectId = [...world.projects.values()].find(({ name }) => name === 'ims-third')?.id ?? '';
  const token = [...world.tokens.values()].find((candidate) => candidate.projectId === projectId)?.value ?? '';
  return { token, projectId };
}

function caller(endpoint: string, { token, projectId }: { token: string; projectId: string }): Caller {
  return {
    projectId,
    call: async (method, path, body, headers = {}) => {
      const response = await fetch(endpoint + path.replace('{p}', projectId), {
        method,
        headers: { 'X-Auth-Token': token, 'Content-Type': 'application/json', Accept: 'application/json', ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: parsed(text) };
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** An image without a file: queued. Gives its id. */
export async function queuedImage({ call }: Caller, properties: object = {}): Promise<string> {
  return (await call('POST', '/v2/images', { name: 'queued', ...properties })).body.id;
}

/** Looks at a job until it has ended. */
export async function endOf({ call }: Caller, jobId: string): Promise<Reply['body']> {
  for (;;) {
    const { body } = await call('GET', `/v1/{p}/jobs/${jobId}`);
    if (body.status !== 'INIT' && body.status !== 'RUNNING') return body;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Jobs that begin meanwhile do not end before it is over, however slow the machine is; then their end has come. */
export async function whileJobsRun<T>({ main }: Stage, act: () => Promise<T>): Promise<T> {
  const path = '/_emulator/job-durations';
  const { default: usual, types } = (await main.call('GET', path)).body;
  const none = Object.fromEntries(Object.keys(types).map((type) => [type, null]));
  await main.call('PUT', path, { default: 600, types: none });
  try {
    return await act();
  } finally {
    await main.call('PUT', path, { default: usual, types });
    await main.call('POST', '/_emulator/advance', { seconds: 601 });
  }
}

/** An image of the seeded qcow2 file: active. Gives its id. */
export async function activeImage({ main, objects }: Stage, body: object = {}): Promise<string> {
  const asked = { name: 'active', image_url: objects.qcow2, min_disk: 40, ...body };
  const { body: started } = await main.call('POST', '/v2/cloudimages/action', asked);
  return (await endOf(main, started.job_id)).entities.image_id;
}

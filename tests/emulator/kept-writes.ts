import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { accessToken } from './kept-credentials.js';

/** What the server has acknowledged about one image, and what it was asked for last without having answered. */
interface Known {
  tags: Record<string, string>;
  name: string;
  /** A write whose answer never came: it may have been carried out or not. */
  open?: { name?: string; tag?: [string, string]; gone?: true } | undefined;
  gone?: true;
}

/** Images, jobs and objects that a server has acknowledged; writes more until it dies, and looks whether all is there. */
export class KeptWrites {
  readonly images = new Map<string, Known>();
  readonly jobs = new Map<string, string>();
  readonly objects = new Map<string, string>();
  acknowledged = 0;
  #count = 0;
  #writing = false;

  /** Writers that go on until the connection breaks. */
  async writeUntilDeath(endpoint: string): Promise<void> {
    const pool = new Pool(endpoint, { connections: 8 });
    this.#writing = true;
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        try {
          for (let step = 0; ; step++) await this.#step(pool, writer + step);
        } catch (error) {
          if (error instanceof WrongAnswer) throw error;
        }
      }),
    );
    this.#writing = false;
    await pool.destroy();
  }

  /** Waits until that much has been acknowledged, or nothing more will be. */
  async reached(count: number): Promise<void> {
    while (this.acknowledged < count && this.#writing) await sleep(1);
  }

  async #step(pool: Pool, step: number): Promise<void> {
    const number = this.#count++;
    if (step % 6 === 0) return this.#import(pool, number);
    if (step % 6 === 1) return this.#upload(pool, number);
    const { id } = (await send(pool, 'POST', '/v2/images', { name: `new-${number}` }, 201)) as { id: string };
    const known: Known = { name: `new-${number}`, tags: {} };
    this.images.set(id, known);
    await this.#change(pool, known, { tag: ['round', String(number)] }, () =>
      send(pool, 'PUT', '/v1/cloudimages/tags', { image_id: id, tag: `round.${number}` }, 204),
    );
    await this.#change(pool, known, { name: `renamed-${number}` }, () =>
      send(pool, 'PATCH', `/v2/images/${id}`, [{ op: 'replace', path: '/name', value: `renamed-${number}` }], 200),
    );
    if (number % 4 === 0)
      await this.#change(pool, known, { gone: true }, () => send(pool, 'DELETE', `/v2/images/${id}`, undefined, 204));
    this.acknowledged += 3;
  }

  async #change(
    _pool: Pool,
    known: Known,
    open: NonNullable<Known['open']>,
    write: () => Promise<unknown>,
  ): Promise<void> {
    known.open = open;
    await write();
    known.open = undefined;
    if (open.name) known.name = open.name;
    if (open.tag) known.tags[open.tag[0]] = open.tag[1];
    if (open.gone) known.gone = true;
  }

  async #import(pool: Pool, number: number): Promise<void> {
    const body = { name: `import-${number}`, image_url: 'ims-images:cirros.qcow2', min_disk: 40 };
    const { job_id: job } = (await send(pool, 'POST', '/v2/cloudimages/action', body, 200)) as { job_id: string };
    this.jobs.set(job, body.name);
    this.acknowledged++;
  }

  async #upload(pool: Pool, number: number): Promise<void> {
    await send(pool, 'PUT', `/obs/ims-exports/${number}`, `content ${number}`, 200);
    this.objects.set(String(number), `content ${number}`);
    this.acknowledged++;
  }

  /** What is missing or different; empty when nothing was lost. Jobs are waited for. */
  async lost(endpoint: string): Promise<string[]> {
    const pool = new Pool(endpoint, { connections: 8 });
    const lost: string[] = [];
    for (const [id, known] of this.images) {
      const image = (await send(pool, 'GET', `/v2/images/${id}`)) as { name: string; tags: string[] } | undefined;
      if (!fits(known, image)) lost.push(`image ${id}: ${JSON.stringify(known)} is ${JSON.stringify(image)}`);
      else settle(known, image);
    }
    for (const [key, content] of this.objects) {
      if ((await send(pool, 'GET', `/obs/ims-exports/${key}`)) !== content) lost.push(`object ${key}`);
    }
    for (const [job, name] of this.jobs) {
      const image = await imageOf(pool, job);
      if (image !== name) lost.push(`job ${job}: ${image}`);
    }
    this.jobs.clear();
    await pool.destroy();
    return lost;
  }
}

class WrongAnswer extends Error {}

function fits({ name, tags, open, gone }: Known, image: { name: string; tags: string[] } | undefined): boolean {
  if (!image) return gone === true || open?.gone === true;
  const seen = Object.fromEntries(image.tags.map((tag) => tag.split('='))) as Record<string, string>;
  const tagged = Object.entries(seen).every(([key, value]) => tags[key] === value || open?.tag?.[1] === value);
  const named = image.name === name || image.name === open?.name;
  return !gone && tagged && named && Object.keys(tags).every((key) => seen[key] !== undefined);
}

/** What was open is known now. */
function settle(known: Known, image: { name: string; tags: string[] } | undefined): void {
  known.open = undefined;
  if (!image) known.gone = true;
  else {
    known.name = image.name;
    known.tags = Object.fromEntries(image.tags.map((tag) => tag.split('=')));
  }
}

/** Name of the image that a job made, once it has ended. */
async function imageOf(pool: Pool, job: string): Promise<string> {
  for (;;) {
    const seen = (await send(pool, 'GET', `/v1/cloudimages/job/${job}`)) as JobBody | undefined;
    if (seen?.status !== 'INIT' && seen?.status !== 'RUNNING') {
      const image = (await send(pool, 'GET', `/v2/images/${seen?.entities?.image_id}`)) as
        | { name?: string }
        | undefined;
      return seen?.status === 'SUCCESS' ? (image?.name ?? 'no image') : JSON.stringify(seen);
    }
    await new Promise((done) => setTimeout(done, 20));
  }
}

interface JobBody {
  status?: string;
  entities?: { image_id?: string };
}

async function send(pool: Pool, method: string, path: string, body?: unknown, wanted?: number): Promise<unknown> {
  const headers = { 'x-auth-token': accessToken, 'content-type': 'application/json' };
  const sent = typeof body === 'string' || body === undefined ? (body ?? null) : JSON.stringify(body);
  const answer = await pool.request({ method: method as 'GET', path, headers, body: sent });
  const text = await answer.body.text();
  if (wanted !== undefined && answer.statusCode !== wanted) {
    throw new WrongAnswer(`${method} ${path} was answered with ${answer.statusCode}: ${text}`);
  }
  if (answer.statusCode >= 400) return undefined;
  return text.startsWith('{') ? JSON.parse(text) : text;
}

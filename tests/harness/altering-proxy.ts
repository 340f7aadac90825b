import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { LingeringImages } from './lingering-images.js';

/** An answer on its way back, open to change. `body` is undefined when it is no JSON. */
export interface Passing {
  method: string;
  path: string;
  status: number;
  headers: Record<string, string>;
  body: unknown;
  /** What is sent where `body` is undefined. */
  text: string;
}

/** How a server differs from the emulator, and is just as right. */
export interface Difference {
  /** Milliseconds that every answer takes longer. */
  delay?: number;
  /** Milliseconds for which a read repeats what it answered before, and new images and jobs are not found, whatever was written since. */
  lag?: number;
  /** Milliseconds for which an image is still shown after its deletion was answered. */
  linger?: number;
  /** Answers instead of the server behind. */
  instead?: (method: string, path: string) => { status: number; headers?: Record<string, string> } | undefined;
  change?: (answer: Passing) => void;
}

/** A server before a server, which answers the same thing in another way. */
export interface Proxy {
  endpoint: string;
  close(): Promise<void>;
}

interface Remembered {
  at: number;
  status: number;
  headers: Record<string, string>;
  bytes: string;
}

const anyId = /[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}/g;

/** Whether the last id of the path was first told by an answer a moment ago. */
function isNew(url: string, born: Map<string, number>, lag: number): boolean {
  const [id] = [...url.matchAll(anyId)].at(-1) ?? [];
  return id !== undefined && performance.now() - (born.get(id) ?? 0) < lag;
}

/** Starts a proxy before `target` on a free port. The Host header passes unchanged, so that signatures stay valid. */
export async function startProxy(
  target: string,
  { delay = 0, lag = 0, linger = 0, instead, change }: Difference,
): Promise<Proxy> {
  const lingering = new LingeringImages(linger);
  const pool = new Pool(target, { connections: 64 });
  const remembered = new Map<string, Remembered>();
  const born = new Map<string, number>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const { method = 'GET', url = '/' } = request;
      if (delay > 0) await sleep(delay);
      const other = instead?.(method, url);
      if (other) {
        response.writeHead(other.status, other.headers).end();
        return;
      }
      const read = JSON.stringify([method, url, request.headers]);
      const before = lag > 0 && method === 'GET' ? remembered.get(read) : undefined;
      if (before && performance.now() - before.at < lag) {
        response.writeHead(before.status, before.headers).end(before.bytes);
        return;
      }
      if (lag > 0 && method === 'GET' && isNew(url, born, lag)) {
        response.writeHead(404, { 'x-request-id': '0'.repeat(32) }).end();
        return;
      }
      const ask = async (as: string): Promise<Passing> => {
        const body = as === method ? Buffer.concat(chunks) : null;
        const headers = forwarded(request.headers);
        const answer = await pool.request({ method: as as 'GET', path: url, headers, body });
        const text = await answer.body.text();
        const own = ['content-length', 'transfer-encoding', 'connection'];
        const others = Object.entries(flat(answer.headers)).filter(([name]) => !own.includes(name));
        const told = { status: answer.statusCode, headers: Object.fromEntries(others), body: parse(text), text };
        return { method: as, path: url, ...told };
      };
      const caller = String(request.headers['x-auth-token']);
      if (linger > 0 && method === 'DELETE') lingering.pass(await ask('GET'), caller);
      const passing = await ask(method);
      for (const [id] of passing.text.matchAll(anyId)) if (!born.has(id)) born.set(id, performance.now());
      if (linger > 0) lingering.pass(passing, caller);
      change?.(passing);
      const bytes = passing.body === undefined ? passing.text : JSON.stringify(passing.body);
      const { headers } = passing;
      if (lag > 0) remembered.set(read, { at: performance.now(), status: passing.status, headers, bytes });
      response.writeHead(passing.status, headers).end(passing.status === 204 ? undefined : bytes);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await Promise.all([pool.destroy(), new Promise((done) => server.close(done))]);
    },
  };
}

function forwarded(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { connection: _, 'content-length': __, 'transfer-encoding': ___, ...rest } = headers;
  return rest;
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

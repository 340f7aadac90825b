import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { LingeringImages } from './lingering-images.js';
import type { Difference, Passing } from './passing.js';

/** A server before a server, which answers the same thing in another way. */
export interface Proxy {
  endpoint: string;
  close(): Promise<void>;
}

/** Starts a proxy before `target` on a free port. The Host header passes unchanged, so that signatures stay valid. */
export async function startProxy(
  target: string,
  { delay = 0, linger = 0, replica, instead, change }: Difference,
): Promise<Proxy> {
  const lingering = new LingeringImages(linger);
  const pool = new Pool(target, { connections: 64 });
  const reads = replica && new Pool(replica.endpoint, { connections: 64 });
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const { method = 'GET', url: path = '/' } = request;
      const caller = String(request.headers['x-auth-token']);
      if (delay > 0) await sleep(delay);
      const other = instead?.(method, path);
      if (other) return void response.writeHead(other.status, other.headers).end();
      const ask = async (as: string): Promise<Passing> => {
        const body = as === method ? Buffer.concat(chunks) : null;
        const sent = body?.toString() ?? '';
        const headers = forwarded(request.headers);
        const isLate = reads && isRead(method, path);
        if (isLate) await replica?.ready();
        const answer = await (isLate ? reads : pool).request({ method: as as 'GET', path, headers, body });
        const text = await answer.body.text();
        const told = { status: answer.statusCode, headers: flat(answer.headers), body: parse(text), text };
        return { method: as, path, sent, token: caller, ...told };
      };
      if (linger > 0 && method === 'DELETE') lingering.pass(await ask('GET'), caller);
      const passing = await ask(method);
      if (linger > 0) lingering.pass(passing, caller);
      change?.(passing);
      response.writeHead(passing.status, passing.headers);
      response.end(passing.status === 204 ? undefined : written(passing));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await Promise.all([pool.destroy(), reads?.destroy(), new Promise((done) => server.close(done))]);
    },
  };
}

/** Whether a replica of the service may answer it: what only looks at images, jobs and their tags. */
function isRead(method: string, path: string): boolean {
  return /^\/v[12]/.test(path) && (method === 'GET' || path.includes('/resource_instances/action'));
}

function written({ body, text }: Pick<Passing, 'body' | 'text'>): string {
  return body === undefined ? text : JSON.stringify(body);
}

function forwarded(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { connection: _, 'content-length': __, 'transfer-encoding': ___, ...rest } = headers;
  return rest;
}

/** Without what the proxy's own connection decides. */
function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const own = ['content-length', 'transfer-encoding', 'connection', 'keep-alive'];
  const others = Object.entries(headers).filter(([name]) => !own.includes(name));
  return Object.fromEntries(others.map(([name, value]) => [name, String(value)]));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a target answers once it has turned bad; `well` answers as the server behind does. */
export type Mishap = (asked: IncomingMessage, answer: ServerResponse, well: () => void, proxy: TurningProxy) => void;

/** A server before a server, which turns bad in the middle of a run. */
export interface TurningProxy {
  endpoint: string;
  /** Requests so far. */
  requests: number;
  /** Stops listening, and closes every connection. */
  close(): void;
}

/** Starts a proxy before `target` that passes on so many requests, and then does as `mishap` says. */
export async function startTurningProxy(target: string, goodRequests: number, mishap: Mishap): Promise<TurningProxy> {
  const { port } = new URL(target);
  const server = createServer((asked, answer) => {
    proxy.requests += 1;
    const well = (): void => forward(asked, answer, Number(port));
    if (proxy.requests > goodRequests) mishap(asked, answer, well, proxy);
    else well();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: TurningProxy = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: 0,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return proxy;
}

function forward(asked: IncomingMessage, answer: ServerResponse, port: number): void {
  const { method, url: path, headers } = asked;
  const onward = request({ host: '127.0.0.1', port, method, path, headers }, (behind) => {
    answer.writeHead(behind.statusCode ?? 502, behind.headers);
    behind.pipe(answer);
  });
  onward.on('error', () => answer.destroy());
  asked.pipe(onward);
}

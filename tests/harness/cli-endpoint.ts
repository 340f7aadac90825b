import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small server that stands for somebody's endpoint. */
export interface SmallServer {
  endpoint: string;
  close(): void;
}

/** Serves the listener on a free port of 127.0.0.1. */
export async function serve(listener: RequestListener): Promise<SmallServer> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { installTools, toolPath } from './tool-path.js';

export interface MockServer {
  endpoint: string;
  close(): Promise<void>;
}

/**
 * Starts Prism, which answers what an OpenAPI document shows as examples.
 * @throws {Error} when it is missing or ends instead of listening; the message has what it said.
 */
export async function startMockServer(contract: string): Promise<MockServer> {
  const endpoint = `http://127.0.0.1:${await freePort()}`;
  const args = ['mock', '--host', '127.0.0.1', '--port', new URL(endpoint).port, contract];
  const server = spawn(toolPath('prism'), args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(server, 'close').catch(() => undefined);
  let said = '';
  await new Promise<void>((listens, fail) => {
    const hear = (data: Buffer) => {
      said += data;
      if (said.includes('Prism is listening')) listens();
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.on('error', ({ message }) => fail(new Error(`${message}. Install it: ${installTools}.`)));
    server.on('close', () => fail(new Error(`The mock server has ended: ${said.slice(-2000)}`)));
  });
  return {
    endpoint,
    close: async () => {
      server.kill();
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

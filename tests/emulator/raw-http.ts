import { connect } from 'node:net';

/**
 * Sends bytes as they are over one connection and gives everything that comes back until the server hangs up, or
 * until nothing has come for `quietMs` after something came.
 */
export function sendRaw(endpoint: string, bytes: string | Buffer, quietMs = 150): Promise<string> {
  const { hostname, port } = new URL(endpoint);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let quiet: NodeJS.Timeout | undefined;
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    const done = (): void => {
      clearTimeout(quiet);
      socket.destroy();
      resolve(Buffer.concat(chunks).toString('latin1'));
    };
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      clearTimeout(quiet);
      quiet = setTimeout(done, quietMs);
    });
    socket.on('close', done);
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? done() : reject(error),
    );
    socket.setTimeout(5000, () => {
      socket.destroy();
      reject(new Error(`Failed to get an answer from ${endpoint} in 5 s.`));
    });
  });
}

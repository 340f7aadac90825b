import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'undici';
import { temporaryFolder } from '../../temporary-folder.js';
import { serve } from '../killed-server.js';

/** What a flood of requests has done to a server. */
export interface Flooded {
  /** Requests that were answered as they should not be, and what the server said of itself. */
  wrong: string[];
  /** Megabytes by which its memory grew after the first fifth of the requests. */
  grown: number;
}

interface Flood<T extends object> {
  requests: readonly T[];
  headers: Record<string, string>;
  /** Whether an answer is as it should be. */
  isFine: (status: number, text: string, requestId: string) => boolean;
}

const IN_FLIGHT = 16;

/** Sends the requests to an emulator in a process of its own, which has to come up again with what it has kept of them. */
export async function flood<T extends { headers: object }>(seed: string, given: Flood<T>): Promise<Flooded> {
  const folder = temporaryFolder();
  const [data, seedFile] = [join(folder, 'data'), join(folder, 'seed.yaml')];
  writeFileSync(seedFile, seed);
  const server = await serve(data, '--seed-data', seedFile);
  const wrong: string[] = [];
  server.child.stderr?.on('data', (text: Buffer) => wrong.push(`The emulator says: ${text}`));
  const pool = new Pool(server.endpoint, { connections: IN_FLIGHT, headersTimeout: 20_000 });
  const queue = given.requests.entries();
  const early = Math.floor(given.requests.length / 5);
  let before = 0;
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      for (const [index, request] of queue) {
        if (index === early) before = megabytes(server.child.pid);
        const headers = { ...given.headers, ...request.headers };
        const failed = await answerTo(pool, { ...request, headers }, given.isFine);
        if (failed) wrong.push(failed);
      }
    }),
  );
  const grown = megabytes(server.child.pid) - before;
  await pool.close();
  if ((await server.stop()) !== 0) wrong.push('The emulator did not end well.');
  await (await serve(data)).stop();
  return { wrong: wrong.slice(0, 10), grown };
}

async function answerTo(pool: Pool, request: object, isFine: Flood<never>['isFine']): Promise<string | undefined> {
  try {
    const answer = await pool.request(request as Parameters<Pool['request']>[0]);
    const text = await answer.body.text();
    const showsItself = /\n\s+at |node:internal/.test(text);
    if (isFine(answer.statusCode, text, String(answer.headers['x-request-id'])) && !showsItself) return undefined;
    return `${JSON.stringify(request)} -> ${answer.statusCode} ${text}`;
  } catch (error) {
    return `${JSON.stringify(request)} -> ${error}`;
  }
}

/** What a process holds in memory. */
function megabytes(pid: number | undefined): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

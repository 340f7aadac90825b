import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { atMost } from './bar.js';
import { start } from './child.js';
import { fillFolder } from './large-world.js';
import { serveEmulator } from './open-emulator.js';

const SMALL = 1000;
const LARGE = 100_000;
const PAGE = 100;
const LOOKS = 15;

type Served = Awaited<ReturnType<typeof serve>>;

/** An emulator, and the seconds that its start took. */
async function serve(...flags: string[]) {
  const began = performance.now();
  const emulator = await serveEmulator(...flags);
  return { ...emulator, seconds: (performance.now() - began) / 1000 };
}

/** How long an emulator without images takes from its call until it listens: the median of a few. */
async function benchStart(): Promise<void> {
  const starts: number[] = [];
  for (let round = 0; round < 9; round++) {
    const began = performance.now();
    const { stop } = await start('cli/main.js', ['mock'], /IMS emulator at http/);
    starts.push((performance.now() - began) / 1000);
    await stop();
  }
  atMost('start of an empty emulator', starts.sort((a, b) => a - b)[starts.length >> 1] as number, 0.3, 's');
}

/** Median of the milliseconds that an answer takes, once it has been asked for. */
async function cost({ endpoint, auth }: Served, query: string): Promise<number> {
  const pool = new Pool(endpoint, { connections: 1 });
  const times: number[] = [];
  for (let look = 0; look <= LOOKS; look++) {
    const began = performance.now();
    const path = `/v2/cloudimages?${query}`;
    await (await pool.request({ method: 'GET', path, headers: { 'x-auth-token': auth.token as string } })).body.text();
    if (look > 0) times.push(performance.now() - began);
  }
  await pool.destroy();
  return times.sort((a, b) => a - b)[LOOKS >> 1] as number;
}

/** The emulator with 100,000 images: its start, its memory, and its pages beside the first page of 1,000 images. */
export async function benchLarge(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ims-bench-large-'));
  const data = [SMALL, LARGE].map((count) => join(folder, String(count))) as [string, string];
  await fillFolder(data[0], SMALL);
  const middle = await fillFolder(data[1], LARGE);
  await benchStart();
  const small = await serve('--data', data[0]);
  const large = await serve('--data', data[1]);
  atMost(`start with ${LARGE} images`, large.seconds, 5, 's');
  for (const [name, query] of [
    ['the first page', ''],
    ['a page in the middle', `&marker=${middle}`],
    ['a page by name', '&sort_key=name'],
    ['a page in the middle by name', `&sort_key=name&marker=${middle}`],
    ['a page of a filter', '&tag=number%3D77'],
    ['a list by id', `&id=${middle}`],
  ] as const) {
    const first = await cost(small, `limit=${PAGE}`);
    atMost(
      `${name} of ${LARGE} images / the first of ${SMALL}`,
      (await cost(large, `limit=${PAGE}${query}`)) / first,
      3,
      '',
    );
  }
  const [, kilobytes = '0'] = /VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${large.pid}/status`, 'utf8')) ?? [];
  atMost(`memory with ${LARGE} images`, Number(kilobytes) / 1024, 300, 'MB');
  await small.stop();
  await large.stop();
  rmSync(folder, { recursive: true, force: true });
}

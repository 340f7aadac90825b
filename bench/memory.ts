import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atLeast, atMost } from './bar.js';
import { runSuite } from './suite.js';

/** Requests after which the memory is taken for the first and for the last time. */
const span = { first: 20_000, last: 500_000 };

/** The largest worker of a thorough run, after the first and after the last of its requests. Linux alone tells it. */
export async function benchMemory(): Promise<void> {
  const largest = { first: 0, last: 0 };
  let timer: NodeJS.Timeout | undefined;
  const { results } = await runSuite(['--effort', 'thorough'], (pid, out) => {
    timer = setInterval(() => {
      const requests = requestsSoFar(out);
      if (requests < span.first) return;
      const megabytes = Math.max(...descendants(pid).map(residentMegabytes), 0);
      if (requests < 2 * span.first) largest.first = Math.max(largest.first, megabytes);
      largest.last = Math.max(largest.last, megabytes);
    }, 1000);
  });
  clearInterval(timer);
  atLeast('thorough run', results.totals.requests, span.last, 'requests');
  const figures = `${Math.round(largest.last)} and ${Math.round(largest.first)} MB`;
  atMost(
    `memory of the largest process up to the end / up to ${2 * span.first} requests (${figures})`,
    largest.last / largest.first,
    1.5,
    'times',
  );
}

/** Requests of the tests that have ended. */
function requestsSoFar(out: string): number {
  const file = join(out, 'results.ndjson');
  if (!existsSync(file)) return 0;
  return [...readFileSync(file, 'utf8').matchAll(/"requests":(\d+),"throttled"/g)].reduce(
    (sum, [, one]) => sum + Number(one),
    0,
  );
}

function descendants(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const parent = /^\S+ \(.*\) \S (\d+)/s.exec(read(`/proc/${name}/stat`))?.[1];
      return parent ? [[Number(name), Number(parent)] as const] : [];
    });
  const own = [pid];
  for (const one of own) own.push(...parents.filter(([, parent]) => parent === one).map(([child]) => child));
  return own;
}

const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

/** What a process shows of itself; nothing once it has ended. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

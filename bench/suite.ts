import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../fixtures/config/package-root.js';
import type { Results } from '../schemas/results.js';
import { atLeast, atMost } from './bar.js';
import { start } from './child.js';
import { openEmulator } from './open-emulator.js';

/** A run of the suite against the embedded emulator, by the command line. */
interface Run {
  /** From start to exit. */
  seconds: number;
  results: Results;
}

/** Runs the suite to its end. @param watch gets the process id and the report folder of the run. @throws {Error} unless it is Conformant. */
export function runSuite(flags: string[] = [], watch: (pid: number, out: string) => void = () => {}): Promise<Run> {
  const out = mkdtempSync(join(tmpdir(), 'ims-conformance-bench-'));
  const started = performance.now();
  const main = join(packageRoot(), 'dist/cli/main.js');
  const child = spawn(process.execPath, [main, 'run', '--out', out, ...flags], {
    stdio: 'ignore',
    env: { ...process.env, IMS_CONFORMANCE_PLAIN: '1' },
  });
  watch(child.pid as number, out);
  return new Promise((done, fail) => {
    child.on('exit', (code) => {
      if (code !== 0) return fail(new Error(`The suite exited with ${code}. Its report is in ${out}.`));
      const results = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as Results;
      done({ seconds: (performance.now() - started) / 1000, results });
    });
  });
}

/** The suite at normal effort: how long it takes, how much it asks, and how much of that is the harness. */
export async function benchSuite(): Promise<void> {
  const processes = 6;
  const before = await bareRate(processes);
  const { seconds, results } = await runSuite(['--workers', `${processes}`]);
  const bare = (before + (await bareRate(processes))) / 2;
  const { requests } = results.totals;
  const asked = requests / results.run.seconds;
  atMost('suite at normal effort, from start to exit', seconds, 90, 's');
  atLeast('suite at normal effort', requests, 20_000, 'requests');
  const figures = `${processes} processes each; ${Math.round(asked)} and ${Math.round(bare)} a second`;
  atLeast(`suite / bare undici driving the emulator (${figures})`, asked / bare, 0.4, 'of its rate');
  const [one, two] = [await runSuite(['--workers', '1']), await runSuite(['--workers', '2'])];
  atMost('suite with two workers / with one', two.seconds / one.seconds, 0.75, 'of the time');
}

/** Requests a second that undici alone gets answered from as many processes as judge, each with one request at a time, as they do. */
async function bareRate(processes: number): Promise<number> {
  const { endpoint, headers, projectId, imageId, stop } = await openEmulator();
  const args = [endpoint, headers['x-auth-token'], projectId, imageId];
  const clients = await Promise.all(
    Array.from({ length: processes }, () => start('bench/bare-client.js', args, /rate ([\d.]+)/)),
  );
  await stop();
  return clients.reduce((sum, { match }) => sum + Number(match[1]), 0);
}

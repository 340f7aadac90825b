import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PlannedFault, playwright } from './plan.js';
import type { Catch } from './sweep-reporter.js';

/**
 * Runs the tests about each planned fault, a Playwright project for each.
 * @param out a folder of this sweep alone.
 * @param env the environment that hands the run's configuration down.
 * @throws {Error} when Playwright ends without results.
 */
export async function sweep(plan: PlannedFault[], out: string, env: NodeJS.ProcessEnv): Promise<Catch[]> {
  const file = join(out, 'plan.json');
  writeFileSync(file, JSON.stringify(plan));
  const config = new URL('./playwright.config.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [playwright, 'test', '-c', config], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...env, IMS_CONFORMANCE_SWEEP: file },
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('exit', resolve);
  });
  try {
    return JSON.parse(readFileSync(join(out, 'sweep.json'), 'utf8')) as Catch[];
  } catch {
    throw new Error(`The sweep ended with exit code ${code} and left no results. The reason is printed above.`);
  }
}

import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type PlannedFault, planVariable } from '../../fixtures/broken-target.js';
import { packageRoot } from '../../fixtures/config/package-root.js';
import type { Catch } from './sweep-reporter.js';

/** Where Playwright's command line is. */
const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');

/**
 * Runs the tests about each planned fault.
 * @param out a folder of this sweep alone.
 * @param env the environment that hands the run's configuration down.
 * @throws {Error} when Playwright ends without results.
 */
export async function sweep(plan: PlannedFault[], out: string, env: NodeJS.ProcessEnv): Promise<Catch[]> {
  const [file, results] = [join(out, 'plan.json'), join(out, 'sweep.json')];
  // Those of the part before are not this one's, where it breaks off.
  rmSync(results, { force: true });
  writeFileSync(file, JSON.stringify(plan));
  const config = join(packageRoot(), 'dist/bench/sweep/playwright.config.js');
  const child = spawn(process.execPath, [playwright, 'test', '-c', config], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // What is compiled needs no loader of TypeScript.
    env: { ...env, [planVariable]: file, PW_DISABLE_TS_ESM: '1' },
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('exit', resolve);
  });
  try {
    return JSON.parse(readFileSync(results, 'utf8')) as Catch[];
  } catch {
    throw new Error(`The sweep ended with exit code ${code} and left no results. The reason is printed above.`);
  }
}

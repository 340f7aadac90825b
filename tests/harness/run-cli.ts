import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Results } from '../../schemas/results.js';
import { temporaryFolder } from '../temporary-folder.js';

/** How one call of the command line ended. */
export interface CliRun {
  code: number;
  stdout: string;
  stderr: string;
  /** What results.json holds; undefined when none was written. */
  results?: Results;
}

/** The command line as it is installed. */
export const cli = resolve('dist/cli/main.js');

/** Runs `ims-conformance run` with a report folder of its own, which is read and removed. `env` replaces what the suite's own run has set. */
export async function runSuite(
  args: string[],
  env: NodeJS.ProcessEnv = {},
  command = 'run',
  program = cli,
): Promise<CliRun> {
  const out = temporaryFolder();
  try {
    const run = await runCli([command, '--out', out, ...args], { IMS_CONFORMANCE_PLAIN: '1', ...env }, program);
    try {
      return { ...run, results: JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as Results };
    } catch {
      return run;
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** The environment without what this test run has set. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(IMS_|HUAWEICLOUD_|TEST_|PW_|PLAYWRIGHT_|FORCE_COLOR|NODE_OPTIONS)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

/** Runs the command line in a clean environment: nothing of this test run reaches it. */
export function runCli(args: string[], env: NodeJS.ProcessEnv = {}, program = cli): Promise<CliRun> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [program, ...args],
      { env: { ...cleanEnvironment(), ...env }, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        done({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr });
      },
    );
  });
}

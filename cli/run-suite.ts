import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { withConfiguration } from '../fixtures/config/current-configuration.js';
import { packageRoot } from '../fixtures/config/package-root.js';
import type { RunConfiguration } from '../fixtures/config/run-configuration.js';

/** How the process of the suite ended. */
export interface SuiteEnd {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** The user stopped it, by Ctrl-C or SIGTERM. */
  interrupted: boolean;
}

/** Signals that follow within this time are the same Ctrl-C: the terminal's and npm's. */
const sameSignalMilliseconds = 1000;

/**
 * Runs the suite in Playwright's own process, which shares this one's terminal. The first Ctrl-C lets it clean up and
 * write what it has; a second one ends it at once.
 * @param command the command line that the report shows. @param shard the part that is judged, such as `2/3`.
 */
export function runSuite(configuration: RunConfiguration, command: string, shard?: string): Promise<SuiteEnd> {
  const suite = join(packageRoot(), 'dist/playwright.config.js');
  if (!existsSync(suite)) throw new Error(`Failed to find the compiled suite ${suite}. Run "npm run build".`);
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const args = ['test', '-c', suite, '--project', 'conformance', '--workers', String(configuration.workers)];
  if (shard) args.push('--shard', shard, '--pass-with-no-tests');
  const env = { ...withConfiguration(process.env, configuration), IMS_CONFORMANCE_COMMAND: command };
  const child = spawn(process.execPath, [playwright, ...args], {
    stdio: 'inherit',
    // What is compiled needs no loader of TypeScript, which would take a third of the time to start.
    env: { ...env, IMS_CONFORMANCE_QUIET: '1', PW_DISABLE_TS_ESM: '1' },
  });
  let interruptedAt: number | undefined;
  const onSignal = (): void => {
    if (interruptedAt === undefined) {
      interruptedAt = performance.now();
      process.stderr.write(
        '\nInterrupted: cleaning up and writing what there is. Press Ctrl-C again to stop at once.\n',
      );
      child.kill('SIGINT');
    } else if (performance.now() - interruptedAt > sameSignalMilliseconds) child.kill('SIGKILL');
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return new Promise<SuiteEnd>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve({ code, signal, interrupted: interruptedAt !== undefined }));
  }).finally(() => {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  });
}

import { defineConfig, type ReporterDescription } from '@playwright/test';
import { currentConfiguration } from './fixtures/config/current-configuration.js';
import { onlyGrep } from './fixtures/config/only-grep.js';
import { currentToken, tokenGrep } from './fixtures/judging/replay-token.js';

const run = currentConfiguration();
const token = currentToken();
const grep = token ? tokenGrep(token) : onlyGrep(run.only.join(',') || process.env.IMS_CONFORMANCE_ONLY);

/** Sources in a checkout, compiled code in an installation. */
const kind = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

// A SIGTERM to all processes of a run, as `timeout` and systemd send it, is for the command line: it passes it on as a Ctrl-C.
if (process.env.IMS_CONFORMANCE_QUIET) process.on('SIGTERM', () => {});

/** Playwright's own page and Allure's results, for those who use them. IMS_CONFORMANCE_PLAIN leaves them out. */
const extras: ReporterDescription[] = [
  ['html', { outputFolder: `${run.out}/playwright-html`, open: 'never' }],
  ['allure-playwright', { resultsDir: `${run.out}/allure-results` }],
];

export default defineConfig({
  globalSetup: `./fixtures/global-setup.${kind}`,
  outputDir: `${run.out}/playwright`,
  // The suite writes nothing there, and what it does not write need not be removed after each test.
  preserveOutput: 'always',
  fullyParallel: true,
  workers: run.workers,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    [`./reports/reporter.${kind}`, { outputDir: run.out }],
    ...(process.env.IMS_CONFORMANCE_PLAIN ? [] : extras),
  ],
  projects: [
    {
      name: 'conformance',
      testDir: './tests/conformance',
      ...(grep ? { grep } : {}),
      // A test waits for ten jobs at the most, one after the other; each wait ends by itself.
      timeout: (10 * run.timeouts.jobSeconds + { quick: 60, normal: 120, thorough: 900 }[run.effort]) * 1000,
    },
    { name: 'emulator', testDir: './tests/emulator', timeout: 60_000, fullyParallel: false },
    // Real clients: they have to be installed first (CONTRIBUTING.md).
    ...(process.env.IMS_CONFORMANCE_CLIENTS
      ? [{ name: 'clients', testDir: './tests/clients', timeout: 180_000, fullyParallel: false }]
      : []),
    { name: 'harness', testDir: './tests/harness', timeout: 180_000, fullyParallel: false },
  ],
});

import { defineConfig } from '@playwright/test';
import { openRun } from './fixtures/run.js';

const run = openRun();

/** Tests of the chosen requirements alone: each test is tagged with the ids that it proves. */
const grep = run.only.length > 0 ? new RegExp(run.only.map((id) => `@${id.replaceAll('.', '\\.')}(?=\\s|$)`).join('|')) : /.*/;

export default defineConfig({
  globalSetup: './fixtures/global-setup.js',
  outputDir: `${run.out}/playwright`,
  fullyParallel: true,
  workers: run.workers,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['./reports/reporter.js', { outputDir: run.out }],
    ['html', { outputFolder: `${run.out}/playwright-html`, open: 'never' }],
    ['allure-playwright', { resultsDir: `${run.out}/allure-results` }],
    ...(process.env.IMS_CONFORMANCE_QUIET ? [] : ([['line']] as ['line'][])),
  ],
  projects: [
    {
      name: 'conformance',
      testDir: './tests/conformance',
      grep,
      timeout: (run.timeouts.jobSeconds + { quick: 60, normal: 120, thorough: 900 }[run.effort]) * 1000,
    },
    { name: 'emulator', testDir: './tests/emulator', timeout: 60_000 },
    { name: 'harness', testDir: './tests/harness', timeout: 180_000, fullyParallel: false },
  ],
});

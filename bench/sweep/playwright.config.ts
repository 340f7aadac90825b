import { readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import type { BrokenTarget } from '../../fixtures/broken-target.js';
import { currentConfiguration } from '../../fixtures/config/current-configuration.js';
import type { PlannedFault } from './plan.js';

const { out, workers } = currentConfiguration();
const plan = JSON.parse(readFileSync(process.env.IMS_CONFORMANCE_SWEEP ?? '', 'utf8')) as PlannedFault[];

/** A project for each fault: the tests that name its requirement, against an emulator of its own. */
export default defineConfig<object, { broken: BrokenTarget }>({
  testDir: '../../tests/conformance',
  outputDir: `${out}/playwright`,
  workers,
  timeout: 180_000,
  reporter: [['./sweep-reporter.js', { out, plan }]],
  projects: plan.map(({ name, profile, files, grep }) => ({
    name,
    testMatch: files,
    ...(grep ? { grep: new RegExp(grep) } : {}),
    use: { broken: { fault: name, profile } },
  })),
});

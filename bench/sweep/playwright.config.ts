import { defineConfig } from '@playwright/test';
import { currentConfiguration } from '../../fixtures/config/current-configuration.js';

const { out, workers } = currentConfiguration();

/** The suite, each test once for every planned fault that it is about (fixtures/for-each-fault.ts). */
export default defineConfig({
  testDir: '../../tests/conformance',
  outputDir: `${out}/playwright`,
  workers,
  fullyParallel: true,
  timeout: 180_000,
  reporter: [['./sweep-reporter.js', { out }]],
});

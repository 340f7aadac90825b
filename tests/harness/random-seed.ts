import { test } from '@playwright/test';

/** A seed for a run, which the test's report tells. Drawn inside a test: its title has to be the same in every process. */
export function randomSeed(): string {
  const seed = String(Math.floor(Math.random() * 2 ** 31));
  test.info().annotations.push({ type: 'seed', description: seed });
  return seed;
}

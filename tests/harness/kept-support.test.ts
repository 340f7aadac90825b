import { expect, test } from '@playwright/test';
import { runSuite } from './run-cli.js';

/** What is judged of kinds of support where an image keeps KVM, which the page of OTC does not list among what can be changed. */
test('where an image keeps KVM at OTC, what goes with it is judged, and what does not is not asked', async () => {
  const rules = ['support-apart', 'special-support', 'gpu-types'].map((name) => `update-image.${name}`);
  const flags = ['--profile', 'otc', '--fault', 'update-beside-kept-kvm', '--effort', 'quick', '--only', ...rules];
  const { results } = await runSuite(flags);
  const outcomes = rules.map((rule) => results?.requirements.find(({ id }) => id === rule)?.outcome);
  // The fault lets a graphics card stand beside KVM.
  expect(outcomes).toEqual(['fail', 'pass', 'not-applicable']);
});

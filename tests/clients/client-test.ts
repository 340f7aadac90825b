import { writeFileSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { type RunningEmulator, startEmulator } from '../../fixtures/emulator/index.js';

export { expect };

/** Each test has an emulator of its own, and an image file of the format that its name says. */
export const test = base.extend<{ emulator: RunningEmulator; env: NodeJS.ProcessEnv; file: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern.
  emulator: async ({}, use) => {
    const emulator = await startEmulator({ jobSeconds: 0.2 });
    await use(emulator);
    await emulator.close();
  },
  /** What the OpenStack clients read. */
  env: async ({ emulator }, use) =>
    use({
      OS_AUTH_URL: `${emulator.endpoint}/v3`,
      OS_USERNAME: 'ims-main',
      OS_PASSWORD: 'ims-main-password',
      OS_PROJECT_NAME: 'ims-main',
      OS_USER_DOMAIN_NAME: 'ims-main-account',
      OS_PROJECT_DOMAIN_NAME: 'ims-main-account',
      OS_IDENTITY_API_VERSION: '3',
      OS_REGION_NAME: emulator.configuration().region,
    }),
  file: async ({ emulator }, use, info) => {
    const bucket = emulator.world.buckets.get('ims-images');
    const file = info.outputPath('image.qcow2');
    writeFileSync(file, bucket?.objects.get('cirros.qcow2')?.data ?? '');
    await use(file);
  },
});

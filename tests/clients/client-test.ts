import { writeFileSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { type RunningEmulator, startEmulator } from '../../fixtures/emulator/index.js';

export { expect };

interface ClientFixtures {
  emulator: RunningEmulator;
  env: NodeJS.ProcessEnv;
  memberEnv: NodeJS.ProcessEnv;
  file: string;
}

function environmentOf(project: string, emulator: RunningEmulator): NodeJS.ProcessEnv {
  return {
    OS_AUTH_URL: `${emulator.endpoint}/v3`,
    OS_USERNAME: project,
    OS_PASSWORD: `${project}-password`,
    OS_PROJECT_NAME: project,
    OS_USER_DOMAIN_NAME: `${project}-account`,
    OS_PROJECT_DOMAIN_NAME: `${project}-account`,
    OS_IDENTITY_API_VERSION: '3',
    OS_REGION_NAME: emulator.configuration().region,
  };
}

/** Each test has an emulator of its own, and an image file of the format that its name says. */
export const test = base.extend<ClientFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern.
  emulator: async ({}, use) => {
    const emulator = await startEmulator({ jobSeconds: 0.2 });
    await use(emulator);
    await emulator.close();
  },
  /** What the OpenStack clients read. */
  env: async ({ emulator }, use) => use(environmentOf('ims-main', emulator)),
  /** The same of another project, with which images are shared. */
  memberEnv: async ({ emulator }, use) => use(environmentOf('ims-member', emulator)),
  file: async ({ emulator }, use, info) => {
    const bucket = emulator.world.buckets.get('ims-images');
    const file = info.outputPath('image.qcow2');
    writeFileSync(file, bucket?.objects.get('cirros.qcow2')?.data ?? '');
    await use(file);
  },
});

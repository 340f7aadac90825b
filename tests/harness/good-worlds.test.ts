import { expect, test } from '@playwright/test';
import { startEmulator } from '../../fixtures/emulator/index.js';
import { startProxy } from './good-servers/altering-proxy.js';
import { expectConformant, judged } from './good-servers/judged.js';

/*
 * Regions as they are set up, each of which leaves a part of the suite something to wait for or to leave out.
 */
// Each waits more than it works, so they run beside each other.
test.describe.configure({ mode: 'parallel', timeout: 600_000 });

test('a service that runs two jobs at a time, of images with names of their own, is waited for', async () => {
  const emulator = await startEmulator();
  emulator.world.deployment.set({ jobsAtATime: 2, uniqueNames: true });
  const sources = ['*.busy', 'create-image-from-data-disks.*', 'create-image.tags-exclusive'];
  const only = ['image-creation.*', ...sources, 'export-image.*', 'batch-add-members.*'];
  expectConformant(await judged(emulator, ['--workers', '6', '--only', ...only]));
  await emulator.close();
});

test('a region without CSBS, which refuses absent files at once, has all that it must', async () => {
  const emulator = await startEmulator();
  emulator.world.deployment.set({ csbs: false });
  const error = { code: 'IMG.0057', message: 'There is no such file.' };
  const proxy = await startProxy(emulator.endpoint, {
    change: (answer) => {
      const isDoomed = answer.method === 'POST' && /:ims-conformance-[0-9a-f]{16}\.qcow2/.test(answer.sent);
      if (isDoomed) Object.assign(answer, { status: 400, body: { error } });
    },
  });
  const whole = ['create-whole-image.*', 'image-sharing.whole-*', 'copy-image-cross-region.backup-once'];
  const only = ['show-job.*', 'show-job-progress.*', ...whole];
  const run = await judged(emulator, ['--workers', '2', '--only', ...only], { endpoint: proxy.endpoint });
  expectConformant(run);
  const apart = run.results?.requirements.filter(({ outcome }) => outcome === 'not-applicable').map(({ id }) => id);
  const due = ['show-job-progress.failure', 'create-whole-image.csbs-job', 'create-whole-image.csbs-once'];
  expect(apart).toEqual(expect.arrayContaining([...due, 'image-sharing.whole-others']));
  await proxy.close();
  await emulator.close();
});

test('metadata that waits for its file may count in no quota', async () => {
  const emulator = await startEmulator();
  const { auth, member, third } = emulator.configuration();
  const proxy = await startProxy(emulator.endpoint, {
    change: ({ path, body, token }) => {
      const owner = [auth, member, third].find((each) => each?.token === token)?.projectId ?? '';
      const waiting = emulator.world.images.ownedBy(owner).filter(({ status }) => status === 'queued').length;
      const { resources } = ((body ?? {}) as { quotas?: { resources: { used: number }[] } }).quotas ?? {};
      if (path.includes('/quota')) for (const resource of resources ?? []) resource.used -= waiting;
    },
  });
  const only = [
    'show-image-quota.*',
    'show-project-image-quota.*',
    'parallel-calls.*',
    'image-life.*',
    'isolation.quota',
  ];
  expectConformant(await judged(emulator, ['--workers', '6', '--only', ...only], { endpoint: proxy.endpoint }));
  await proxy.close();
  await emulator.close();
});

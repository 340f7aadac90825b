import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { stringify } from 'yaml';
import { newImage, type RunningEmulator, startEmulator } from '../../fixtures/emulator/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { startProxy } from './good-servers/altering-proxy.js';
import { notPassed } from './not-passed.js';
import { type CliRun, runSuite } from './run-cli.js';

/*
 * Projects as users have them: images of others, slow jobs, slow answers, reads that lag, a second run beside.
 */
// Each waits more than it works, so they run beside each other.
test.describe.configure({ mode: 'parallel', timeout: 600_000 });

test('jobs of two seconds are waited for', async () => {
  const emulator = await startEmulator({ jobSeconds: 2 });
  const only = ['create-image-from-file.os-*', 'show-job.*', 'export-image.file'];
  expectConformant(await judge(emulator, ['--workers', '6', '--only', ...only]));
  await emulator.close();
});

test('a service that runs two jobs at a time, of images with names of their own, is waited for', async () => {
  const emulator = await startEmulator();
  emulator.world.deployment.set({ jobsAtATime: 2, uniqueNames: true });
  const sources = ['*.busy', 'create-image-from-data-disks.*', 'create-image.tags-exclusive'];
  const only = ['image-creation.*', ...sources, 'export-image.*', 'batch-add-members.*'];
  expectConformant(await judge(emulator, ['--workers', '6', '--only', ...only]));
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
  const run = await judge(emulator, ['--workers', '2', '--only', ...only], { endpoint: proxy.endpoint });
  expectConformant(run);
  const apart = run.results?.requirements.filter(({ outcome }) => outcome === 'not-applicable').map(({ id }) => id);
  const due = ['show-job-progress.failure', 'create-whole-image.csbs-job', 'create-whole-image.csbs-once'];
  expect(apart).toEqual(expect.arrayContaining([...due, 'image-sharing.whole-others']));
  await proxy.close();
  await emulator.close();
});

test('two runs in one project full of images do not disturb each other', async () => {
  const emulator = await startEmulator();
  const others = fill(emulator, 120);
  // What counts, lists or looks for images in the whole project.
  const only = ['list-*', 'tags.*', 'show-image-quota.*', 'glance-list-images.*', 'image-life.*'];
  const runs = await Promise.all([1, 2].map(() => judge(emulator, ['--workers', '2', '--only', ...only])));
  for (const run of runs) expectConformant(run);
  const kept = others.map((id) => emulator.world.images.get(id)).filter((image) => image !== undefined);
  expect(kept.map(({ name, tags }) => [name, tags.size])).toEqual(others.map((_, index) => [`other-${index}`, 1]));
  await emulator.close();
});

test('reads may lag behind writes', async () => {
  const emulator = await startEmulator();
  const proxy = await startProxy(emulator.endpoint, { lag: 100 });
  // One chapter of each kind of state: tags, lists, members, properties, jobs, exports, whole lives, other projects.
  const only = [
    'add-image-tag.*',
    'list-images.*',
    'list-images-v11.*',
    'isolation.*',
    'batch-*',
    'update-image.*',
    'show-job.*',
    'export-image.*',
    'image-life.*',
  ];
  const flags = ['--workers', '6', '--only', ...only];
  expectConformant(await judge(emulator, flags, { endpoint: proxy.endpoint, consistencySeconds: 0.3 }));
  await proxy.close();
  await emulator.close();
});

test('half a second for every answer is enough to judge', async () => {
  const emulator = await startEmulator();
  const proxy = await startProxy(emulator.endpoint, { delay: 500 });
  const jobs = ['ends', 'in-time', 'times', 'entities', 'absent', 'foreign'].map((rule) => `show-job.${rule}`);
  const only = ['tags.any-sequence', 'list-images.sort', ...jobs];
  expectConformant(await judge(emulator, ['--workers', '6', '--only', ...only], { endpoint: proxy.endpoint }));
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
  expectConformant(await judge(emulator, ['--workers', '6', '--only', ...only], { endpoint: proxy.endpoint }));
  await proxy.close();
  await emulator.close();
});

/** What every image shows. */
const properties = {
  __imagetype: 'private',
  __image_source_type: 'uds',
  __isregistered: 'true',
  __os_type: 'Linux',
  virtual_env_type: 'FusionCompute',
};

/** Puts images of the project's own into it, which no run may touch. Gives their ids. */
function fill({ world, configuration }: RunningEmulator, count: number): string[] {
  const { projectId: owner } = configuration().auth;
  return Array.from({ length: count }, (_, index) => {
    const id = world.ids.uuid();
    const given = { id, owner, createdAt: world.clock.now() - index * 1000, name: `other-${index}` };
    world.images.add(newImage({ ...given, properties, status: 'active', tags: [['team', `t${index % 7}`]] }));
    return id;
  });
}

function judge(emulator: RunningEmulator, flags: string[] = ['--workers', '4'], changes: object = {}): Promise<CliRun> {
  const config = join(temporaryFolder(), 'config.yaml');
  writeFileSync(config, stringify({ ...emulator.configuration(), ...changes }));
  return runSuite(['--config', config, '--effort', 'quick', ...flags]);
}

function expectConformant({ code, results, stdout, stderr }: CliRun): void {
  expect(notPassed(results)).toEqual([]);
  expect(results?.ledger.filter(({ state }) => state !== 'deleted')).toEqual([]);
  expect(code, `${stdout}\n${stderr}`).toBe(0);
}

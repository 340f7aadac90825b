import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { stringify } from 'yaml';
import { startEmulator } from '../../fixtures/emulator/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { startProxy } from './good-servers/altering-proxy.js';
import { notations } from './good-servers/notations.js';
import { otherServices } from './good-servers/other-services.js';
import { type Difference, together } from './good-servers/passing.js';
import { refusals } from './good-servers/refusals.js';
import { notPassed } from './not-passed.js';
import { randomSeed } from './random-seed.js';
import { runSuite } from './run-cli.js';
import { seedNotKept } from './seed-rows.js';

/*
 * Servers that differ from the emulator in what no document fixes: none of them may be blamed. Each differs in several ways,
 * since every one of them is judged by the whole suite.
 */
test.describe.configure({ mode: 'parallel', timeout: 900_000 });

interface World {
  differences: Record<string, Difference>;
  profile: string;
  /** Private images that the project may have. */
  quota?: number;
}

const worlds: World[] = [
  { differences: notations, profile: 'otc', quota: 20 },
  { differences: { ...refusals, ...otherServices }, profile: 'huaweicloud' },
];

for (const world of worlds) {
  const quota = world.quota ? `, a quota of ${world.quota} images` : '';
  const what = Object.keys(world.differences).join(', ');
  test(`a server of profile ${world.profile} is not blamed for ${what}${quota}`, () => isNotBlamed(world));
}

/** Judges an emulator that differs. IMS_CONFORMANCE_DIFFERENCE=text keeps the differences that hold the text, to find the one at fault. */
async function isNotBlamed({ differences, profile, quota }: World): Promise<void> {
  const kept = process.env.IMS_CONFORMANCE_DIFFERENCE ?? '';
  const chosen = Object.entries(differences).filter(([name]) => name.includes(kept));
  const emulator = await startEmulator({ profile });
  if (quota) emulator.world.quotas.set(emulator.configuration().auth.projectId, { image: quota });
  const proxy = await startProxy(emulator.endpoint, together(chosen.map(([, difference]) => difference)));
  const config = join(temporaryFolder(), 'config.yaml');
  writeFileSync(config, stringify({ ...emulator.configuration(), endpoint: proxy.endpoint }));
  // Fewer processes cost less; where room is short, as many as usual have to share it.
  const workers = quota ? '6' : '2';
  const flags = [
    '--config',
    config,
    '--effort',
    'quick',
    '--workers',
    workers,
    '--seed',
    randomSeed(),
    '--profile',
    profile,
  ];
  const { code, results, stdout, stderr } = await runSuite(flags);
  expect(results, `${stdout}\n${stderr}`).toBeDefined();
  expect(notPassed(results)).toEqual([]);
  if (profile === 'huaweicloud') expect(seedNotKept(results), 'what docs/seed.md names').toEqual([]);
  expect(results?.ledger.filter(({ state }) => state !== 'deleted')).toEqual([]);
  expect(code, `${stdout}\n${stderr}`).toBe(0);
  await Promise.all([proxy.close(), emulator.close()]);
}

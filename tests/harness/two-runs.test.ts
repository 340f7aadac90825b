import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { stringify } from 'yaml';
import { startEmulator } from '../../fixtures/emulator/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { notPassed } from './not-passed.js';
import { runSuite } from './run-cli.js';

/*
 * Two runs that do not know of each other, in a project that has room for one: each ends, with whatever it could judge.
 */
test('two runs at once in a project of 20 images end, blame no rule and leave nothing', async () => {
  test.setTimeout(900_000);
  const emulator = await startEmulator();
  const { projectId } = emulator.configuration().auth;
  emulator.world.quotas.set(projectId, { image: 20 });
  const config = join(temporaryFolder(), 'config.yaml');
  // Room is waited for as long as a job may take; here one takes a moment.
  const timeouts = { jobSeconds: 20 };
  writeFileSync(config, stringify({ ...emulator.configuration(), timeouts }));
  const flags = ['--config', config, '--effort', 'quick', '--workers', '4', '--only', 'list-images.*', 'image-life.*'];
  const runs = await Promise.all(['1', '2'].map((seed) => runSuite([...flags, '--seed', seed])));
  for (const { code, results, stdout, stderr } of runs) {
    const isOpen = expect.objectContaining({
      outcome: 'not-run',
      // By the image that was refused, or by the call that was to make it.
      reason: expect.stringMatching(/IMG\.0015/),
    });
    const open = notPassed(results) ?? [];
    expect(open).toEqual(open.map(() => isOpen));
    expect(code, stdout + stderr).toBe(open.length > 0 ? 3 : 0);
    expect(results?.ledger.filter(({ state }) => state !== 'deleted')).toEqual([]);
  }
  expect(emulator.world.images.ownedBy(projectId)).toEqual([]);
  await emulator.close();
});

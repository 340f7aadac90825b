import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from '../temporary-folder.js';
import { keptSeed } from './kept-credentials.js';
import { KeptWrites } from './kept-writes.js';
import { serve } from './killed-server.js';

/** How often it is killed; `npm run bench` and those who want to be sure ask for 50. */
const ROUNDS = Number(process.env.IMS_CONFORMANCE_KILLS ?? 4);
/** After how many acknowledged writes, and a few more, it is killed. */
const WRITES = 20;

test('Nothing acknowledged is lost when it is killed in the middle of writes', async () => {
  test.setTimeout(30_000 + ROUNDS * 10_000);
  const folder = temporaryFolder();
  const seed = join(folder, 'seed.yaml');
  writeFileSync(seed, keptSeed);
  const data = join(folder, 'data');
  const writes = new KeptWrites();
  const lost: string[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const server = await serve(data, '--seed-data', seed, '--job-seconds', '0.3');
    lost.push(...(await writes.lost(server.endpoint)).map((what) => `round ${round}: ${what}`));
    const enough = writes.acknowledged + WRITES + ((round * 37) % 100);
    await Promise.all([writes.writeUntilDeath(server.endpoint), writes.reached(enough).then(server.kill)]);
  }
  const server = await serve(data);
  lost.push(...(await writes.lost(server.endpoint)));
  await server.stop();
  expect(writes.acknowledged).toBeGreaterThanOrEqual(ROUNDS * WRITES);
  expect(lost.slice(0, 10)).toEqual([]);
});

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import type { Client } from '../../fixtures/client.js';
import { Ledger } from '../../fixtures/ledger.js';
import { Resources } from '../../fixtures/resources.js';
import { Room } from '../../fixtures/room.js';
import { readLedger } from '../../reports/collect/read-ledger.js';

test('an image whose answer is still on its way is deleted too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ims-conformance-resources-'));
  const room = new Room(async () => {});
  const settings = { runId: 'a1b2c3', jobSeconds: 1, consistencySeconds: 0, listCall: 'ListImages', room } as const;
  const resources = new Resources(new Ledger(folder), settings);
  const deleted: unknown[] = [];
  const owner = { projectId: 'p', call: slowIms(deleted) } as unknown as Client;
  const image = resources.queuedImage(owner);
  await resources.release();
  expect(deleted).toEqual([(await image).id]);
  expect(readLedger(folder).map(({ state }) => state)).toEqual(['deleted']);
});

/** Creates after 50 ms, deletes at once. */
function slowIms(deleted: unknown[]) {
  return async (operation: string, { path }: { path?: { image_id: string } }) => {
    if (operation === 'GlanceDeleteImage') {
      deleted.push(path?.image_id);
      return { response: { status: 204, headers: {}, text: '' } };
    }
    await sleep(50);
    return { response: { status: 201, headers: {}, text: JSON.stringify({ id: 'i-1' }) } };
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { Ledger } from '../../fixtures/books/ledger.js';
import { Patience } from '../../fixtures/books/patience.js';
import { Resources } from '../../fixtures/books/resources.js';
import { Room } from '../../fixtures/books/room.js';
import type { Client } from '../../fixtures/client.js';
import { SpentBackups } from '../../fixtures/creation/spent-backups.js';
import { Unjudged } from '../../fixtures/judging/failure.js';
import { readLedger } from '../../reports/collect/read-ledger.js';
import { temporaryFolder } from '../temporary-folder.js';

test('an image whose answer is still on its way is deleted too', async () => {
  const { resources, owner, folder, deleted } = opened();
  const image = resources.queuedImage(owner);
  await resources.release();
  expect(deleted).toEqual([(await image).id]);
  expect(readLedger(folder).map(({ state }) => state)).toEqual(['deleted']);
});

test('a test that is over makes nothing more', async () => {
  const { resources, owner, folder } = opened();
  await resources.close();
  await expect(resources.queuedImage(owner)).rejects.toThrow('The test was over before it had made its image.');
  expect(readLedger(folder)).toEqual([]);
});

test('an image that a test has named is found by that name when the answer was lost', async () => {
  const { resources, owner, folder, deleted } = opened(lossyIms);
  const name = `${resources.uniqueName()}-a`;
  await expect(resources.queuedImage(owner, { name })).rejects.toThrow('lost');
  await resources.release();
  expect(deleted).toEqual([`made as ${name}`]);
  expect(readLedger(folder).map(({ state }) => state)).toEqual(['deleted']);
});

test('an image that its job makes after the end of its test is found later', async () => {
  const { resources, owner, folder, deleted } = opened((gone) => lossyIms(gone, { hidden: 1 }));
  const name = resources.uniqueName();
  await expect(resources.queuedImage(owner, { name })).rejects.toThrow('lost');
  await resources.close();
  expect(deleted).toEqual([]);
  for (let end = 0; end < 2; end += 1) await resources.close();
  expect(deleted).toEqual([`made as ${name}`]);
  expect(readLedger(folder).map(({ state }) => state)).toEqual(['deleted']);
});

test('an image that cannot be deleted while it is made is deleted later', async () => {
  const { resources, owner, folder, deleted } = opened((gone) => lossyIms(gone, { refusals: 4 }));
  await expect(resources.queuedImage(owner)).rejects.toThrow('lost');
  await resources.close();
  expect(readLedger(folder).map(({ state }) => state)).toEqual(['leaked']);
  for (let end = 0; end < 2; end += 1) await resources.close();
  expect(deleted).toHaveLength(5);
  expect(readLedger(folder).map(({ state }) => state)).toEqual(['deleted']);
});

test('what cannot be deleted takes room until it can', async () => {
  const { resources, owner, deleted } = opened((gone) => lossyIms(gone, { refusals: 5 }));
  await expect(resources.queuedImage(owner)).rejects.toThrow('lost');
  await resources.close();
  expect([resources.count(() => true), deleted.length]).toEqual([1, 4]);
  for (let turn = 0; turn < 2; turn += 1) await resources.deleteLeft();
  expect([resources.count(() => true), deleted.length]).toEqual([0, 6]);
});

test('a backup that came with an image whose answer was lost is deleted too', async () => {
  const asked: unknown[] = [];
  const { resources, owner } = opened((gone) => {
    const ims = lossyIms(gone);
    return async (operation, call) => {
      if (operation === 'GlanceDeleteImage') asked.push(call.body);
      return ims(operation, call);
    };
  });
  const name = resources.uniqueName();
  const send = () => owner.call('CreateWholeImage', { body: { name } });
  await expect(resources.creating('CreateWholeImage', owner, name, send, { withBackup: true })).rejects.toThrow('lost');
  await resources.release();
  expect(asked).toEqual([{ delete_backup: true }]);
});

test('an image of a name that others may have is not looked for', async () => {
  const { resources, owner, deleted } = opened(lossyIms);
  await expect(resources.queuedImage(owner, { name: 'backup' })).rejects.toThrow('lost');
  await resources.release();
  expect(deleted).toEqual([]);
});

/** Books of a target. */
function opened(ims = slowIms) {
  const folder = temporaryFolder();
  const room = new Room(async () => {}, new Patience(folder));
  const spent = new SpentBackups(folder);
  const limits = { jobSeconds: 1, consistencySeconds: 0 };
  const settings = { runId: 'a1b2c3', ...limits, listCall: 'ListImages', room, spent } as const;
  const deleted: unknown[] = [];
  const owner = { projectId: 'p', call: ims(deleted), cleaning: () => owner } as unknown as Client;
  return { resources: new Resources(new Ledger(folder), settings), owner, folder, deleted };
}

interface Call {
  path?: { image_id: string };
  body?: { name: string };
}

/** Creates after 50 ms, deletes at once. */
function slowIms(deleted: unknown[]) {
  return async (operation: string, { path }: Call) => {
    if (operation === 'GlanceDeleteImage') {
      deleted.push(path?.image_id);
      return { response: { status: 204, headers: {}, text: '' } };
    }
    await sleep(50);
    return { response: { status: 201, headers: {}, text: JSON.stringify({ id: 'i-1' }) } };
  };
}

/** Makes images, and loses every answer about it. @param how so many lists do not show them yet, and so many deletions are refused. */
function lossyIms(deleted: unknown[], how: { hidden?: number; refusals?: number } = {}): ReturnType<typeof slowIms> {
  let made: string | undefined;
  const { hidden = 0, refusals = 0 } = how;
  let lists = 0;
  const answers = (status: number, body?: object) => ({
    response: { status, headers: {}, text: body ? JSON.stringify(body) : '' },
  });
  return async (operation: string, { path, body }: Call) => {
    if (operation === 'GlanceDeleteImage') deleted.push(path?.image_id);
    if (operation === 'GlanceDeleteImage') return answers(deleted.length > refusals ? 204 : 400);
    if (operation === 'ListImages') lists += 1;
    if (operation === 'ListImages' && lists <= hidden) return answers(200, { images: [] });
    if (operation === 'ListImages')
      return answers(200, { images: made ? [{ id: `made as ${made}`, name: made }] : [] });
    made = body?.name;
    throw new Unjudged('The answer was lost.');
  };
}

import { expect, test } from '@playwright/test';
import type { Resources } from '../../fixtures/books/resources.js';
import type { Client } from '../../fixtures/client.js';
import { CreationDesk } from '../../fixtures/creation/creation-desk.js';
import { SpentBackups } from '../../fixtures/creation/spent-backups.js';
import { temporaryFolder } from '../temporary-folder.js';

test('a backup that serves no second image is waited for once, by one worker of a run', async () => {
  const folder = temporaryFolder();
  const send = (code: string) => sends(new SpentBackups(folder), code);
  await expect(send('IMG.0029')).rejects.toThrow(/An image was made of the backup before.*IMG.0029/);
  const elsewhere = new SpentBackups(folder);
  expect([elsewhere.has('b/1'), elsewhere.has('b/2')]).toEqual([true, false]);
  await send('');
  expect(elsewhere.has('b/1')).toBe(false);
});

/** Asks for an image of a backup; the answer is a refusal with that code, or without one a success. */
function sends(spent: SpentBackups, code: string): Promise<unknown> {
  const text = code ? JSON.stringify({ error: { code } }) : '{}';
  const response = { status: code ? 400 : 200, headers: {}, text };
  const ims = { call: async () => ({ response }) } as unknown as Client;
  const creating = (_call: unknown, _owner: unknown, _name: unknown, ask: () => unknown) => ask();
  const books = { spent, creating, forget: () => {}, wholly: (work: () => unknown) => work() };
  const desk = new CreationDesk(ims, books as unknown as Resources, 0.2, 0);
  return desk.send('CreateWholeImage', { name: 'n', backup_id: 'b/1' });
}

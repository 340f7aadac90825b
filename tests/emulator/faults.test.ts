import { expect, test } from '@playwright/test';
import { startEmulator } from '../../fixtures/emulator/index.js';
import { openStage, queuedImage } from './caller.js';

test('a fault changes what it names, and nothing else', async () => {
  const { emulator, main } = await openStage({ fault: 'add-tag-key-37' });
  const id = await queuedImage(main);
  const body = (length: number) => ({ key: 'k'.repeat(length), value: '' });
  const added = await main.call('POST', `/v2/{p}/images/${id}/tags`, { tag: body(37) });
  const batched = await main.call('POST', `/v2/{p}/images/${id}/tags/action`, { action: 'create', tags: [body(37)] });
  expect([added.status, batched.status]).toEqual([204, 400]);
  await emulator.close();
});

test('a fault may change answers', async () => {
  const { emulator, main } = await openStage({ fault: 'quota-as-text' });
  const { body } = await main.call('GET', '/v1/cloudimages/quota');
  expect(body.quotas.resources[0].quota).toEqual(expect.any(String));
  await emulator.close();
});

test('an unknown fault is told the closest ones', async () => {
  await expect(startEmulator({ fault: 'add-tag-key-38' })).rejects.toThrow(/add-tag-key-3[57], add-tag-key-3[57]/);
});

import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { newImage, startEmulator } from '../../fixtures/emulator/index.js';
import { activeImage, endOf, openStage, queuedImage, type Stage } from './caller.js';

const [KIB, MIB] = [1024, 1024 * 1024];

let stage: Stage;
test.beforeEach(async () => {
  stage = await openStage();
});
test.afterEach(() => stage.emulator.close());

const upload = async (id: string, body: string): Promise<number> => {
  const headers = { 'Content-Type': 'application/octet-stream' };
  return (await stage.main.call('PUT', `/v2/images/${id}/file`, body, headers)).status;
};

test('what has been deleted keeps no file', async () => {
  const id = await activeImage(stage);
  const { images } = stage.emulator.world;
  expect(images.get(id)?.file).toBeDefined();
  await stage.main.call('DELETE', `/v2/images/${id}`);
  expect(images.departed(id)).toMatchObject({ id, file: undefined });
});

test('the files of all images take 512 MiB, each once', async () => {
  const { images } = stage.emulator.world;
  const ids = Array.from({ length: 8 }, () => crypto.randomUUID());
  for (const id of ids) {
    const file = Buffer.alloc(id === ids[0] ? 64 * MIB - KIB : 64 * MIB);
    images.add(newImage({ id, owner: stage.main.projectId, createdAt: Date.now(), file }));
  }
  expect(await upload(await queuedImage(stage.main), 'x'.repeat(KIB))).toBe(204);
  expect(await upload(await queuedImage(stage.main), 'x'.repeat(KIB))).toBe(413);
  const asked = { name: 'one more', image_url: stage.objects.qcow2, min_disk: 40 };
  const started = await stage.main.call('POST', '/v2/cloudimages/action', asked);
  expect(await endOf(stage.main, started.body.job_id)).toMatchObject({ status: 'FAIL', error_code: 'IMG.0059' });
  images.delete(ids[0] ?? '');
  expect(await upload(await queuedImage(stage.main), 'x'.repeat(KIB))).toBe(204);
});

test('a snapshot holds the file of many images once', async () => {
  for (let count = 0; count < 10; count++) await activeImage(stage);
  const place = `${stage.emulator.endpoint}/_emulator/snapshot`;
  const size = async (): Promise<number> => (await (await fetch(`${place}?settle=true`)).arrayBuffer()).byteLength;
  const large = await size();
  const snapshot = await (await fetch(place)).arrayBuffer();
  expect((await fetch(place, { method: 'PUT', body: snapshot })).status).toBe(200);
  const files = new Set([...stage.emulator.world.images.all()].flatMap(({ file }) => file ?? []));
  expect(files.size).toBe(1);
  await activeImage(stage);
  expect((await size()) - large).toBeLessThan(10 * KIB);
});

test('bodies on their way take no more than their room, and small ones come through', async () => {
  const emulator = await startEmulator({ bodyBytes: MIB });
  const { token } = emulator.configuration().auth;
  const held = Array.from({ length: 4 }, () => halfSent(emulator.endpoint));
  await sleep(200);
  const put = async (bytes: number): Promise<number> => {
    const headers = { 'X-Auth-Token': token };
    const address = `${emulator.endpoint}/obs/ims-exports/${bytes}`;
    return (await fetch(address, { method: 'PUT', headers, body: 'x'.repeat(bytes) })).status;
  };
  expect(await put(500 * KIB)).toBe(400);
  const headers = { 'X-Auth-Token': token };
  const large = JSON.stringify({ name: 'x'.repeat(500 * KIB) });
  const refused = await fetch(`${emulator.endpoint}/v2/images`, { method: 'POST', headers, body: large });
  expect([refused.status, await refused.json()]).toMatchObject([429, { error_code: 'APIGW.0308' }]);
  expect(await put(10 * KIB)).toBe(200);
  for (const socket of held) socket.destroy();
  await sleep(100);
  expect(await put(500 * KIB)).toBe(200);
  await emulator.close();
});

/** A connection that has sent 250 KiB of a body, and sends no more. */
function halfSent(endpoint: string): Socket {
  const socket = connect(Number(new URL(endpoint).port), '127.0.0.1').on('error', () => {});
  socket.write(
    `PUT /obs/ims-exports/half HTTP/1.1\r\nHost: x\r\nContent-Length: ${MIB}\r\n\r\n${'x'.repeat(250 * KIB)}`,
  );
  return socket;
}

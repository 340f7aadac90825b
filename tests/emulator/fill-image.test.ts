import { expect, test } from '@playwright/test';
import { activeImage, endOf, openStage, queuedImage, type Reply, type Stage, whileJobsRun } from './caller.js';

let stage: Stage;
test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(() => stage.emulator.close());

const register = (id: string, image_url: unknown, who = stage.main): Promise<Reply> =>
  who.call('PUT', `/v1/cloudimages/${id}/upload`, { image_url });
const code = ({ status, body }: Reply): string => `${status} ${body?.error?.code}`;
const stateOf = async (id: string): Promise<string> =>
  (await stage.main.call('GET', `/v2/images/${id}`)).body.status as string;

async function upload(id: string, file: Buffer, type = 'application/octet-stream'): Promise<number> {
  const { endpoint } = stage.emulator;
  const { token } = stage.emulator.configuration().auth;
  const headers = { 'X-Auth-Token': token, 'Content-Type': type };
  const body = new Uint8Array(file);
  return (await fetch(`${endpoint}/v2/images/${id}/file`, { method: 'PUT', headers, body })).status;
}

/** A seeded file, as its bucket gives it. */
async function seeded(format: string): Promise<Buffer> {
  const { auth } = stage.emulator.configuration();
  const place = `${stage.emulator.endpoint}/obs/${stage.objects[format]?.replace(':', '/')}`;
  return Buffer.from(await (await fetch(place, { headers: { 'X-Auth-Token': auth.token } })).arrayBuffer());
}

test('metadata waits, is being filled, and is active', async () => {
  const id = await queuedImage(stage.main);
  expect(await stateOf(id)).toBe('queued');
  const { body } = await whileJobsRun(stage, async () => {
    const started = await register(id, stage.objects.vmdk);
    expect(await stateOf(id)).toBe('saving');
    return started;
  });
  const job = await endOf(stage.main, body.job_id);
  expect(job).toMatchObject({ status: 'SUCCESS', job_type: 'imsNativeImportImageJob', entities: { image_id: id } });
  const { body: image } = await stage.main.call('GET', `/v2/images/${id}`);
  expect(image).toMatchObject({ status: 'active', min_disk: 1 });
});

test('every seeded format can be registered', async () => {
  for (const [kind, file] of Object.entries(stage.objects)) {
    if (kind === 'warmZvhd2') continue;
    const { body } = await register(await queuedImage(stage.main), file);
    expect(await endOf(stage.main, body.job_id), file).toMatchObject({ status: 'SUCCESS' });
  }
});

test('a registration that fails kills the image', async () => {
  const id = await queuedImage(stage.main);
  const { body } = await register(id, 'ims-images:none.vmdk');
  expect(await endOf(stage.main, body.job_id)).toMatchObject({ status: 'FAIL', error_code: 'IMG.0057' });
  expect(await stateOf(id)).toBe('killed');
});

test('what cannot be registered is refused with its code', async () => {
  const id = await queuedImage(stage.main);
  expect(code(await register(id, 'no-bucket'))).toBe('400 IMG.0017');
  expect(code(await register(id, 'ims-images:two words.raw'))).toBe('400 IMG.0175');
  expect(code(await register(id, undefined))).toBe('400 IMG.0001');
  expect(code(await register(crypto.randomUUID(), stage.objects.raw))).toBe('404 IMG.0027');
  expect(code(await register(id, stage.objects.raw, stage.member))).toBe('404 IMG.0027');
  expect(code(await register(await activeImage(stage), stage.objects.raw))).toBe('400 IMG.1075');
  expect(await stateOf(id)).toBe('queued');
});

test('an uploaded file fills the image soon', async () => {
  const id = await queuedImage(stage.main);
  const file = await seeded('qcow2');
  await whileJobsRun(stage, async () => {
    expect(await upload(id, file)).toBe(204);
    expect(await stateOf(id)).toBe('saving');
    expect(await upload(id, file)).toBe(409);
  });
  await expect.poll(() => stateOf(id)).toBe('active');
  expect(await upload(id, file)).toBe(409);
});

test('a file that is no image kills it', async () => {
  for (const file of [Buffer.from('no image'), (await seeded('qcow2')).subarray(0, 100), await seeded('iso')]) {
    const id = await queuedImage(stage.main);
    expect(await upload(id, file)).toBe(204);
    await expect.poll(() => stateOf(id)).toBe('killed');
  }
});

test('an upload is refused without a file, or of another type', async () => {
  const id = await queuedImage(stage.main);
  expect(await upload(id, Buffer.alloc(0))).toBe(400);
  expect(await upload(id, await seeded('raw'), 'application/json')).toBe(400);
  expect(await upload(crypto.randomUUID(), await seeded('raw'))).toBe(404);
  expect(await stateOf(id)).toBe('queued');
});

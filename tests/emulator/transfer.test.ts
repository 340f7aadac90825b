import { expect, test } from '@playwright/test';
import { activeImage, endOf, openStage, queuedImage, type Reply, type Stage } from './caller.js';

let stage: Stage;
test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(() => stage.emulator.close());

const copy = (id: string, body: object, version = 'v1'): Promise<Reply> =>
  stage.main.call('POST', `/${version}/cloudimages/${id}/copy`, body);
const code = ({ status, body }: Reply): string => `${status} ${body?.error?.code}`;

test('a copy is an image of its own with the name that was asked for', async () => {
  const source = await activeImage(stage, { min_disk: 50, os_version: 'CentOS 7.0 64bit' });
  for (const version of ['v1', 'v2.1']) {
    const { body } = await copy(source, { name: 'copy', description: 'of it' }, version);
    const job = await endOf(stage.main, body.job_id);
    expect(job).toMatchObject({ status: 'SUCCESS', job_type: 'imsCopyImageInRegionJob' });
    expect(job.entities.image_id).not.toBe(source);
    const image = (await stage.main.call('GET', `/v2/images/${job.entities.image_id}`)).body;
    expect(image).toMatchObject({ name: 'copy', status: 'active', min_disk: 50, __os_version: 'CentOS 7.0 64bit' });
    expect(image).toMatchObject({ __description: 'of it', enterprise_project_id: '0' });
  }
});

test('a copy can be encrypted, and be plain again', async () => {
  const cmk_id = stage.emulator.configuration().provided.cmkId;
  const made = async (id: string, body: object) => {
    const { entities } = await endOf(stage.main, (await copy(id, body)).body.job_id);
    return (await stage.main.call('GET', `/v2/images/${entities.image_id}`)).body;
  };
  const encrypted = await made(await activeImage(stage), { name: 'encrypted', cmk_id });
  expect(encrypted.__system__cmkid).toBe(cmk_id);
  expect(code(await copy(encrypted.id, { name: 'again', cmk_id }))).toBe('400 IMG.0096');
  expect(await made(encrypted.id, { name: 'plain' })).not.toHaveProperty('__system__cmkid');
});

test('what cannot be copied is refused with its code', async () => {
  const iso = await activeImage(stage, {
    image_url: stage.objects.iso,
    type: 'IsoImage',
    os_version: 'CentOS 7.0 64bit',
  });
  const plain = await activeImage(stage);
  expect(code(await copy(iso, { name: 'c' }))).toBe('400 IMG.0167');
  expect(code(await copy(await queuedImage(stage.main), { name: 'c' }))).toBe('400 IMG.0046');
  expect(code(await copy(plain, {}))).toBe('400 IMG.0013');
  expect(code(await copy(plain, { name: 'c', cmk_id: 'none' }))).toBe('400 IMG.0095');
  expect((await stage.member.call('POST', `/v1/cloudimages/${plain}/copy`, { name: 'c' })).status).toBe(404);
});

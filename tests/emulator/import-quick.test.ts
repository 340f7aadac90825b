import { expect, test } from '@playwright/test';
import { endOf, openStage, type Reply, type Stage } from './caller.js';

let stage: Stage;
test.beforeAll(async () => {
  const bucket = { name: 'quick', objects: [{ key: 'alone.raw', format: 'raw' as const }] };
  stage = await openStage({ seedData: { buckets: [bucket] } });
});
test.afterAll(() => stage.emulator.close());

const send = (body: object, version = 'v2'): Promise<Reply> => {
  const asked = { name: 'quick', image_url: stage.objects.zvhd2, os_version: 'CentOS 7.3 64bit', min_disk: 40 };
  return stage.main.call('POST', `/${version}/cloudimages/quickimport/action`, { ...asked, ...body });
};
const show = async (id: string): Promise<Reply['body']> => (await stage.main.call('GET', `/v2/images/${id}`)).body;
const made = async (body: object, version?: string): Promise<Reply['body']> =>
  endOf(stage.main, (await send(body, version)).body.job_id);

test('prepared files become images, in both versions', async () => {
  for (const image_url of [stage.objects.zvhd2, stage.objects.raw]) {
    for (const version of ['v2', 'v2.1']) {
      const job = await made({ image_url, tags: ['k.v'] }, version);
      expect(job).toMatchObject({ status: 'SUCCESS', job_type: 'imsImportImageJob' });
      expect(await show(job.entities.image_id)).toMatchObject({
        status: 'active',
        min_disk: 40,
        tags: ['k=v'],
        __os_version: 'CentOS 7.3 64bit',
        __data_origin: `file,${image_url}`,
      });
    }
  }
});

test('a raw file without its bitmap fails the job', async () => {
  const job = await made({ name: 'alone', image_url: 'quick:alone.raw' });
  expect(job).toMatchObject({ status: 'FAIL', error_code: 'IMG.0158' });
  expect((await stage.main.call('GET', '/v2/cloudimages?name=alone')).body).toEqual({ images: [] });
  const bitmap = { 'Content-Type': 'application/octet-stream' };
  expect((await stage.main.call('PUT', '/obs/quick/alone.mf', 'bits', bitmap)).status).toBe(200);
  expect(await made({ image_url: 'quick:alone.raw' })).toMatchObject({ status: 'SUCCESS' });
});

test('a file of another format fails the job', async () => {
  for (const image_url of [stage.objects.qcow2, stage.objects.vhd, stage.objects.zvhd]) {
    expect(await made({ image_url })).toMatchObject({ status: 'FAIL', error_code: 'IMG.0158' });
  }
});

test('a data disk needs no version', async () => {
  const job = await made({ type: 'DataImage', os_version: undefined, os_type: 'Windows' });
  expect(job).toMatchObject({ status: 'SUCCESS', job_type: 'imsImportDataImageJob' });
  const { virtual_env_type, __os_type } = await show(job.entities.image_id);
  expect({ virtual_env_type, __os_type }).toEqual({ virtual_env_type: 'DataImage', __os_type: 'Windows' });
});

test('what is asked for wrongly is refused with its code', async () => {
  const cases: [object, string][] = [
    [{ os_version: undefined }, 'IMG.0159'],
    [{ type: 'DataImage', os_type: 'Other' }, 'IMG.0056'],
    [{ type: 'IsoImage' }, 'IMG.0157'],
    [{ architecture: 'mips' }, 'IMG.0212'],
    [{ min_disk: 1025 }, 'IMG.0055'],
    [{ image_url: 'ims-images:two words.raw' }, 'IMG.0175'],
    [{ image_url: 'no-bucket' }, 'IMG.0017'],
  ];
  for (const [body, expected] of cases) {
    const { status, body: answer } = await send(body);
    expect(`${status} ${answer.error?.code}`, JSON.stringify(body)).toBe(`400 ${expected}`);
  }
});

import { expect, test } from '@playwright/test';
import { endOf, openStage, type Reply, type Stage, whileJobsRun } from './caller.js';

let stage: Stage;
test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(() => stage.emulator.close());

const start = (body: object): Promise<Reply> => stage.main.call('POST', '/v2/cloudimages/action', body);
const file = (more: object = {}) => ({ name: 'from file', image_url: stage.objects.qcow2, min_disk: 40, ...more });
const show = async (id: string): Promise<Reply['body']> => (await stage.main.call('GET', `/v2/images/${id}`)).body;
const code = ({ status, body }: Reply): string => `${status} ${body?.error?.code}`;

test('a job passes INIT and RUNNING to SUCCESS on both calls', async () => {
  const both = async (job: string) => [
    (await stage.main.call('GET', `/v1/{p}/jobs/${job}`)).body,
    (await stage.main.call('GET', `/v1/cloudimages/job/${job}`)).body,
  ];
  const [early] = await whileJobsRun(stage, async () => {
    const { body, status } = await start(file());
    expect(status).toBe(200);
    expect(body.job_id).toMatch(/^ff8080[0-9a-f]{26}$/);
    return both(body.job_id);
  });
  expect(early).toMatchObject({ job_type: 'imsImportImageJob', end_time: '', error_code: null, fail_reason: null });
  expect(early.begin_time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  const [late, other] = await both(early.job_id);
  expect(late).toEqual(other);
  expect(late).toMatchObject({ status: 'SUCCESS', entities: { process_percent: 1, image_name: 'from file' } });
  expect(Date.parse(late.end_time)).toBeGreaterThanOrEqual(Date.parse(late.begin_time));
});

test('an image has what was asked for', async () => {
  const asked = {
    description: '描述',
    min_disk: 50,
    min_ram: 1024,
    max_ram: 4096,
    image_tags: [{ key: 'k', value: 'v' }],
  };
  const { body } = await start(file({ ...asked, os_version: 'CentOS 7.0 64bit' }));
  const image = await show((await endOf(stage.main, body.job_id)).entities.image_id);
  expect(image).toMatchObject({ status: 'active', min_disk: 50, min_ram: 1024, max_ram: '4096', tags: ['k=v'] });
  expect(image).toMatchObject({
    __description: '描述',
    __os_type: 'Linux',
    __platform: 'CentOS',
    __root_origin: 'file',
  });
});

const refused: [object, string][] = [
  [{ name: undefined }, 'IMG.0013'],
  [{ name: 'n'.repeat(129) }, 'IMG.0002'],
  [{ name: 'n ' }, 'IMG.0003'],
  [{ name: 'a*b' }, 'IMG.0003'],
  [{ description: 'd'.repeat(1025) }, 'IMG.0004'],
  [{ description: 'a\nb' }, 'IMG.0054'],
  [{ min_disk: undefined }, 'IMG.0001'],
  [{ min_disk: 0 }, 'IMG.0055'],
  [{ min_disk: 1025 }, 'IMG.0055'],
  [{ image_url: 'no-colon' }, 'IMG.0017'],
  [{ image_url: 'https://bucket/file' }, 'IMG.0017'],
  [{ type: 'VM' }, 'IMG.0024'],
  [{ tags: ['k.v'], image_tags: [{ key: 'k', value: 'v' }] }, 'IMG.0001'],
  [{ tags: ['a=b.c'] }, 'IMG.0115'],
  [{ tags: Array.from({ length: 11 }, (_, index) => `k${index}`) }, 'IMG.0116'],
  [{ type: 'IsoImage' }, 'IMG.0166'],
  [{ is_quick_import: true }, 'IMG.0159'],
  [{ cmk_id: 'none' }, 'IMG.0095'],
  [{ architecture: 'mips' }, 'IMG.0212'],
  [{ image_url: undefined }, 'IMG.0021'],
];
for (const [change, expected] of refused) {
  test(`an import with ${JSON.stringify(change).slice(0, 60)} is refused with ${expected}`, async () => {
    expect(code(await start(file(change)))).toBe(`400 ${expected}`);
  });
}

test('a job about a file that is not there fails and leaves no image', async () => {
  const { body } = await start(file({ name: 'lost', image_url: 'ims-images:none.qcow2' }));
  const job = await endOf(stage.main, body.job_id);
  expect(job).toMatchObject({ status: 'FAIL', error_code: 'IMG.0057', fail_reason: expect.any(String) });
  expect((await stage.main.call('GET', '/v2/cloudimages?name=lost')).body).toEqual({ images: [] });
});

const formats = ['qcow2', 'qcow', 'vhd', 'zvhd', 'zvhd2', 'raw', 'iso', 'vmdk', 'vdi', 'qed', 'vhdx'];

test('every seeded format can be imported', async () => {
  for (const format of formats) {
    const image_url = stage.objects[format];
    const iso = format === 'iso' ? { type: 'IsoImage', os_version: 'CentOS 7.0 64bit' } : {};
    const { body } = await start(file({ image_url, ...iso }));
    expect(await endOf(stage.main, body.job_id)).toMatchObject({ status: 'SUCCESS' });
  }
});

test('servers, volumes and data disks become images', async () => {
  const { instanceId, systemVolumeId, dataVolumeId } = stage.emulator.configuration().provided;
  const server = await endOf(stage.main, (await start({ name: 'server', instance_id: instanceId })).body.job_id);
  expect(await show(server.entities.image_id)).toMatchObject({ __data_origin: `instance,${instanceId}`, min_disk: 40 });
  const volume = { name: 'volume', volume_id: systemVolumeId, os_version: 'CentOS 7.0 64bit' };
  expect(await endOf(stage.main, (await start(volume)).body.job_id)).toMatchObject({ status: 'SUCCESS' });
  const disks = { data_images: [{ name: 'disk', volume_id: dataVolumeId, tags: ['k.v'] }] };
  const { entities } = await endOf(stage.main, (await start(disks)).body.job_id);
  expect(await show(entities.sub_jobs_result[0].entities.image_id)).toMatchObject({
    virtual_env_type: 'DataImage',
    tags: ['k=v'],
  });
});

test('a part of a job is shown by its own id, to its project alone', async () => {
  const { dataVolumeId, secondDataVolumeId } = stage.emulator.configuration().provided;
  const data_images = [dataVolumeId, secondDataVolumeId].map((volume_id) => ({ name: 'part', volume_id }));
  const { entities } = await endOf(stage.main, (await start({ data_images })).body.job_id);
  expect(entities.sub_jobs_list).toHaveLength(2);
  for (const [index, id] of entities.sub_jobs_list.entries()) {
    for (const path of [`/v1/{p}/jobs/${id}`, `/v1/cloudimages/job/${id}`]) {
      expect((await stage.main.call('GET', path)).body).toEqual(entities.sub_jobs_result[index]);
      expect(code(await stage.member.call('GET', path))).toBe('400 IMG.0023');
    }
  }
});

test('an image in the making can be seen and not deleted', async () => {
  await whileJobsRun(stage, async () => {
    await stage.main.call('POST', '/v2.1/cloudimages/action', file({ name: 'making' }));
    const [image] = (await stage.main.call('GET', '/v2/cloudimages?name=making')).body.images;
    expect(image.status).toBe('saving');
    expect((await stage.main.call('DELETE', `/v2/images/${image.id}`)).status).toBe(400);
  });
});

test("nobody else's job is shown, nor one that never was", async () => {
  const { body } = await start(file());
  expect(code(await stage.member.call('GET', `/v1/{p}/jobs/${body.job_id}`))).toBe('400 IMG.0023');
  expect(code(await stage.member.call('GET', `/v1/cloudimages/job/${body.job_id}`))).toBe('400 IMG.0023');
  expect(code(await stage.main.call('GET', `/v1/{p}/jobs/${'f'.repeat(32)}`))).toBe('400 IMG.0023');
});

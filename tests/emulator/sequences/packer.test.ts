import { expect, test } from './sequence-test.js';

test('A built server becomes an image that is shared without waiting', async ({ steps }) => {
  const { stage, finished, listed, sent } = steps;
  const { instanceId: instance_id } = stage.emulator.configuration().provided;
  const wish = { name: 'packer', instance_id, description: '', image_tags: [{ key: 'built', value: 'by-packer' }] };
  const { entities } = await finished('POST', '/v2/cloudimages/action', wish);
  const shared = { images: [entities.image_id], projects: [stage.member.projectId] };
  await sent(200, 'POST', '/v1/cloudimages/members', shared);
  expect(await listed(entities.image_id)).toMatchObject({ status: 'active', tags: ['built=by-packer'] });
});

test('A built server in a vault becomes a whole image', async ({ steps }) => {
  const { instanceId: instance_id, vaultId: vault_id } = steps.stage.emulator.configuration().provided;
  const job = await steps.finished('POST', '/v1/cloudimages/wholeimages/action', { name: 'w', instance_id, vault_id });
  expect(job).toMatchObject({ status: 'SUCCESS', job_type: 'imsCreateWholeImageByInstanceJob' });
  expect(await steps.listed(job.entities.image_id)).toMatchObject({ __whole_image: 'true' });
});

test('A job that fails tells why, for the client follows the pointer', async ({ steps }) => {
  const wish = { name: 'broken', image_url: 'ims-images:cirros.mf', min_disk: 40 };
  const job = await steps.finished('POST', '/v2/cloudimages/action', wish);
  expect(job).toMatchObject({ status: 'FAIL', error_code: expect.stringMatching(/^IMG\./) });
  expect(job.fail_reason).toEqual(expect.stringMatching(/./));
});

test('Both job calls tell the same of a running and of an ended job', async ({ steps }) => {
  const { stage, sent } = steps;
  const wish = { name: 'watched', image_url: stage.objects.qcow2, min_disk: 40 };
  const { job_id } = (await sent(200, 'POST', '/v2/cloudimages/action', wish)).body;
  const running = (await sent(200, 'GET', `/v1/{p}/jobs/${job_id}`)).body;
  if (running.status !== 'SUCCESS')
    expect(running).toMatchObject({ end_time: '', error_code: null, fail_reason: null });
  await expect.poll(async () => (await sent(200, 'GET', `/v1/{p}/jobs/${job_id}`)).body.status).toBe('SUCCESS');
  const ended = (await sent(200, 'GET', `/v1/{p}/jobs/${job_id}`)).body;
  expect((await sent(200, 'GET', `/v1/cloudimages/job/${job_id}`)).body).toEqual(ended);
  expect(ended.begin_time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

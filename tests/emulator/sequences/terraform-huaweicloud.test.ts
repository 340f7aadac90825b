import { expect, test } from './sequence-test.js';

/** The provider's content type on a PATCH; the official SDKs and older clients send others (ims-behaviour, section 4). */
const json = { 'Content-Type': 'application/json' };

test('A system image of a server is made, changed, tagged and destroyed', async ({ steps }) => {
  const { stage, finished, listed, sent } = steps;
  const { region, provided } = stage.emulator.configuration();
  const { projects } = (await sent(200, 'GET', `/v3/projects?name=${region}`)).body;
  expect(projects[0].id).toBe(stage.main.projectId);
  const wish = { name: 'tf', instance_id: provided.instanceId, max_ram: 4096, min_ram: 1024, tags: ['foo.bar'] };
  const job = await finished('POST', '/v2/cloudimages/action', { ...wish, enterprise_project_id: '0' });
  const id = job.entities.image_id;
  expect(await listed(id)).toMatchObject({
    status: 'active',
    enterprise_project_id: '0',
    __data_origin: `instance,${provided.instanceId}`,
    created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  });
  const change = (op: string, path: string, value: unknown): unknown[] => [{ op, path, value }];
  const patch = (status: number, body: unknown) => sent(status, 'PATCH', `/v2/cloudimages/${id}`, body, json);
  await patch(200, change('replace', '/name', 'tf renamed'));
  const refused = await patch(400, change('replace', '/hw_vif_multiqueue_enabled', 'true'));
  expect(refused.body.error.code).toBe('IMG.0035');
  await patch(200, change('add', '/hw_vif_multiqueue_enabled', 'true'));
  await patch(200, change('replace', '/min_ram', 2048));
  await patch(200, change('replace', '/max_ram', 8192));
  expect(await listed(id)).toMatchObject({ name: 'tf renamed', min_ram: 2048, max_ram: '8192' });
  const tags = `/v2/{p}/images/${id}/tags`;
  expect((await sent(200, 'GET', tags)).body).toEqual({ tags: [{ key: 'foo', value: 'bar' }] });
  await sent(204, 'POST', `${tags}/action`, { action: 'delete', tags: [{ key: 'foo', value: 'bar' }] });
  await sent(204, 'POST', `${tags}/action`, { action: 'create', tags: [{ key: 'a', value: 'b' }] });
  await sent(204, 'DELETE', `/v2/images/${id}`);
  await expect.poll(() => listed(id)).toBeUndefined();
});

test('A data image of a disk is found below the sub job', async ({ steps }) => {
  const volume_id = steps.stage.emulator.configuration().provided.dataVolumeId;
  const job = await steps.finished('POST', '/v2/cloudimages/action', { data_images: [{ name: 'tf data', volume_id }] });
  const [sub] = job.entities.sub_jobs_result;
  expect(await steps.listed(sub.entities.image_id)).toMatchObject({
    name: 'tf data',
    __data_origin: `volume,${volume_id}`,
  });
});

test('A whole image goes with its backup when that is asked for', async ({ steps }) => {
  const { cbrBackupId: backup_id } = steps.stage.emulator.configuration().provided;
  const wish = { name: 'tf whole', backup_id, whole_image_type: 'CBR' };
  const job = await steps.finished('POST', '/v1/cloudimages/wholeimages/action', wish);
  const id = job.entities.image_id;
  expect(await steps.listed(id)).toMatchObject({ __whole_image: 'true', __backup_id: backup_id });
  await steps.sent(204, 'DELETE', `/v2/images/${id}`, { delete_backup: true });
  await expect.poll(() => steps.listed(id)).toBeUndefined();
  expect(steps.stage.emulator.world.backups.has(backup_id ?? '')).toBe(false);
});

test('A quick import makes an image of a zvhd2 file', async ({ steps }) => {
  const { stage, finished, listed } = steps;
  const wish = { name: 'tf quick', os_version: 'CentOS 7.6 64bit', image_url: stage.objects.zvhd2, min_disk: 40 };
  const { entities } = await finished('POST', '/v2/cloudimages/quickimport/action', { ...wish, type: 'ECS' });
  expect(await listed(entities.image_id)).toMatchObject({ status: 'active', __os_version: 'CentOS 7.6 64bit' });
});

test('Metadata wait for the file that is registered later', async ({ steps }) => {
  const { stage, finished, listed, sent } = steps;
  const metadata = { name: 'tf metadata', __os_version: 'CentOS 7.6 64bit', container_format: 'bare', min_disk: 40 };
  const { id } = (await sent(201, 'POST', '/v2/images', { ...metadata, visibility: 'private' })).body;
  expect(await listed(id)).toMatchObject({ status: 'queued' });
  const job = await finished('PUT', `/v1/cloudimages/${id}/upload`, { image_url: stage.objects.qcow2 });
  expect(job).toMatchObject({ status: 'SUCCESS', job_type: 'imsNativeImportImageJob' });
  expect(await listed(id)).toMatchObject({ status: 'active' });
});

test('A copy takes memory limits in one patch without adding them first', async ({ steps }) => {
  const { stage, finished, listed, sent } = steps;
  const source = { name: 'tf source', image_url: stage.objects.qcow2, min_disk: 40 };
  const { image_id } = (await finished('POST', '/v2/cloudimages/action', source)).entities;
  const copy = await finished('POST', `/v1/cloudimages/${image_id}/copy`, { name: 'tf copy', description: '' });
  const limits = [
    { op: 'replace', path: '/max_ram', value: 8192 },
    { op: 'replace', path: '/min_ram', value: 1024 },
  ];
  await sent(200, 'PATCH', `/v2/cloudimages/${copy.entities.image_id}`, limits, json);
  expect(await listed(copy.entities.image_id)).toMatchObject({ max_ram: '8192', min_ram: 1024 });
});

test('An image is exported, quickly or in a format', async ({ steps }) => {
  const { stage, finished } = steps;
  const source = { name: 'tf exported', image_url: stage.objects.qcow2, min_disk: 40 };
  const { image_id } = (await finished('POST', '/v2/cloudimages/action', source)).entities;
  const slowly = { bucket_url: 'ims-exports:tf.vhd', file_format: 'vhd', is_quick_export: false };
  const quickly = { bucket_url: 'ims-exports:tf.zvhd2', is_quick_export: true };
  for (const [version, body] of [
    ['v1', slowly],
    ['v2.1', quickly],
  ] as const) {
    const job = await finished('POST', `/${version}/cloudimages/${image_id}/file`, body);
    expect(job).toMatchObject({ status: 'SUCCESS', entities: { image_id } });
  }
  expect([...(stage.emulator.world.buckets.get('ims-exports')?.objects.keys() ?? [])]).toEqual(['tf.vhd', 'tf.zvhd2']);
});

test('A copy is found and tagged in the other region', async ({ steps }) => {
  const { stage, finished, listed } = steps;
  const { elsewhere, emulator, objects } = stage;
  const { region, agencyName } = emulator.configuration().otherRegion ?? {};
  const source = { name: 'tf source', image_url: objects.qcow2, min_disk: 40 };
  const { image_id } = (await finished('POST', '/v2/cloudimages/action', source)).entities;
  // The provider names the project after the region.
  const wish = { name: 'tf far', description: 'far', region, project_name: region, agency_name: agencyName };
  const job = await finished('POST', `/v1/cloudimages/${image_id}/cross_region_copy`, wish);
  const id = job.entities.image_id;
  const tags = { action: 'create', tags: [{ key: 'foo', value: 'bar' }] };
  expect((await elsewhere.call('POST', `/v2/{p}/images/${id}/tags/action`, tags)).status).toBe(204);
  expect(await listed(id, elsewhere)).toMatchObject({ name: 'tf far', tags: ['foo=bar'], enterprise_project_id: '0' });
  expect(await listed(id)).toBeUndefined();
  const rename = [{ op: 'replace', path: '/name', value: 'tf farther' }];
  expect((await elsewhere.call('PATCH', `/v2/cloudimages/${id}`, rename, json)).status).toBe(200);
  expect((await elsewhere.call('DELETE', `/v2/images/${id}`)).status).toBe(204);
  await expect.poll(() => listed(id, elsewhere)).toBeUndefined();
});

test('An image is shared, accepted and taken back by jobs', async ({ steps }) => {
  const { stage, finished } = steps;
  const { main, member, objects } = stage;
  const source = { name: 'tf shared', image_url: objects.qcow2, min_disk: 40 };
  const { image_id } = (await finished('POST', '/v2/cloudimages/action', source)).entities;
  const shared = { images: [image_id], projects: [member.projectId] };
  expect(await finished('POST', '/v1/cloudimages/members', shared)).toMatchObject({ status: 'SUCCESS' });
  const decision = { images: [image_id], project_id: member.projectId, status: 'accepted' };
  expect(await finished('PUT', '/v1/cloudimages/members', decision, member)).toMatchObject({ status: 'SUCCESS' });
  const seen = await member.call('GET', '/v2/cloudimages?__imagetype=shared&member_status=accepted&visibility=shared');
  expect(seen.body.images.map(({ id }: { id: string }) => id)).toContain(image_id);
  const { members } = (await main.call('GET', `/v1/{p}/cloudimages/${image_id}/members`)).body;
  expect(members).toMatchObject([{ member_id: member.projectId, status: 'accepted' }]);
  expect(await finished('DELETE', '/v1/cloudimages/members', shared)).toMatchObject({ status: 'SUCCESS' });
});

test('A list is read page by page until one is empty', async ({ steps }) => {
  const ids: string[] = [];
  for (let marker = '', pages = 0; pages < 50; pages++) {
    const query = `limit=2&enterprise_project_id=all_granted_eps&__imagetype=gold${marker && `&marker=${marker}`}`;
    const { images } = (await steps.sent(200, 'GET', `/v2/cloudimages?${query}`)).body;
    if (images.length === 0) break;
    ids.push(...images.map(({ id }: { id: string }) => id));
    marker = ids.at(-1) ?? '';
  }
  expect([ids.length, new Set(ids).size]).toEqual([6, 6]);
  await steps.sent(200, 'GET', '/v1/cloudimages/os_version');
  await steps.sent(200, 'GET', '/v1/cloudimages/quota');
  await steps.sent(200, 'GET', '/v2/{p}/images/tags');
  const filter = { action: 'filter', limit: '1000', offset: '0', tags: [{ key: 'foo', values: ['bar'] }] };
  await steps.sent(200, 'POST', '/v2/{p}/images/resource_instances/action', filter);
});

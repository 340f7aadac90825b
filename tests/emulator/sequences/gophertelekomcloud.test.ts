import { expect, test } from './sequence-test.js';

const JSON_PATCH = { 'Content-Type': 'application/openstack-images-v2.1-json-patch' };

test('An image gets metadata, its file, a patch and is destroyed', async ({ steps }) => {
  const { stage, listed, sent } = steps;
  const metadata = { name: 'otc', disk_format: 'qcow2', container_format: 'bare', min_disk: 40, visibility: 'private' };
  const { id } = (await sent(201, 'POST', '/v2/images', { ...metadata, tags: ['foo'] })).body;
  expect(await listed(id)).toMatchObject({ status: 'queued' });
  const file = stage.emulator.world.buckets.get('ims-images')?.objects.get('cirros.qcow2')?.data;
  const uploaded = await fetch(`${stage.emulator.endpoint}/v2/images/${id}/file`, {
    method: 'PUT',
    headers: { 'X-Auth-Token': stage.emulator.configuration().auth.token, 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(file ?? []),
  });
  expect(uploaded.status).toBe(204);
  await expect.poll(async () => (await listed(id)).status).toBe('active');
  const change = [{ op: 'replace', path: '/name', value: 'otc renamed' }];
  expect((await sent(200, 'PATCH', `/v2/images/${id}`, change, JSON_PATCH)).body).toMatchObject({
    name: 'otc renamed',
  });
  expect((await sent(200, 'GET', `/v2/images/${id}`)).body).toMatchObject({ name: 'otc renamed', id });
  await sent(204, 'DELETE', `/v2/images/${id}`, { delete_backup: true });
  await expect.poll(async () => (await stage.main.call('GET', `/v2/images/${id}`)).status).toBe(404);
});

test('Access is given by the native calls and decided by the member alone', async ({ steps }) => {
  const { stage, finished, sent } = steps;
  const { main, member, objects } = stage;
  const source = { name: 'otc shared', image_url: objects.qcow2, min_disk: 40 };
  const { image_id } = (await finished('POST', '/v2/cloudimages/action', source)).entities;
  const members = `/v2/images/${image_id}/members`;
  expect((await sent(200, 'POST', members, { member: member.projectId })).body).toMatchObject({ status: 'pending' });
  const own = `${members}/${member.projectId}`;
  expect((await sent(200, 'GET', own)).body).toMatchObject({ status: 'pending', image_id });
  expect((await main.call('PUT', own, { status: 'accepted' })).status).toBe(403);
  expect(await member.call('PUT', own, { status: 'accepted' })).toMatchObject({
    status: 200,
    body: { status: 'accepted' },
  });
  expect(await member.call('PUT', own, { status: 'rejected' })).toMatchObject({
    status: 200,
    body: { status: 'rejected' },
  });
  await sent(204, 'DELETE', own);
  await sent(404, 'GET', own);
});

test('A data image of a file is made at the path that no page names', async ({ steps }) => {
  const wish = { name: 'otc data', image_url: steps.stage.objects.qcow2, min_disk: 40, os_type: 'Linux' };
  const { entities } = await steps.finished('POST', '/v1/cloudimages/action', wish);
  expect(await steps.listed(entities.image_id)).toMatchObject({ virtual_env_type: 'DataImage' });
});

test('Filters that no page names are ignored', async ({ steps }) => {
  const all = (await steps.sent(200, 'GET', '/v2/cloudimages?__imagetype=gold')).body;
  expect((await steps.sent(200, 'GET', '/v2/cloudimages?__imagetype=gold&size_min=1&size_max=2')).body).toEqual(all);
});

test('Tags are written with exactly 204 and read in both notations', async ({ steps }) => {
  const { stage, finished, listed, sent } = steps;
  const source = { name: 'otc tags', image_url: stage.objects.qcow2, min_disk: 40 };
  const { image_id } = (await finished('POST', '/v2/cloudimages/action', source)).entities;
  await sent(204, 'PUT', '/v1/cloudimages/tags', { image_id, tag: 'k.v' });
  await sent(204, 'POST', `/v2/{p}/images/${image_id}/tags`, { tag: { key: 'k2', value: 'v2' } });
  expect((await listed(image_id)).tags).toEqual(expect.arrayContaining(['k=v', 'k2=v2']));
  await sent(204, 'DELETE', `/v2/{p}/images/${image_id}/tags/k`);
  await sent(404, 'DELETE', `/v2/{p}/images/${image_id}/tags/k`);
  await sent(204, 'DELETE', `/v1/{p}/cloudimages/${image_id}/tags/delete`, { tags: [{ key: 'k2' }] });
  expect((await listed(image_id)).tags).toEqual([]);
});

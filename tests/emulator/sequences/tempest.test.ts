import { expect, test } from './sequence-test.js';

const metadata = { name: 'tempest', container_format: 'bare', disk_format: 'raw', visibility: 'private' };

test('Versions are discovered with status 300, without credentials', async ({ stage }) => {
  for (const path of ['/', '/v2']) {
    const answer = await fetch(stage.emulator.endpoint + path, { headers: { Accept: 'application/json' } });
    expect(answer.status).toBe(300);
    const { versions } = (await answer.json()) as { versions: { id: string; status: string; links: object[] }[] };
    expect(versions.length).toBeGreaterThan(0);
    for (const version of versions) expect(version.status).toMatch(/^(CURRENT|SUPPORTED|DEPRECATED)$/);
  }
});

test('Images are made, shown, listed by their properties and deleted', async ({ steps }) => {
  const { sent } = steps;
  const { body: image } = await sent(201, 'POST', '/v2/images', { ...metadata, min_disk: 40, own_property: 'x' });
  expect(image).toMatchObject({ status: 'queued', own_property: 'x', file: `/v2/images/${image.id}/file` });
  expect((await sent(200, 'GET', `/v2/images/${image.id}`)).body).toMatchObject({ id: image.id, size: null });
  for (const filter of ['visibility=private', 'status=queued', `name=${metadata.name}`, 'container_format=bare']) {
    const { images, first, schema } = (await sent(200, 'GET', `/v2/images?limit=100&${filter}`)).body;
    expect(
      images.map(({ id }: { id: string }) => id),
      filter,
    ).toContain(image.id);
    expect([first, schema]).toEqual([expect.stringMatching(/^\/v2\/images/), '/v2/schemas/images']);
  }
  await sent(204, 'DELETE', `/v2/images/${image.id}`);
  await sent(404, 'GET', `/v2/images/${image.id}`);
});

test('A list leads from page to page', async ({ steps, stage }) => {
  for (let count = 0; count < 3; count++) await steps.sent(201, 'POST', '/v2/images', { ...metadata, name: 'paged' });
  const seen: string[] = [];
  for (let next: string | undefined = '/v2/images?name=paged&limit=2'; next; ) {
    const { body } = await stage.main.call('GET', next);
    seen.push(...body.images.map(({ id }: { id: string }) => id));
    next = body.next;
  }
  expect([seen.length, new Set(seen).size]).toEqual([3, 3]);
});

test('Both notations of a patch change an image', async ({ steps }) => {
  const { sent } = steps;
  const { id } = (await sent(201, 'POST', '/v2/images', metadata)).body;
  const patch = (version: string, changes: object[]) =>
    sent(200, 'PATCH', `/v2/images/${id}`, changes, {
      'Content-Type': `application/openstack-images-${version}-json-patch`,
    });
  expect((await patch('v2.1', [{ op: 'add', path: '/colour', value: 'red' }])).body).toMatchObject({ colour: 'red' });
  expect((await patch('v2.0', [{ replace: '/colour', value: 'blue' }])).body).toMatchObject({ colour: 'blue' });
  expect((await patch('v2.1', [{ op: 'remove', path: '/colour' }])).body).not.toHaveProperty('colour');
});

test('Tags are put and deleted one by one', async ({ steps }) => {
  const { sent } = steps;
  const { id } = (await sent(201, 'POST', '/v2/images', metadata)).body;
  await sent(204, 'PUT', `/v2/images/${id}/tags/one`);
  expect((await sent(200, 'GET', `/v2/images/${id}`)).body.tags).toEqual(['one']);
  await sent(204, 'DELETE', `/v2/images/${id}/tags/one`);
  await sent(404, 'DELETE', `/v2/images/${id}/tags/one`);
});

test('Schemas describe images and members', async ({ steps }) => {
  for (const name of ['image', 'images', 'member', 'members']) {
    expect((await steps.sent(200, 'GET', `/v2/schemas/${name}`)).body).toMatchObject({ name, properties: {} });
  }
});

test('Errors come as a page or as JSON, as Accept says', async ({ steps }) => {
  const path = `/v2/images/${crypto.randomUUID()}`;
  const page = await steps.sent(404, 'GET', path, undefined, { Accept: 'text/html' });
  expect([page.headers.get('content-type'), page.body]).toEqual([
    expect.stringContaining('text/html'),
    expect.stringContaining('<h1>404 Not Found</h1>'),
  ]);
  const { body } = await steps.sent(404, 'GET', path, undefined, { Accept: 'application/json' });
  expect(body).toMatchObject({ code: '404 Not Found', title: 'Not Found' });
});

test('A list is the same whichever release is asked for', async ({ steps, stage }) => {
  const { id } = (await steps.sent(201, 'POST', '/v2/images', metadata)).body;
  await steps.sent(200, 'POST', `/v2/images/${id}/members`, { member: stage.member.projectId });
  const { body } = await steps.sent(200, 'GET', `/v2/images?id=${id}`);
  expect(body.images).toMatchObject([{ id, visibility: 'shared' }]);
  for (const release of ['L', 'M', 'Q']) {
    const asked = await steps.sent(200, 'GET', `/v2/images?id=${id}`, undefined, { 'X-Api-Version': release });
    expect(asked.body).toEqual(body);
  }
});

test('A waiting image is shared, accepted, rejected and taken back', async ({ steps, stage }) => {
  const { sent } = steps;
  const { id } = (await sent(201, 'POST', '/v2/images', metadata)).body;
  const [path, member_id] = [`/v2/images/${id}/members`, stage.member.projectId];
  const { body: shared } = await sent(200, 'POST', path, { member: member_id });
  expect(shared).toMatchObject({ member_id, image_id: id, status: 'pending', schema: '/v2/schemas/member' });
  expect((await stage.member.call('GET', '/v2/images?visibility=shared')).body.images).toEqual([]);
  await sent(403, 'PUT', `${path}/${member_id}`, { status: 'accepted' });
  for (const [status, listed] of [
    ['accepted', 1],
    ['rejected', 0],
  ] as const) {
    expect((await stage.member.call('PUT', `${path}/${member_id}`, { status })).body).toMatchObject({ status });
    expect((await sent(200, 'GET', `${path}/${member_id}`)).body).toMatchObject({ member_id, status });
    expect((await stage.member.call('GET', `/v2/images?id=${id}`)).body.images).toHaveLength(listed);
  }
  await sent(204, 'DELETE', `${path}/${member_id}`);
  expect((await sent(200, 'GET', path)).body.members).toEqual([]);
  expect((await stage.member.call('GET', `/v2/images/${id}`)).status).toBe(404);
});

test('An image is uploaded and downloaded', async ({ steps, stage }) => {
  const { endpoint, configuration, world } = stage.emulator;
  const { id } = (await steps.sent(201, 'POST', '/v2/images', metadata)).body;
  const file = world.buckets.get('ims-images')?.objects.get('cirros.qcow2')?.data ?? Buffer.alloc(0);
  const headers = { 'X-Auth-Token': configuration().auth.token };
  const at = (method: string, more: object, body?: Buffer) =>
    fetch(`${endpoint}/v2/images/${id}/file`, {
      method,
      headers: { ...headers, ...more },
      ...(body ? { body: new Uint8Array(body) } : {}),
    });
  expect((await at('GET', {})).status).toBe(204);
  expect((await at('PUT', { 'Content-Type': 'application/octet-stream' }, file)).status).toBe(204);
  await expect.poll(async () => (await stage.main.call('GET', `/v2/images/${id}`)).body.status).toBe('active');
  const whole = await at('GET', {});
  expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'application/octet-stream']);
  expect(whole.headers.get('content-md5')).toBe((await stage.main.call('GET', `/v2/images/${id}`)).body.checksum);
  expect(Buffer.from(await whole.arrayBuffer()).equals(file)).toBe(true);
  const part = await at('GET', { Range: 'bytes=0-3' });
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 0-3/${file.length}`]);
  expect(Buffer.from(await part.arrayBuffer()).equals(file.subarray(0, 4))).toBe(true);
  expect((await at('GET', { Range: `bytes=${file.length}-` })).status).toBe(416);
  expect((await stage.third.call('GET', `/v2/images/${id}/file`)).status).toBe(404);
});

test('All tags are patched at once', async ({ steps }) => {
  const { sent } = steps;
  const { id } = (await sent(201, 'POST', '/v2/images', metadata)).body;
  const patch = (status: number, op: string, value?: unknown) =>
    sent(status, 'PATCH', `/v2/images/${id}`, [{ op, path: '/tags', value }], {
      'Content-Type': 'application/openstack-images-v2.1-json-patch',
    });
  expect((await patch(200, 'replace', ['one', 'two'])).body.tags).toEqual(['one', 'two']);
  expect((await patch(200, 'add', ['two'])).body.tags).toEqual(['two']);
  expect((await sent(200, 'GET', `/v2/images?tag=two&id=${id}`)).body.images).toHaveLength(1);
  await patch(400, 'replace', Array.from('abcdefghijk'));
  await patch(400, 'replace', 'one');
  expect((await sent(200, 'GET', `/v2/images/${id}`)).body.tags).toEqual(['two']);
});

test('Somebody else cannot see or change an image', async ({ steps, stage }) => {
  const { id } = (await steps.sent(201, 'POST', '/v2/images', metadata)).body;
  const changes = [{ op: 'replace', path: '/name', value: 'taken' }];
  expect((await stage.member.call('GET', `/v2/images/${id}`)).status).toBe(404);
  const type = { 'Content-Type': 'application/openstack-images-v2.1-json-patch' };
  expect((await stage.member.call('PATCH', `/v2/images/${id}`, changes, type)).status).toBe(404);
  expect((await stage.member.call('DELETE', `/v2/images/${id}`)).status).toBe(404);
  expect((await stage.main.call('GET', `/v2/images/${id}`)).status).toBe(200);
});

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

test('A list is answered whichever release is asked for', async ({ steps }) => {
  for (const release of ['L', 'M', 'Q']) {
    const { body } = await steps.sent(200, 'GET', '/v2/images?limit=1', undefined, { 'X-Api-Version': release });
    expect(body.images).toHaveLength(1);
  }
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

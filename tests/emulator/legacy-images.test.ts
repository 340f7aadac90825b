import { expect, test } from './emulator-test.js';

test('version 1.1 lists public and own images with their properties', async ({ send }) => {
  const { json: made } = await send('POST', '/v2/images', { name: 'legacy', my_note: 'kept' });
  const { status, json } = await send('GET', '/v1.1/images/detail');
  expect(status).toBe(200);
  const own = json.images.find(({ id }: { id: string }) => id === made.id);
  expect(own).toMatchObject({ name: 'legacy', deleted: false, deleted_at: null, is_public: false });
  expect(own.properties.my_note).toBe('kept');
  expect(own.created_at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}$/);
  expect(json.images.some(({ is_public }: { is_public: boolean }) => is_public)).toBe(true);
});

test('version 1.1 filters by size and by the time of change', async ({ send }) => {
  const names = async (query: string) =>
    (await send('GET', `/v1.1/images/detail?${query}`)).json.images.map(({ name }: { name: string }) => name);
  expect(await names('changes-since=2024-05-01T00:00:00')).toContain('Windows Server 2019 Standard 64bit');
  expect(await names('changes-since=2024-05-01T00:00:00')).not.toContain('CentOS 7.3 64bit');
  expect(await names('changes-since=2024-05-01T00:00:00%2B00:00')).not.toContain('CentOS 7.3 64bit');
  expect(await names('size_min=999999999999999')).toEqual([]);
  expect((await send('GET', '/v1.1/images/detail?size_min=big')).status).toBe(400);
});

test('version 1 puts an image into headers', async ({ send }) => {
  const { json: made } = await send('POST', '/v2/images', { name: '镜像', my_note: 'a\nb' });
  const { status, headers, text } = await send('HEAD', `/v1/images/${made.id}`);
  expect(status).toBe(200);
  expect(text).toBe('');
  expect(headers.get('x-image-meta-id')).toBe(made.id);
  expect(Buffer.from(headers.get('x-image-meta-name') ?? '', 'latin1').toString('utf8')).toBe('镜像');
  expect(headers.get('x-image-meta-is_public')).toBe('False');
  expect(headers.get('x-image-meta-property-my_note')).toBe('a b');
  expect((await send('HEAD', '/v1/images/none')).status).toBe(404);
});

test('version 1.1 deletes as version 2 does', async ({ send }) => {
  const { json: made } = await send('POST', '/v2/images', { name: 'to go', protected: true });
  expect((await send('DELETE', `/v1.1/images/${made.id}`)).status).toBe(403);
  await send('PATCH', `/v2/cloudimages/${made.id}`, [{ op: 'replace', path: '/protected', value: false }]);
  const { json: other } = await send('POST', '/v2/images', { name: 'to go too' });
  expect((await send('DELETE', `/v1.1/images/${other.id}`)).status).toBe(204);
  expect((await send('GET', `/v2/images/${other.id}`)).status).toBe(404);
  expect((await send('DELETE', `/v1.1/images/${other.id}`)).status).toBe(404);
});

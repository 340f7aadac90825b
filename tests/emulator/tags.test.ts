import { expect, test } from '@playwright/test';
import { openStage, queuedImage, type Reply, type Stage } from './caller.js';

let stage: Stage;
let id: string;
test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(() => stage.emulator.close());
test.beforeEach(async () => {
  id = await queuedImage(stage.main);
});

const add = (key: unknown, value: unknown): Promise<Reply> =>
  stage.main.call('POST', `/v2/{p}/images/${id}/tags`, { tag: { key, value } });
const batch = (action: unknown, tags: unknown): Promise<Reply> =>
  stage.main.call('POST', `/v2/{p}/images/${id}/tags/action`, { action, tags });
const list = async (): Promise<unknown> => (await stage.main.call('GET', `/v2/{p}/images/${id}/tags`)).body.tags;
const numbered = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `k${index}`, value: 'v' }));
const code = ({ status, body }: Reply): string => `${status} ${body?.error?.code}`;
const none = '00000000-0000-4000-8000-000000000000';

test('an added tag is listed, and the answer is 204', async () => {
  expect(await add('环境', 'a.b_c-1')).toMatchObject({ status: 204, body: '' });
  expect(await list()).toEqual([{ key: '环境', value: 'a.b_c-1' }]);
});

test('keys of 36 and values of 43 characters fit, longer ones do not', async () => {
  expect((await add('中'.repeat(36), '文'.repeat(43))).status).toBe(204);
  expect((await add('\u{20000}'.repeat(36), '')).status).toBe(204);
  expect(code(await add('k'.repeat(37), ''))).toBe('400 IMG.0115');
  expect(code(await add('k', 'v'.repeat(44)))).toBe('400 IMG.0115');
});

for (const key of ['', '  ', 'a.b', 'a=b', 'a b', 'ä', '😀']) {
  test(`the key ${JSON.stringify(key)} is refused`, async () => expect(code(await add(key, ''))).toBe('400 IMG.0115'));
}

for (const tag of [{ key: 'k' }, { key: 'k', value: null }, { key: 1, value: '' }, { value: '' }, [], 'k.v', null]) {
  test(`the tag ${JSON.stringify(tag)} is malformed`, async () => {
    expect(code(await stage.main.call('POST', `/v2/{p}/images/${id}/tags`, { tag }))).toBe('400 IMG.0001');
  });
}

test('ten tags fit, an eleventh does not, updates still do', async () => {
  expect((await batch('create', numbered(10))).status).toBe(204);
  expect(code(await add('new', ''))).toBe('400 IMG.0116');
  expect((await add('k3', 'other')).status).toBe(204);
  expect(
    code(
      await batch('create', [
        { key: 'k1', value: 'changed' },
        { key: 'x', value: '' },
      ]),
    ),
  ).toBe('400 IMG.0116');
  expect(await list()).toEqual(numbered(10).map((tag) => (tag.key === 'k3' ? { key: 'k3', value: 'other' } : tag)));
});

test('a key twice in a batch is refused', async () => {
  const twice = [
    { key: 'k', value: '1' },
    { key: 'k', value: '2' },
  ];
  expect(code(await batch('create', twice))).toBe('400 IMG.0115');
  expect(code(await batch('delete', twice))).toBe('400 IMG.0115');
  expect(code(await batch('Create', []))).toBe('400 IMG.0105');
});

test('a batch deletion forgives absent keys and odd characters, not length', async () => {
  await add('k', 'v');
  expect((await batch('delete', [{ key: 'k', value: 'other' }, { key: 'ä=b'.padEnd(127, 'x') }])).status).toBe(204);
  expect(await list()).toEqual([]);
  expect(code(await batch('delete', [{ key: 'x'.repeat(128) }]))).toBe('400 IMG.0115');
  expect(code(await batch('delete', [{ key: 'x', value: 'v'.repeat(256) }]))).toBe('400 IMG.0115');
});

test('the deletion with a body takes the named tags', async () => {
  await batch('create', numbered(3));
  const path = `/v1/{p}/cloudimages/${id}/tags/delete`;
  expect((await stage.main.call('DELETE', path, { tags: [{ key: 'k0' }, { key: 'none' }] })).status).toBe(204);
  expect(await list()).toEqual(numbered(3).slice(1));
});

test('a single deletion of an absent key answers 404', async () => {
  await add('key', 'v');
  const path = (key: string): string => `/v2/{p}/images/${id}/tags/${encodeURIComponent(key)}`;
  expect((await stage.main.call('DELETE', path('ke'))).status).toBe(404);
  expect((await stage.main.call('DELETE', path('Key'))).status).toBe(404);
  expect((await stage.main.call('DELETE', path('key'))).status).toBe(204);
  expect((await stage.main.call('DELETE', path('key'))).status).toBe(404);
  expect((await stage.main.call('DELETE', path(`ä/${'x'.repeat(300)}`))).status).toBe(404);
});

test('a tag string is divided at its first dot', async () => {
  const put = (body: object): Promise<Reply> =>
    stage.main.call('PUT', '/v1/cloudimages/tags', { image_id: id, ...body });
  expect((await put({ tag: 'a.b.c' })).status).toBe(204);
  expect((await put({ tag: 'plain' })).status).toBe(204);
  expect((await put({ image_tag: { key: 'pair', value: 'x' } })).status).toBe(204);
  expect(code(await put({ tag: 'a.b', image_tag: { key: 'c', value: 'd' } }))).toBe('400 IMG.0001');
  expect(code(await put({ tag: '.b' }))).toBe('400 IMG.0115');
  expect(code(await put({}))).toBe('400 IMG.0001');
  expect((await stage.main.call('GET', `/v2/images/${id}`)).body.tags).toEqual(['a=b.c', 'plain', 'pair=x']);
});

test('a native tag is a key without a value', async () => {
  const path = (tag: string): string => `/v2/images/${id}/tags/${encodeURIComponent(tag)}`;
  expect((await stage.main.call('PUT', path('x'.repeat(255)))).status).toBe(204);
  expect((await stage.main.call('PUT', path('x'.repeat(256)))).status).toBe(400);
  expect((await stage.main.call('PUT', path('a=b'))).status).toBe(400);
  expect(await list()).toEqual([{ key: 'x'.repeat(255), value: '' }]);
  expect((await stage.main.call('DELETE', path('x'.repeat(255)))).status).toBe(204);
  expect((await stage.main.call('DELETE', path('x'.repeat(255)))).status).toBe(404);
});

test('images of others, and of nobody, cannot be tagged', async () => {
  for (const caller of [stage.main, stage.member]) {
    const image = caller === stage.main ? none : id;
    expect((await caller.call('POST', `/v2/{p}/images/${image}/tags`, { tag: { key: 'k', value: '' } })).status).toBe(
      404,
    );
    expect((await caller.call('GET', `/v2/{p}/images/${image}/tags`)).status).toBe(404);
    expect((await caller.call('PUT', `/v2/images/${image}/tags/k`)).status).toBe(404);
  }
  expect(await list()).toEqual([]);
});

test('parallel additions all arrive', async () => {
  await Promise.all(numbered(10).map(({ key, value }) => add(key, value)));
  expect(await list()).toHaveLength(10);
});

test('a body that is no JSON is refused', async () => {
  expect(code(await stage.main.call('POST', `/v2/{p}/images/${id}/tags`, '{"tag":'))).toBe('400 IMG.0001');
});

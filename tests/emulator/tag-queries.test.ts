import { expect, test } from '@playwright/test';
import { openStage, queuedImage, type Reply, type Stage } from './caller.js';

let stage: Stage;
const ids: Record<string, string> = {};
const seeds = { both: ['a=1', 'b=1'], one: ['a=1'], two: ['a=2', 'c'], bare: [] };
test.beforeAll(async () => {
  stage = await openStage();
  for (const [name, tags] of Object.entries(seeds)) ids[name] = await queuedImage(stage.main, { name, tags });
  await queuedImage(stage.member, { name: 'foreign', tags: ['a=1', 'secret=x'] });
});
test.afterAll(() => stage.emulator.close());

const query = (body: object): Promise<Reply> =>
  stage.main.call('POST', '/v2/{p}/images/resource_instances/action', body);
const found = async (conditions: object): Promise<string[]> => {
  const { body } = await query({ action: 'filter', ...conditions });
  const { body: counted } = await query({ action: 'count', ...conditions });
  expect(counted).toEqual({ total_count: body.total_count });
  return body.resources.map((image: { resource_name: string }) => image.resource_name).sort();
};
const one = (key: string, ...values: string[]) => [{ key, values }];
const pair = [...one('a', '1'), ...one('b', '1')];

test('tags asks for all, tags_any for one', async () => {
  expect(await found({ tags: pair })).toEqual(['both']);
  expect(await found({ tags_any: pair })).toEqual(['both', 'one']);
  expect(await found({ tags: one('a', '1', '2') })).toEqual(['both', 'one', 'two']);
  expect(await found({ tags: one('a') })).toEqual(['both', 'one', 'two']);
});

test('not_tags leaves out all, not_tags_any any', async () => {
  expect(await found({ not_tags: pair })).toEqual(['bare', 'one', 'two']);
  expect(await found({ not_tags_any: pair })).toEqual(['bare', 'two']);
});

test('conditions hold together', async () => {
  expect(await found({ tags: one('a'), not_tags: one('b') })).toEqual(['one', 'two']);
  expect(await found({ tags: one('a'), matches: [{ key: 'resource_name', value: 'o' }] })).toEqual([
    'both',
    'one',
    'two',
  ]);
  expect(await found({ matches: [{ key: 'resource_id', value: ids.one }] })).toEqual(['one']);
  expect(await found({ without_any_tag: true, tags: one('a') })).toEqual(['bare']);
});

test('pages join to the whole, and the total stays', async () => {
  const whole = (await query({ action: 'filter' })).body.resources;
  const pages = [];
  for (const offset of ['0', '1', '2', '3', '4']) {
    const { body } = await query({ action: 'filter', limit: '1', offset });
    expect(body.total_count).toBe(4);
    pages.push(...body.resources);
  }
  expect(pages).toEqual(whole);
});

const wrong = [
  {},
  { action: 'Filter' },
  { action: 'filter', limit: '0' },
  { action: 'filter', limit: '1001' },
  { action: 'filter', limit: 5 },
  { action: 'filter', offset: '-1' },
  { action: 'filter', tags: [] },
  { action: 'filter', tags: one('') },
  { action: 'filter', tags: one('k'.repeat(128)) },
  { action: 'filter', tags: one('k', 'v'.repeat(256)) },
  { action: 'filter', tags: one('k', 'v', 'v') },
  { action: 'filter', tags_any: [...one('k'), ...one('k')] },
  { action: 'count', not_tags: Array.from({ length: 11 }, (_, index) => ({ key: `k${index}`, values: [] })) },
  { action: 'count', not_tags_any: one('k', ...'abcdefghijk') },
  { action: 'count', matches: [] },
  { action: 'count', matches: [{ key: 'name', value: 'x' }] },
  { action: 'count', matches: [{ key: 'resource_name', value: 'x'.repeat(256) }] },
  { action: 'count', without_any_tag: 'true' },
];
for (const body of wrong) {
  test(`the query ${JSON.stringify(body).slice(0, 90)} is refused`, async () =>
    expect((await query(body)).status).toBe(400));
}

test("a project's tags are each key with all its values", async () => {
  const { body } = await stage.main.call('GET', '/v2/{p}/images/tags');
  const sorted = body.tags.map(({ key, values }: { key: string; values: string[] }) => [key, values.sort()]).sort();
  expect(sorted).toEqual([
    ['a', ['1', '2']],
    ['b', ['1']],
    ['c', ['']],
  ]);
});

test('listed tags follow the filters of the image list', async () => {
  const tags = async (filter: string): Promise<string[]> =>
    (await stage.main.call('GET', `/v1/cloudimages/tags${filter}`)).body.tags;
  expect((await tags('')).sort()).toEqual(['a=1', 'a=2', 'b=1', 'c']);
  expect(await tags(`?id=${ids.two}`)).toEqual(['a=2', 'c']);
  expect(await tags('?name=one')).toEqual(['a=1']);
  expect(await tags('?name=two&limit=1&page=2')).toEqual(['c']);
});

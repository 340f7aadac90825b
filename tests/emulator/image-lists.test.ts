import { expect, test } from '@playwright/test';
import { activeImage, openStage, queuedImage, type Reply, type Stage } from './caller.js';

let stage: Stage;
const ids: string[] = [];
test.beforeAll(async () => {
  stage = await openStage();
  ids.push(await queuedImage(stage.main, { name: 'b', min_disk: 50, tags: ['t=1'] }));
  stage.emulator.world.clock.advance(5);
  ids.push(await queuedImage(stage.main, { name: 'a', protected: true, min_disk: 60 }));
  stage.emulator.world.clock.advance(5);
  ids.push(await activeImage(stage, { name: 'c', architecture: 'arm', tags: ['t'] }));
  await queuedImage(stage.member, { name: 'b' });
});
test.afterAll(() => stage.emulator.close());

const list = (query: string): Promise<Reply> => stage.main.call('GET', `/v2/cloudimages?${query}`);
const names = async (query: string): Promise<string> =>
  (await list(`owner=${stage.main.projectId}&${query}`)).body.images.map(({ name }: { name: string }) => name).join('');

const filters: [string, string][] = [
  ['', 'cab'],
  ['name=b', 'b'],
  ['status=queued', 'ab'],
  ['protected=True', 'a'],
  ['protected=false', 'cb'],
  ['min_disk=50', 'b'],
  ['tag=t=1', 'b'],
  ['tag=t', 'c'],
  ['architecture=arm', 'c'],
  ['__support_kvm=TRUE', 'c'],
  ['__imagetype=private&visibility=private', 'cab'],
  ['__imagetype=gold', ''],
  ['disk_format=zvhd2', 'c'],
  ['enterprise_project_id=0', 'cab'],
  ['enterprise_project_id=all_granted_eps', 'cab'],
  ['__isregistered=false', ''],
  ['size_min=5&anything=x', 'cab'],
  ['sort_key=name&sort_dir=asc', 'abc'],
  ['sort_key=name', 'cba'],
  ['sort_dir=asc', 'bac'],
  ['sort_key=status&sort_dir=asc', 'cab'],
  ['limit=2', 'ca'],
];
for (const [query, expected] of filters) {
  test(`the list with "${query}" is "${expected}"`, async () => expect(await names(query)).toBe(expected));
}

test('all six operators of time hold', async () => {
  const { created_at: at } = (await list(`id=${ids[1]}`)).body.images[0];
  const spans: [string, string][] = [
    ['gt', 'c'],
    ['gte', 'ca'],
    ['lt', 'b'],
    ['lte', 'ab'],
    ['eq', 'a'],
    ['neq', 'cb'],
  ];
  for (const [operator, expected] of spans) {
    expect(await names(`created_at=${operator}:${at}`)).toBe(expected);
    expect(await names(`created_at=${operator}:${at.replace('T', ' ').replace('Z', '')}`)).toBe(expected);
  }
});

for (const query of [
  'limit=0',
  'limit=x',
  'sort_key=color',
  'sort_dir=up',
  'created_at=2024',
  'min_ram=x',
  'marker=x',
]) {
  test(`the list with "${query}" is refused`, async () => expect((await list(query)).status).toBe(400));
}

for (const sort of ['', '&sort_key=name&sort_dir=asc', '&sort_key=disk_format']) {
  test(`pages join to the whole and end empty ${sort}`, async () => {
    const { images: whole } = (await list(sort)).body;
    const joined: { id: string }[] = [];
    for (let marker = ''; ; marker = `&marker=${joined.at(-1)?.id}`) {
      const { images } = (await list(`limit=2${marker}${sort}`)).body;
      if (images.length === 0) break;
      joined.push(...images);
    }
    expect(joined).toEqual(whole);
  });
}

test('a marker that was deleted meanwhile still leads on', async () => {
  const gone = await queuedImage(stage.main, { name: 'd' });
  await stage.main.call('DELETE', `/v2/images/${gone}`);
  expect(await names(`marker=${gone}`)).toBe('cab');
});

test('the native list gives 25 images and links', async () => {
  const { body } = await stage.main.call('GET', '/v2/images?limit=3');
  expect(body).toMatchObject({ first: '/v2/images?limit=3', schema: '/v2/schemas/images' });
  const { body: next } = await stage.main.call('GET', body.next);
  expect(next.images[0].id).not.toBe(body.images[0].id);
});

test('the loose list finds parts of names', async () => {
  const { body } = await stage.main.call('GET', '/v1/cloudimages/fuzzy?name=cent');
  expect(body.images).toMatchObject([{ name: 'CentOS 7.3 64bit' }]);
});

import { expect, test } from '@playwright/test';
import { startEmulator } from '../../fixtures/emulator/index.js';
import { endOf, openStage, type Stage } from './caller.js';
import { officialHeaders } from './signed-request.js';

let stage: Stage;
test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(() => stage.emulator.close());

const there = () => {
  const { otherRegion } = stage.emulator.configuration();
  if (!otherRegion) throw new Error('The seed has one region only.');
  return otherRegion;
};

test('the catalog names the image services of both regions', async () => {
  const { endpoint } = stage.emulator;
  const urls = async (who: Stage['main']) => {
    const { body } = await who.call('GET', '/v3/auth/catalog');
    const image = body.catalog.find(({ type }: { type: string }) => type === 'image');
    return image.endpoints.map(({ region, url }: { region: string; url: string }) => [region, url]);
  };
  const [here, other] = [
    ['emulator-1', endpoint],
    ['emulator-2', there().endpoint],
  ];
  expect(await urls(stage.main)).toEqual([here, other]);
  expect(await urls(stage.elsewhere)).toEqual([other, here]);
});

test('a region lists its name and its projects', async () => {
  const { projectId, projectName } = there();
  const { regions } = (await stage.main.call('GET', '/v3/regions')).body;
  expect(regions.map(({ id }: { id: string }) => id)).toEqual(['emulator-1', 'emulator-2']);
  expect((await stage.main.call('GET', '/v3/regions/emulator-2')).body.region.id).toBe('emulator-2');
  for (const name of ['emulator-2', projectName]) {
    const { projects } = (await stage.main.call('GET', `/v3/projects?name=${name}`)).body;
    expect(projects.map(({ id }: { id: string }) => id)).toEqual([projectId]);
  }
});

test('a token is for the region of its project', async () => {
  const { token } = stage.emulator.configuration().auth;
  const read = (endpoint: string, value: string) =>
    fetch(`${endpoint}/v2/cloudimages`, { headers: { 'X-Auth-Token': value } });
  expect((await read(there().endpoint, there().token)).status).toBe(200);
  expect((await read(there().endpoint, token)).status).toBe(401);
  expect((await read(stage.emulator.endpoint, there().token)).status).toBe(401);
});

test('a token is asked for by the name of a region', async () => {
  const password = { user: { name: 'ims-main', password: 'ims-main-password' } };
  const identity = { methods: ['password'], password };
  const project = async (auth: object) =>
    (await stage.elsewhere.call('POST', '/v3/auth/tokens', { auth })).body.token.project.id;
  expect(await project({ identity, scope: { project: { name: 'emulator-1' } } })).toBe(stage.main.projectId);
  expect(await project({ identity, scope: { project: { name: 'emulator-2' } } })).toBe(there().projectId);
  expect(await project({ identity })).toBe(there().projectId);
});

test('one access key serves both regions', async () => {
  const { auth } = stage.emulator.configuration();
  const request = { method: 'POST', url: `${there().endpoint}/v2/images`, body: { name: 'signed' } };
  const headers = officialHeaders(request, auth);
  const created = await fetch(request.url, { method: 'POST', headers, body: JSON.stringify(request.body) });
  expect(created.status).toBe(201);
  expect(((await created.json()) as { owner: string }).owner).toBe(there().projectId);
});

test('a region shows its own images alone', async () => {
  const { main, elsewhere } = stage;
  const { id } = (await main.call('POST', '/v2/images', { name: 'here' })).body;
  expect((await main.call('GET', `/v2/images/${id}`)).status).toBe(200);
  expect((await elsewhere.call('GET', `/v2/images/${id}`)).status).toBe(404);
  const gold = async ({ call }: Stage['main']): Promise<string[]> =>
    (await call('GET', '/v2/cloudimages?__imagetype=gold')).body.images.map((image: { id: string }) => image.id);
  const [here, far] = [await gold(main), await gold(elsewhere)];
  expect([here.length, far.length, here.filter((each) => far.includes(each))]).toEqual([6, 1, []]);
  expect((await elsewhere.call('GET', `/v2/images/${here[0]}`)).status).toBe(404);
  expect((await elsewhere.call('GET', `/v2/cloudimages?id=${here[0]}`)).body.images).toEqual([]);
});

test('what lies in a region is no use in another', async () => {
  const { main, elsewhere, objects } = stage;
  const { id } = (await main.call('POST', '/v2/images', { name: 'shared' })).body;
  const shared = await main.call('POST', `/v2/images/${id}/members`, { member: elsewhere.projectId });
  expect(shared.status).toBeGreaterThanOrEqual(400);
  const wish = { name: 'import', image_url: objects.qcow2, min_disk: 40 };
  const { body } = await elsewhere.call('POST', '/v2/cloudimages/action', wish);
  const code = body.error?.code ?? (await endOf(elsewhere, body.job_id)).error_code;
  expect(code).toBe('IMG.0058');
});

test('a region that is seeded later gets an endpoint', async () => {
  const emulator = await startEmulator({ seedData: { replace: true, projects: [{ name: 'only' }] } });
  expect(emulator.world.endpoints).toHaveLength(1);
  const projects = [{ name: 'new', region: 'far-1' }];
  const body = JSON.stringify({ otherRegions: ['far-1'], projects });
  const answer = await fetch(`${emulator.endpoint}/_emulator/seed`, { method: 'POST', body });
  const { otherRegions } = (await answer.json()) as { otherRegions: { name: string; endpoint: string }[] };
  expect(otherRegions).toMatchObject([{ name: 'far-1' }]);
  expect((await fetch(`${otherRegions[0]?.endpoint}/_emulator/health`)).status).toBe(200);
  await emulator.close();
});

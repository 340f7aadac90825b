import { createRequire } from 'node:module';
import { expect, test } from './client-test.js';
import { lifeUnderLoad } from './load-life.js';
import { runProgram } from './run-program.js';

const autocannon = createRequire(import.meta.url).resolve('autocannon');

test('A load generator takes images through their lives', async ({ emulator }) => {
  emulator.world.jobs.jobSeconds = 0;
  const generate = createRequire(import.meta.url)('autocannon') as (options: object) => Promise<object>;
  const requests = lifeUnderLoad(emulator);
  const [connections, lives] = [10, 20];
  const amount = connections * lives * requests.length;
  const ended = await generate({ url: emulator.endpoint, connections, amount, requests });
  expect(ended).toMatchObject({ errors: 0, timeouts: 0, resets: 0, non2xx: 0, '2xx': amount });
  const { images, buckets } = emulator.world;
  expect(images.ownedBy(emulator.configuration().auth.projectId)).toEqual([]);
  expect(buckets.get('ims-exports')?.objects.size).toBe(connections * lives);
});

test('A load generator gets every tag that it writes accepted', async ({ emulator }) => {
  const { endpoint, configuration, world } = emulator;
  const { token, projectId } = configuration().auth;
  const headers = { 'X-Auth-Token': token, 'Content-Type': 'application/json' };
  const made = await fetch(`${endpoint}/v2/images`, { method: 'POST', headers, body: '{"name":"tagged"}' });
  const { id } = (await made.json()) as { id: string };
  const body = JSON.stringify({ tag: { key: 'purpose', value: 'load' } });
  const fields = Object.entries(headers).flatMap(([name, value]) => ['--headers', `${name}=${value}`]);
  const args = [autocannon, '--json', '--connections', '50', '--amount', '3000', '--method', 'POST', '--body', body];
  const url = `${endpoint}/v2/${projectId}/images/${id}/tags`;
  const { stdout } = await runProgram(process.execPath, [...args, ...fields, url], {}, 'npm ci');
  expect(JSON.parse(stdout)).toMatchObject({ errors: 0, timeouts: 0, non2xx: 0, '2xx': 3000 });
  expect(world.images.get(id)?.tags).toEqual(new Map([['purpose', 'load']]));
});

for (const [what, path] of [
  ['lists', '/v2/cloudimages?limit=5'],
  ['versions', '/v3'],
] as const) {
  test(`A load generator gets every one of its ${what} answered`, async ({ emulator }) => {
    const header = `X-Auth-Token=${emulator.configuration().auth.token}`;
    const args = [autocannon, '--json', '--connections', '50', '--amount', '3000', '--headers', header];
    const { stdout } = await runProgram(process.execPath, [...args, emulator.endpoint + path], {}, 'npm ci');
    expect(JSON.parse(stdout)).toMatchObject({ errors: 0, timeouts: 0, non2xx: 0, '2xx': 3000 });
  });
}

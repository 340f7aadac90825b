import { expect, test } from '@playwright/test';
import { temporaryFolder } from '../temporary-folder.js';
import { activeImage, openStage, type Stage } from './caller.js';
import { serve } from './killed-server.js';

const identity = {
  methods: ['password'],
  password: { user: { name: 'ims-main', password: 'ims-main-password' } },
};

/** A token of the project that lies in the region of that endpoint. */
async function enter(endpoint: string): Promise<string> {
  const body = JSON.stringify({ auth: { identity } });
  const answer = await fetch(`${endpoint}/v3/auth/tokens`, { method: 'POST', body });
  return answer.headers.get('x-subject-token') ?? '';
}

/** Where the second region of an emulator is. */
async function otherEndpoint(endpoint: string): Promise<string> {
  const state = (await (await fetch(`${endpoint}/_emulator/state`)).json()) as { otherRegions: { endpoint: string }[] };
  return state.otherRegions[0]?.endpoint ?? '';
}

async function send(method: string, url: string, token: string, body?: object): Promise<Record<string, unknown>> {
  const headers = { 'X-Auth-Token': token, 'Content-Type': 'application/json' };
  const answer = await fetch(url, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  return (await answer.json()) as Record<string, unknown>;
}

const names = ({ images }: Record<string, unknown>) =>
  (images as { name: string; status: string }[]).map(({ name, status }) => `${name} ${status}`).sort();

test('What is in the second region outlives a kill', async () => {
  const folder = temporaryFolder();
  const server = await serve(folder, '--job-seconds', '0');
  const far = await otherEndpoint(server.endpoint);
  const [here, there] = [await enter(server.endpoint), await enter(far)];
  const wish = { name: 'source', image_url: 'ims-images:cirros.qcow2', min_disk: 40 };
  const { job_id } = await send('POST', `${server.endpoint}/v2/cloudimages/action`, here, wish);
  const job = await send('GET', `${server.endpoint}/v1/cloudimages/job/${job_id}`, here);
  const { image_id } = job.entities as { image_id: string };
  const target = { region: 'emulator-2', project_name: 'emulator-2', agency_name: 'ims_copy_agency' };
  const path = `${server.endpoint}/v1/cloudimages/${image_id}/cross_region_copy`;
  await send('POST', path, here, { name: 'copied', ...target });
  await send('POST', `${far}/v2/images`, there, { name: 'made there', __isregistered: 'true' });
  const listed = async (endpoint: string) =>
    names(await send('GET', `${endpoint}/v2/cloudimages?__imagetype=private`, there));
  expect(await listed(far)).toEqual(['copied active', 'made there queued']);
  await server.kill();
  const again = await serve(folder);
  expect(await listed(await otherEndpoint(again.endpoint))).toEqual(['copied active', 'made there queued']);
  await again.stop();
});

test('A snapshot holds both regions, and a reset empties both', async () => {
  const stage: Stage = await openStage({ jobSeconds: 0 });
  const { main, elsewhere } = stage;
  const target = { region: 'emulator-2', project_name: 'emulator-2', agency_name: 'ims_copy_agency' };
  await main.call('POST', `/v1/cloudimages/${await activeImage(stage)}/cross_region_copy`, { name: 'far', ...target });
  const listed = async () => names((await elsewhere.call('GET', '/v2/cloudimages?__imagetype=private')).body);
  expect(await listed()).toEqual(['far active']);
  const snapshot = await fetch(`${stage.emulator.endpoint}/_emulator/snapshot?settle=true`);
  const body = Buffer.from(await snapshot.arrayBuffer());
  await main.call('POST', '/_emulator/reset');
  expect(await listed()).toEqual([]);
  await fetch(`${stage.emulator.endpoint}/_emulator/snapshot`, { method: 'PUT', body });
  expect(await listed()).toEqual(['far active']);
  await stage.emulator.close();
});

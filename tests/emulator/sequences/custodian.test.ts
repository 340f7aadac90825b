import { officialHeaders } from '../signed-request.js';
import { expect, test } from './sequence-test.js';

test('Old images are found by their owner and deleted with an empty object', async ({ steps, stage }) => {
  const { finished, listed } = steps;
  const { projectId, ...pair } = stage.emulator.configuration().auth;
  const source = { name: 'old', image_url: stage.objects.qcow2, min_disk: 40 };
  const { image_id } = (await finished('POST', '/v2/cloudimages/action', source)).entities;
  const send = async (method: string, path: string, body?: object): Promise<Response> => {
    const url = stage.emulator.endpoint + path;
    const headers = { 'X-Project-Id': projectId, Accept: '*/*' };
    const signed = officialHeaders({ method, url, headers, ...(body ? { body } : {}) }, pair);
    return fetch(url, { method, headers: signed, ...(body ? { body: JSON.stringify(body) } : {}) });
  };
  const page = async (marker: string): Promise<string[]> => {
    const answer = await send('GET', `/v2/cloudimages?limit=100&owner=${projectId}${marker}`);
    return ((await answer.json()) as { images: { id: string }[] }).images.map(({ id }) => id);
  };
  const ids = await page('');
  expect(ids).toContain(image_id);
  expect(await page(`&marker=${ids.at(-1)}`)).toEqual([]);
  const deleted = await send('DELETE', `/v2/images/${image_id}`, {});
  expect([deleted.status, await deleted.text()]).toEqual([204, '']);
  expect(deleted.headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/);
  await expect.poll(() => listed(image_id)).toBeUndefined();
});

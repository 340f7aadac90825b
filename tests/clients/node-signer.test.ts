import { setTimeout as sleep } from 'node:timers/promises';
import { officialHeaders } from '../emulator/signed-request.js';
import { expect, test } from './client-test.js';

test('Requests of the official Node signer go through the life of an image', async ({ emulator }) => {
  const { auth, member } = emulator.configuration();
  if (!member) throw new Error('The seed has one project only.');
  const { projectId } = auth;
  const call = async (
    method: string,
    path: string,
    body?: object,
    pair = auth,
    // biome-ignore lint/suspicious/noExplicitAny: bodies of every shape
  ): Promise<{ status: number; json: any }> => {
    const url = emulator.endpoint + path;
    const headers = officialHeaders({ method, url, ...(body ? { body } : {}) }, pair) as Record<string, string>;
    const answer = await fetch(url, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    return { status: answer.status, json: await answer.json().catch(() => undefined) };
  };
  const finished = async (job: string, who = auth): Promise<string> => {
    for (;;) {
      const { status, entities } = (await call('GET', `/v1/${who.projectId}/jobs/${job}`, undefined, who)).json;
      if (status === 'SUCCESS') return entities.image_id;
      expect(['INIT', 'RUNNING']).toContain(status);
      await sleep(50);
    }
  };
  const file = { name: 'signed', image_url: 'ims-images:cirros.qcow2', min_disk: 40 };
  const id = await finished((await call('POST', '/v2/cloudimages/action', file)).json.job_id);
  expect((await call('GET', `/v2/cloudimages?id=${id}`)).json.images).toMatchObject([{ status: 'active' }]);
  const tag = { action: 'create', tags: [{ key: 'k', value: 'v' }] };
  expect((await call('POST', `/v2/${projectId}/images/${id}/tags/action`, tag)).status).toBe(204);
  const share = { images: [id], projects: [member.projectId] };
  await finished((await call('POST', '/v1/cloudimages/members', share)).json.job_id);
  const decision = { images: [id], project_id: member.projectId, status: 'accepted' };
  await finished((await call('PUT', '/v1/cloudimages/members', decision, member)).json.job_id, member);
  expect((await call('GET', `/v2/images/${id}`, undefined, member)).json).toMatchObject({ member_status: 'accepted' });
  await finished((await call('DELETE', '/v1/cloudimages/members', share)).json.job_id);
  expect((await call('GET', `/v2/images/${id}`, undefined, member)).status).toBe(404);
  const copy = await finished((await call('POST', `/v1/cloudimages/${id}/copy`, { name: 'copied' })).json.job_id);
  const target = { bucket_url: 'ims-exports:signed.vmdk', file_format: 'vmdk' };
  expect(await finished((await call('POST', `/v1/cloudimages/${id}/file`, target)).json.job_id)).toBe(id);
  expect(emulator.world.buckets.get('ims-exports')?.objects.get('signed.vmdk')?.data.toString('latin1', 0, 4)).toBe(
    'KDMV',
  );
  for (const image of [copy, id]) expect((await call('DELETE', `/v2/images/${image}`)).status).toBe(204);
  expect((await call('GET', `/v2/cloudimages?id=${id}`)).json).toEqual({ images: [] });
});

import { expect, test } from '@playwright/test';
import { activeImage, endOf, openStage, type Stage } from './caller.js';

let stage: Stage;
test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(() => stage.emulator.close());

test('what two projects share is nothing to a third', async () => {
  const { main, member, third } = stage;
  const id = await activeImage(stage);
  const shared = await main.call('POST', `/v2/images/${id}/members`, { member: member.projectId });
  expect(shared.status).toBe(200);
  expect((await member.call('GET', `/v2/images/${id}`)).status).toBe(200);
  expect((await third.call('GET', `/v2/images/${id}`)).status).toBe(404);
  expect((await third.call('GET', `/v2/cloudimages?id=${id}`)).body).toEqual({ images: [] });
  const own = { images: [id], project_id: third.projectId, status: 'accepted' };
  const started = await third.call('PUT', '/v1/cloudimages/members', own);
  if (started.status === 200) expect(await endOf(third, started.body.job_id)).toMatchObject({ status: 'FAIL' });
  else expect(started.status).toBe(400);
  expect((await third.call('GET', `/v2/images/${id}`)).status).toBe(404);
});

test('one image is shared with two projects, which decide apart', async () => {
  const { main, member, third } = stage;
  const id = await activeImage(stage);
  const shared = { images: [id], projects: [member.projectId, third.projectId] };
  const { body } = await main.call('POST', '/v1/cloudimages/members', shared);
  expect(await endOf(main, body.job_id)).toMatchObject({ status: 'SUCCESS' });
  const decide = (who: typeof main, status: string) =>
    who.call('PUT', `/v2/images/${id}/members/${who.projectId}`, { status });
  expect((await decide(member, 'accepted')).status).toBe(200);
  expect((await decide(third, 'rejected')).status).toBe(200);
  expect((await member.call('GET', `/v2/cloudimages?id=${id}`)).body.images).toHaveLength(1);
  expect((await third.call('GET', `/v2/cloudimages?id=${id}`)).body.images).toHaveLength(0);
});

test('the third logs in with its name', async () => {
  const password = { user: { name: 'ims-third', password: 'ims-third-password' } };
  const auth = { identity: { methods: ['password'], password } };
  const body = JSON.stringify({ auth });
  const answer = await fetch(`${stage.emulator.endpoint}/v3/auth/tokens`, { method: 'POST', body });
  expect(answer.status).toBe(201);
  expect(((await answer.json()) as { token: object }).token).toMatchObject({ project: { id: stage.third.projectId } });
});

import { expect, test } from '@playwright/test';
import { activeImage, type Caller, endOf, openStage, queuedImage, type Reply, type Stage } from './caller.js';

let stage: Stage;
let receivers: string[];
test.beforeAll(async () => {
  stage = await openStage();
  receivers = stage.emulator.configuration().provided.receivers ?? [];
});
test.afterAll(() => stage.emulator.close());

const batch = (method: string, body: object, who: Caller = stage.main): Promise<Reply> =>
  who.call(method, '/v1/cloudimages/members', body);
const ended = async (reply: Reply, who: Caller = stage.main): Promise<Reply['body']> =>
  endOf(who, reply.body.job_id as string);
const code = ({ status, body }: Reply): string => `${status} ${body?.error?.code}`;
const members = async (id: string): Promise<Record<string, string>> => {
  const { body } = await stage.main.call('GET', `/v2/images/${id}/members`);
  const shown = body.members as { member_id: string; status: string }[];
  return Object.fromEntries(shown.map(({ member_id, status }) => [member_id, status]));
};
const listed = async (id: string, query = ''): Promise<boolean> =>
  (await stage.member.call('GET', `/v2/cloudimages?id=${id}${query}`)).body.images.length === 1;

test('the batch calls share, accept, reject and take back', async () => {
  const images = [await activeImage(stage), await activeImage(stage)];
  const [id = ''] = images;
  const [other = ''] = receivers;
  const projects = [stage.member.projectId, other];
  const added = await ended(await batch('POST', { images, projects }));
  expect(added).toMatchObject({ status: 'SUCCESS', job_type: 'imsAddImageMembersJob' });
  expect(added.entities.results).toHaveLength(4);
  expect(added.entities.results[3]).toEqual({ image_id: images[1], project_id: other, status: 'success' });
  expect(await members(id)).toEqual({ [stage.member.projectId]: 'pending', [other]: 'pending' });

  const own = { images, project_id: stage.member.projectId };
  const accepted = await ended(await batch('PUT', { ...own, status: 'accepted' }, stage.member), stage.member);
  expect(accepted).toMatchObject({ status: 'SUCCESS', job_type: 'imsUpdateImageMembersJob' });
  expect(await members(id)).toEqual({ [stage.member.projectId]: 'accepted', [other]: 'pending' });
  await ended(await batch('PUT', { ...own, images: [id], status: 'rejected' }, stage.member), stage.member);
  expect((await members(id))[stage.member.projectId]).toBe('rejected');

  const removed = await ended(await batch('DELETE', { images, projects: [stage.member.projectId] }));
  expect(removed).toMatchObject({ status: 'SUCCESS', job_type: 'imsDelImageMembersJob' });
  expect(await members(id)).toEqual({ [other]: 'pending' });
  const again = await ended(await batch('DELETE', { images, projects }));
  expect(again).toMatchObject({ status: 'FAIL', error_code: 'IMG.0113' });
  expect(again.entities.results.map(({ status }: { status: string }) => status)).toEqual([
    'fail',
    'success',
    'fail',
    'success',
  ]);
});

test('what is shared is listed as accepted, rejected or pending', async () => {
  const id = await activeImage(stage);
  await ended(await batch('POST', { images: [id], projects: [stage.member.projectId] }));
  const shared = (status: string): string => `&member_status=${status}&visibility=shared&__imagetype=shared`;
  const place = `/v2/images/${id}/members/${stage.member.projectId}`;
  expect([await listed(id), await listed(id, shared('pending'))]).toEqual([false, true]);
  expect((await stage.member.call('PUT', place, { status: 'accepted' })).body).toMatchObject({
    status: 'accepted',
    image_id: id,
    member_id: stage.member.projectId,
    schema: '/v2/schemas/member',
    member_type: 'project',
  });
  expect([await listed(id), await listed(id, shared('accepted'))]).toEqual([true, true]);
  expect(await listed(id, shared('pending'))).toBe(false);
  await stage.member.call('PUT', place, { status: 'rejected' });
  expect([await listed(id), await listed(id, shared('rejected'))]).toEqual([false, true]);
  expect((await stage.member.call('GET', `/v2/images/${id}`)).status).toBe(200);
  expect((await stage.main.call('GET', `/v2/images/${id}`)).body).toMatchObject({ __imagetype: 'shared' });
  expect((await stage.main.call('DELETE', place)).status).toBe(204);
  expect((await stage.member.call('GET', `/v2/images/${id}`)).status).toBe(404);
  expect((await stage.main.call('GET', `/v2/images/${id}`)).body).toMatchObject({ __imagetype: 'private' });
});

test('what cannot be shared is refused with its code', async () => {
  const id = await activeImage(stage);
  const to = { projects: [stage.member.projectId] };
  const [gold] = (await stage.main.call('GET', '/v2/cloudimages?__imagetype=gold&limit=1')).body.images;
  const { cmkId: cmk_id } = stage.emulator.configuration().provided;
  const encrypted = await activeImage(stage, { cmk_id });
  const share = async (image: string, body: object = to): Promise<string> =>
    code(await batch('POST', { images: [image], ...body }));
  expect(await share(gold.id)).toBe('400 IMG.0089');
  expect(await share(encrypted)).toBe('400 IMG.0098');
  expect(await share(await queuedImage(stage.main))).toBe('400 IMG.0046');
  expect(await share(crypto.randomUUID())).toBe('400 IMG.0086');
  expect(await share(id, { projects: [stage.main.projectId] })).toBe('400 IMG.0076');
  expect(await share(id, { projects: ['0'.repeat(32)] })).toBe('400 IMG.0108');
  expect(await share(id, { projects: [] })).toBe('400 IMG.0041');
  expect(await share(id, {})).toBe('400 IMG.0001');
  expect(code(await batch('POST', { ...to, images: [] }))).toBe('400 IMG.0001');
  expect(code(await batch('POST', { images: [id], projects: receivers }))).toBe('400 IMG.0088');
  expect(code(await batch('POST', { images: [id], ...to }, stage.member))).toBe('400 IMG.0086');
  expect(await members(id)).toEqual({});
});

test('an image has at most 128 members', async () => {
  const id = await activeImage(stage);
  await ended(await batch('POST', { images: [id], projects: receivers.slice(0, 128) }));
  expect(Object.keys(await members(id))).toHaveLength(128);
  const one = await stage.main.call('POST', `/v2/images/${id}/members`, { member: receivers[128] });
  expect(one.status).toBe(400);
  const known = await ended(await batch('POST', { images: [id], projects: receivers.slice(0, 1) }));
  expect(known.status).toBe('SUCCESS');
});

test('whole images of CBR are accepted into a vault, those of CSBS are not shared', async () => {
  const { cbrBackupId, csbsBackupId, memberVaultId, vaultId } = stage.emulator.configuration().provided;
  const whole = async (backup_id: string | undefined, whole_image_type: string): Promise<string> => {
    const asked = { name: 'whole', backup_id, whole_image_type };
    const started = await stage.main.call('POST', '/v1/cloudimages/wholeimages/action', asked);
    return (await ended(started)).entities.image_id;
  };
  const projects = [stage.member.projectId];
  expect(code(await batch('POST', { images: [await whole(csbsBackupId, 'CSBS')], projects }))).toBe('400 IMG.0135');
  const id = await whole(cbrBackupId, 'CBR');
  expect(code(await batch('POST', { images: [id], projects: receivers.slice(0, 11) }))).toBe('400 IMG.0088');
  await ended(await batch('POST', { images: [id], projects }));
  const place = `/v2/images/${id}/members/${stage.member.projectId}`;
  for (const vault_id of [undefined, vaultId, crypto.randomUUID()]) {
    expect((await stage.member.call('PUT', place, { status: 'accepted', vault_id })).status).toBe(400);
  }
  expect((await stage.member.call('PUT', place, { status: 'rejected' })).status).toBe(200);
  expect((await stage.member.call('PUT', place, { status: 'accepted', vault_id: memberVaultId })).status).toBe(200);
});

test('only the member decides, and only the owner shares', async () => {
  const id = await activeImage(stage);
  const [other = ''] = receivers;
  const all = `/v2/images/${id}/members`;
  const place = `${all}/${stage.member.projectId}`;
  await stage.main.call('POST', all, { member: other });
  expect((await stage.member.call('PUT', `${all}/${other}`, { status: 'accepted' })).status).toBe(404);
  expect((await stage.member.call('GET', all)).status).toBe(404);
  expect((await stage.main.call('POST', all, { member: stage.member.projectId })).body.status).toBe('pending');
  expect((await stage.main.call('POST', all, { member: stage.member.projectId })).status).toBe(400);
  expect((await stage.main.call('PUT', place, { status: 'accepted' })).status).toBe(403);
  expect((await stage.member.call('PUT', `${all}/${other}`, { status: 'accepted' })).status).toBe(403);
  expect((await stage.member.call('PUT', place, { status: 'pending' })).status).toBe(400);
  expect((await stage.member.call('GET', all)).body.members).toHaveLength(1);
  expect((await stage.member.call('GET', `${all}/${other}`)).status).toBe(404);
  expect((await stage.member.call('POST', all, { member: receivers[1] })).status).toBe(403);
  expect((await stage.member.call('DELETE', `${all}/${other}`)).status).toBe(403);
  expect((await stage.main.call('DELETE', `${all}/${receivers[1]}`)).status).toBe(404);
  expect(await members(id)).toEqual({ [other]: 'pending', [stage.member.projectId]: 'pending' });
});

test('members are listed page by page', async () => {
  const id = await activeImage(stage);
  await ended(await batch('POST', { images: [id], projects: receivers.slice(0, 5) }));
  const found: string[] = [];
  for (let marker = '', pages = 0; pages < 4; pages += 1) {
    const query = `?limit=2${marker ? `&marker=${encodeURIComponent(marker)}` : ''}`;
    const { body } = await stage.main.call('GET', `/v1/{p}/cloudimages/${id}/members${query}`);
    found.push(...body.members.map(({ member_id }: { member_id: string }) => member_id));
    expect(body.page_info.current_count).toBe(body.members.length);
    marker = body.page_info.next_marker ?? '';
    if (!marker) break;
  }
  expect(found).toEqual(receivers.slice(0, 5));
  expect((await stage.main.call('GET', `/v1/{p}/cloudimages/${id}/members?limit=0`)).status).toBe(400);
  const one = await stage.main.call('GET', `/v1/{p}/cloudimages/${id}/members/${receivers[0]}`);
  expect(one.body).toMatchObject({ image_id: id, member_id: receivers[0], status: 'pending' });
});

import { expect, test } from '@playwright/test';
import { activeImage, type Caller, endOf, openStage, type Reply, type Stage } from './caller.js';

const organization = 'organizations::6c031a41eefc480bb60f20c003891fcd:ou:o-z5142zmm6p5cumsx/ou-qdjrky7i07higfa4';
const unit = 'ou-qdjrky7i07higfa4';

let stage: Stage;
test.beforeAll(async () => {
  const organizations = [
    { name: 'own', urn: organization, accounts: ['ims-main-account', 'ims-member-account', 'ims-third-account'] },
  ];
  stage = await openStage({ seedData: { organizations } });
});
test.afterAll(() => stage.emulator.close());

const batch = (method: string, body: object): Promise<Reply> =>
  stage.main.call(method, '/v1/cloudimages/members', body);
const ended = async ({ body }: Reply): Promise<Reply['body']> => endOf(stage.main, body.job_id);
const shareAll = async (images: string[], body: object): Promise<Reply['body']> =>
  ended(await batch('POST', { images, ...body }));
const rows = async (id: string, who: Caller = stage.main) =>
  (await who.call('GET', `/v1/{p}/cloudimages/${id}/members`)).body.members;
const sees = async (id: string, who: Caller): Promise<number> =>
  (await who.call('GET', `/v2/cloudimages?id=${id}`)).body.images.length;
const accountOf = ({ projectId }: Caller): string => stage.emulator.world.projects.get(projectId)?.domainId ?? '';

test('an organization is one member, and its accounts have the image at once', async () => {
  const id = await activeImage(stage);
  const job = await shareAll([id], { organizations: [organization] });
  expect(job).toMatchObject({ status: 'SUCCESS', entities: { results: [{ image_id: id, status: 'success' }] } });
  const row = { member_id: unit, member_type: 'organization', urn: organization, status: 'accepted', image_id: id };
  expect(await rows(id)).toMatchObject([row]);
  const one = await stage.main.call('GET', `/v2/images/${id}/members/${unit}`);
  expect([one.status, one.body]).toMatchObject([200, row]);
  expect([await sees(id, stage.member), await sees(id, stage.third)]).toEqual([1, 1]);
  expect(await rows(id, stage.member)).toMatchObject([{ member_id: stage.member.projectId, member_type: 'project' }]);
});

test('a project of an organization rejects what it was given, the others keep it', async () => {
  const id = await activeImage(stage);
  await shareAll([id], { organizations: [organization] });
  const place = `/v2/images/${id}/members/${stage.member.projectId}`;
  expect((await stage.member.call('PUT', place, { status: 'rejected' })).body).toMatchObject({ status: 'rejected' });
  expect([await sees(id, stage.member), await sees(id, stage.third)]).toEqual([0, 1]);
});

test('an account is one member, which waits for the decision of its project', async () => {
  const id = await activeImage(stage);
  const account = accountOf(stage.member);
  await shareAll([id], { domains: [account] });
  const row = { member_id: account, member_type: 'domain', status: 'pending' };
  expect(await rows(id)).toMatchObject([row]);
  expect((await rows(id))[0]).not.toHaveProperty('urn');
  await stage.member.call('PUT', `/v2/images/${id}/members/${stage.member.projectId}`, { status: 'accepted' });
  expect(await rows(id)).toMatchObject([{ ...row, status: 'accepted' }]);
});

test('an image is taken from an organization, and stays with a project that has it by itself', async () => {
  const id = await activeImage(stage);
  await shareAll([id], { projects: [stage.third.projectId] });
  await shareAll([id], { organizations: [organization] });
  expect((await rows(id)).map(({ member_id }: { member_id: string }) => member_id)).toEqual([
    stage.third.projectId,
    unit,
  ]);
  expect(await ended(await batch('DELETE', { images: [id], organizations: [organization] }))).toMatchObject({
    status: 'SUCCESS',
  });
  expect(await rows(id)).toMatchObject([{ member_id: stage.third.projectId }]);
  const again = await ended(await batch('DELETE', { images: [id], organizations: [organization] }));
  expect(again).toMatchObject({ status: 'FAIL', error_code: 'IMG.0113' });
});

test('an organization counts as one member, however many accounts it has', async () => {
  const id = await activeImage(stage);
  const { receivers = [] } = stage.emulator.configuration().provided;
  await shareAll([id], { organizations: [organization] });
  expect(await shareAll([id], { projects: receivers.slice(0, 127) })).toMatchObject({ status: 'SUCCESS' });
  expect(await rows(id)).toHaveLength(128);
  const one = await batch('POST', { images: [id], projects: [receivers[127]] });
  expect([one.status, one.body.error.code]).toEqual([400, 'IMG.0088']);
});

test('what is no organization is refused with its code', async () => {
  const id = await activeImage(stage);
  const refused = async (organizations: unknown): Promise<string> => {
    const { status, body } = await batch('POST', { images: [id], organizations });
    return `${status} ${body.error.code}`;
  };
  expect(await refused(['organizations::0:ou:o-none/ou-none'])).toBe('400 IMG.0108');
  expect(await refused(['x'])).toBe('400 IMG.0108');
  expect(await refused('x')).toBe('400 IMG.0001');
  expect(await refused([7])).toBe('400 IMG.0001');
  expect(await refused([])).toBe('400 IMG.0001');
  expect(await rows(id)).toEqual([]);
});

test('at OTC a batch names projects, and nothing else has an effect', async () => {
  const otc = await openStage({ profile: 'otc' });
  const id = await activeImage(otc);
  const [{ urn }] = (await otc.main.call('GET', '/_emulator/state')).body.organizations;
  const share = async (body: object): Promise<Reply> =>
    otc.main.call('POST', '/v1/cloudimages/members', { images: [id], organizations: [urn], ...body });
  expect((await share({})).body.error.code).toBe('IMG.0001');
  const { body } = await share({ projects: [otc.third.projectId] });
  expect((await endOf(otc.main, body.job_id)).entities.results).toHaveLength(1);
  expect((await otc.main.call('GET', `/v2/images/${id}/members`)).body.members).toMatchObject([
    { member_id: otc.third.projectId, member_type: 'project' },
  ]);
  await otc.emulator.close();
});

test('the state tells the organizations, and one that was removed gets nothing', async () => {
  const { body } = await stage.main.call('GET', '/_emulator/state');
  const urn = body.organizations[0].urn;
  expect(urn).toMatch(/^organizations::[0-9a-f]{32}:ou:o-[0-9a-f]+\/ou-[0-9a-f]+$/);
  expect((await stage.main.call('POST', '/_emulator/remove', { ids: [urn] })).status).toBe(200);
  const id = await activeImage(stage);
  expect((await batch('POST', { images: [id], organizations: [urn] })).status).toBe(400);
  const unknown = { organizations: [{ name: 'odd', accounts: ['nobody'] }] };
  expect((await stage.main.call('POST', '/_emulator/seed', unknown)).status).toBe(400);
});

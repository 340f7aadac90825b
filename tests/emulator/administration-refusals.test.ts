import { expect, test } from '@playwright/test';
import { openStage, type Stage } from './caller.js';

/* What the administration cannot do changes nothing and is told in a way that helps. */

let stage: Stage;
test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(() => stage.emulator.close());

const twice = { name: 'twice', id: '00000000-0000-4000-8000-000000000001' };
const refused: [method: string, path: string, body: unknown, said: RegExp][] = [
  ['POST', 'seed', '', /body is empty/],
  ['POST', 'seed', '{', /invalid.*JSON/],
  ['POST', 'seed', [], /it must be object/],
  ['POST', 'seed', { vats: [] }, /unknown key "vats"/],
  ['POST', 'seed', { vaults: [{ name: 'v', status: 'shut' }] }, /vaults\.0\.status is "shut".*available, lock/],
  ['POST', 'seed', { deployment: { csbs: 1 } }, /deployment\.csbs is 1/],
  ['POST', 'seed', { replace: true }, /reset or put a snapshot/],
  ['POST', 'seed', { keys: [{ name: 'a' }], images: [{ name: 'i', project: 'none' }] }, /no project "none"\. Use/],
  ['POST', 'seed', { volumes: [{ name: 'd', size: 1, server: 'none' }] }, /seed d: there is no server "none"/],
  ['POST', 'seed', { backups: [{ name: 'b', kind: 'CBR', vault: 'none' }] }, /no vault "none".*add it to "vaults"/],
  ['POST', 'seed', { servers: [{ name: 's', os: 'Linux', image: 'none' }] }, /no image "none"/],
  ['POST', 'seed', { images: [twice, twice] }, /id 0{8}-.* is taken/],
  ['POST', 'remove', {}, /"ids" is to be a list/],
  ['POST', 'remove', { ids: ['none'] }, /has the id none/],
  ['POST', 'advance', { seconds: -1 }, /from 0 to/],
  ['POST', 'advance', { seconds: 1, minutes: 1 }, /such as \{"seconds": 60\}/],
  ['PUT', 'fault', { name: 'job-stucc' }, /Close to it: job-stuck/],
  ['PUT', 'fault', { name: null, on: true }, /"name" is to be/],
  ['PUT', 'job-durations', { default: -1 }, /seconds from 0/],
  ['PUT', 'snapshot', 'hello', /Take one with GET/],
  ['GET', 'snapshot?settle=yes', undefined, /true or false/],
];

for (const [method, path, body, said] of refused) {
  test(`${method} ${path} refuses ${JSON.stringify(body) ?? 'that'}`, async () => {
    const { call } = stage.main;
    const state = async () => ({ ...(await call('GET', '/_emulator/state')).body, now: '' });
    const before = await state();
    const { status, body: answer } = await call(method, `/_emulator/${path}`, body);
    expect(status).toBe(400);
    expect(answer).toEqual({ error: { code: 'EMULATOR.0001', message: expect.stringMatching(said) } });
    expect(await state()).toEqual(before);
  });
}

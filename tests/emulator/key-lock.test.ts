import { expect, test } from './emulator-test.js';
import { officialHeaders } from './signed-request.js';

const path = '/v1/cloudimages/quota';

test('Six wrong signatures in a row lock a key for five minutes', async ({ emulator, send }) => {
  const { ak, sk } = emulator.configuration().auth;
  const ask = async (secret: string) => {
    const headers = officialHeaders({ method: 'GET', url: emulator.endpoint + path }, { ak, sk: secret });
    return send('GET', path, undefined, headers);
  };
  for (const secret of ['wrong', 'wrong', 'wrong', 'wrong', 'wrong', sk, ...Array(6).fill('wrong')]) {
    expect((await ask(secret)).status).toBe(secret === sk ? 200 : 401);
  }
  const locked = await ask(sk);
  expect([locked.status, locked.json.error_code]).toEqual([401, 'APIGW.0301']);
  expect(locked.json.error_msg).toContain('AK access failed to reach the limit,forbidden');
  expect((await send('GET', path)).status).toBe(200);
  await send('POST', '/_emulator/advance', { seconds: 299 });
  expect((await ask(sk)).status).toBe(401);
  await send('POST', '/_emulator/advance', { seconds: 2 });
  expect((await ask(sk)).status).toBe(200);
});

import { createRequire } from 'node:module';
import { expect, test } from './client-test.js';
import { runProgram } from './run-program.js';

const autocannon = createRequire(import.meta.url).resolve('autocannon');

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

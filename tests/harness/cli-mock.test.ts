import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { loadConfiguration } from '../../fixtures/config/load-configuration.js';
import { temporaryFolder } from '../temporary-folder.js';
import { serve } from './cli-endpoint.js';
import { cli, runCli } from './run-cli.js';

/** Starts `mock` and gives its process and what it had printed to stdout and stderr once it serves. */
async function start(...args: string[]): Promise<{ child: ChildProcess; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [cli, 'mock', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { child, stdout: '', stderr: '' };
  child.stdout.on('data', (text) => {
    said.stdout += text;
  });
  child.stderr.on('data', (text) => {
    said.stderr += text;
  });
  await expect.poll(() => said.stdout + said.stderr).toContain('Press Ctrl-C');
  return said;
}

test('the printed configuration is one that run takes', async () => {
  const { child, stdout } = await start('--print-config');
  const file = join(temporaryFolder(), 'ims.yaml');
  writeFileSync(file, stdout);
  const { endpoint = '', auth } = loadConfiguration({ file, flags: {}, env: {} });
  const answer = await fetch(`${endpoint}/v2/cloudimages`, { headers: { 'X-Auth-Token': auth.token ?? '' } });
  child.kill();
  expect(answer.status).toBe(200);
});

test('the mock ends with exit 0 on Ctrl-C', async () => {
  const { child, stdout, stderr } = await start();
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect([stdout, stderr]).toEqual([expect.stringMatching(/http:\/\/127\.0\.0\.1:\d+/), '']);
});

test('a port in use is named', async () => {
  const server = await serve(() => {});
  const { code, stderr } = await runCli(['mock', '--port', new URL(server.endpoint).port]);
  server.close();
  expect(code).toBe(2);
  expect(stderr).toMatch(/port is in use\. Choose another/);
});

test('seed data that is missing is named', async () => {
  const { code, stderr } = await runCli(['mock', '--seed-data', 'none.yaml']);
  expect(code).toBe(2);
  expect(stderr).toContain('none.yaml');
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('an unknown fault is named for both commands', async () => {
  for (const command of ['mock', 'run']) {
    const { code, stderr } = await runCli([command, '--fault', 'no-such-fault']);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('no fault "no-such-fault"') });
  }
});

test('a profile that does not exist is named with those that do', async () => {
  const { code, stderr } = await runCli(['mock', '--profile', 'azure']);
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(/"azure".*huaweicloud, .*otc/) });
});

test('a profile sets the defaults that the emulator has', async () => {
  const { child, stdout } = await start('--profile', 'otc', '--print-config');
  const [, endpoint] = /endpoint: (\S+)/.exec(stdout) ?? [];
  const [, token = ''] = /token: (\S+)/.exec(stdout) ?? [];
  const answer = await fetch(`${endpoint}/v2/images`, {
    method: 'POST',
    body: '{}',
    headers: { 'X-Auth-Token': token },
  });
  child.kill();
  expect([stdout.includes('profile: otc'), await answer.json()]).toMatchObject([true, { disk_format: 'zvhd2' }]);
});

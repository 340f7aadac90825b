import { request } from 'undici';
import { parse } from 'yaml';
import type { RunConfiguration } from '../fixtures/config/run-configuration.js';
import { start } from './child.js';

/** An emulator in a process of its own, with one image to ask for. */
export async function openEmulator() {
  const args = ['mock', '--port', '0', '--print-config', '--job-seconds', '0'];
  const { match, stop } = await start('cli/main.js', args, /(endpoint:[\s\S]*exportBucket: \S+)/);
  const { endpoint, auth } = parse(match[1] as string) as RunConfiguration & { endpoint: string };
  const headers = { 'x-auth-token': auth.token as string, 'content-type': 'application/json' };
  const made = await request(`${endpoint}/v2/images`, { method: 'POST', headers, body: '{"name":"bench"}' });
  const { id: imageId } = (await made.body.json()) as { id: string };
  return { endpoint, headers, projectId: auth.projectId, imageId, stop };
}

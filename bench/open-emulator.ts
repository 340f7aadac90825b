import { request } from 'undici';
import { parse } from 'yaml';
import type { RunConfiguration } from '../fixtures/config/run-configuration.js';
import { start } from './child.js';

/** An emulator in a process of its own, once it tells how it is reached. @param flags of `mock`. */
export async function serveEmulator(...flags: string[]) {
  const args = ['mock', '--print-config', ...flags];
  const { match, pid, stop } = await start('cli/main.js', args, /(endpoint:[\s\S]*exportBucket: \S+)/);
  const { endpoint, auth } = parse(match[1] as string) as RunConfiguration & { endpoint: string };
  return { endpoint, auth, pid, stop };
}

/** The same with one image to ask for. */
export async function openEmulator() {
  const { endpoint, auth, stop } = await serveEmulator('--port', '0', '--job-seconds', '0');
  const headers = { 'x-auth-token': auth.token as string, 'content-type': 'application/json' };
  const made = await request(`${endpoint}/v2/images`, { method: 'POST', headers, body: '{"name":"bench"}' });
  const { id: imageId } = (await made.body.json()) as { id: string };
  return { endpoint, headers, projectId: auth.projectId as string, imageId, stop };
}

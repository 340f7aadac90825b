import { Pool } from 'undici';
import { rate } from './rate.js';

/** undici alone, one request at a time: reads and writes in turn against the emulator. Prints how many a second were answered. */
const [endpoint = '', token = '', projectId = '', imageId = ''] = process.argv.slice(2);
const pool = new Pool(endpoint, { connections: 1, pipelining: 1 });
const headers = { 'x-auth-token': token, 'content-type': 'application/json' };
const body = '{"tag":{"key":"purpose","value":"bench"}}';
const calls = [
  { method: 'GET', path: `/v2/cloudimages?id=${imageId}` },
  { method: 'GET', path: `/v2/images/${imageId}` },
  { method: 'POST', path: `/v2/${projectId}/images/${imageId}/tags`, body },
] as const;

let sent = 0;
async function send(): Promise<void> {
  const call = calls[sent++ % calls.length] as (typeof calls)[number];
  await (await pool.request({ ...call, headers })).body.text();
}

await rate(send, 1000, 1);
console.log(`rate ${await rate(send, 3000, 1)}`);
await pool.destroy();

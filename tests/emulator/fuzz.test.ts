import fc from 'fast-check';
import { Pool } from 'undici';
import { operations } from '../../schemas/contract.js';
import { expect, test } from './emulator-test.js';

const SEED = 20_240_517;
/** 100,000 for those who want to be sure. */
const REQUESTS = Number(process.env.IMS_CONFORMANCE_FUZZ ?? 4000);
const IN_FLIGHT = 16;

const odd = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 50 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    ' ',
    '.',
    '..',
    '=',
    '__proto__',
    'constructor',
    'null',
    '-1',
    '1e9',
    'a'.repeat(300),
    '\u0000',
    '标签',
  ),
);
const names = [
  'action',
  'tag',
  'tags',
  'key',
  'value',
  'values',
  'tags_any',
  'matches',
  'limit',
  'name',
  'image_id',
  'image_tag',
  'image_url',
  'min_disk',
  'op',
  'path',
  'image_tags',
  '__proto__',
  'visibility',
  'data_images',
];
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(
      null,
      true,
      0,
      -1,
      1.5,
      1e21,
      'create',
      'delete',
      'filter',
      'count',
      'add',
      'replace',
      'remove',
      'k.v',
      '/name',
    ),
    odd,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...names), odd), tie('json'), { maxKeys: 5 }),
  ),
}));

const request = fc.record({
  operation: fc.constantFrom(...operations),
  method: fc.oneof(
    { weight: 9, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom('GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS') },
  ),
  parameter: fc.oneof({ weight: 3, arbitrary: fc.constant('{}') }, { weight: 1, arbitrary: odd }),
  query: fc.dictionary(
    fc.oneof(fc.constantFrom('limit', 'marker', 'tag', 'sort_key', 'created_at', 'id', 'min_ram', 'protected'), odd),
    odd,
    { maxKeys: 3 },
  ),
  body: fc.oneof(
    json.map((value) => JSON.stringify(value)),
    odd,
    fc.constant(undefined),
  ),
  accept: fc.constantFrom('application/json', 'text/html', '*/*', ';;;'),
});

test('Thousands of malformed requests are no server error', async ({ emulator, send }) => {
  test.setTimeout(60_000 + REQUESTS * 10);
  const { token, projectId } = emulator.configuration().auth;
  const { json: image } = await send('POST', '/v2/images', { name: 'fuzzed', protected: true });
  const known: Record<string, string> = {
    project_id: projectId,
    image_id: image.id,
    job_id: 'none',
    key: 'k',
    tag: 't',
    version: 'v2',
  };
  const pool = new Pool(emulator.endpoint, { connections: IN_FLIGHT });
  const wrong: string[] = [];
  const queue = fc.sample(request, { seed: SEED, numRuns: REQUESTS }).values();

  async function work(): Promise<void> {
    for (const { operation, method, parameter, query, body, accept } of queue) {
      const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(parameter === '{}' ? (known[name] ?? 'x') : parameter.toWellFormed()),
      );
      const search = new URLSearchParams(query).toString();
      const sent = { method: method ?? operation.method, path: `${path}?${search}`, body };
      const headers = { 'x-auth-token': token, accept, 'content-type': 'application/json' };
      const answer = await pool.request({ ...sent, headers } as Parameters<Pool['request']>[0]);
      const text = await answer.body.text();
      const fine = answer.statusCode < 500 && /^[0-9a-f]{32}$/.test(String(answer.headers['x-request-id']));
      if (!fine || /\n\s+at /.test(text)) wrong.push(`${JSON.stringify(sent)} -> ${answer.statusCode} ${text}`);
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  await pool.close();
  expect(wrong).toEqual([]);
});

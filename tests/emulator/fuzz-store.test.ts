import fc from 'fast-check';
import { Pool } from 'undici';
import { expect, test } from './emulator-test.js';

const SEED = 20_240_518;
const REQUESTS = Math.min(Number(process.env.IMS_CONFORMANCE_FUZZ ?? 2000), 20_000);
const IN_FLIGHT = 16;

const odd = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('', '/', '..', '%00', 'null', '-1', '1', '99999999999', 'a'.repeat(1100), '标签', '&lt;', ']]>'),
);
const printable = fc.string({ maxLength: 30 });
const tag = fc.constantFrom('Delete', 'Object', 'Key', 'Quiet', 'Part', 'PartNumber', 'ETag', 'Location', 'a');
const { xml } = fc.letrec<{ xml: string; inner: string }>((tie) => ({
  inner: fc.oneof(
    { maxDepth: 4 },
    odd,
    fc.array(tie('xml'), { maxLength: 3 }).map((all) => all.join('')),
  ),
  xml: fc
    .record({ tag, inner: tie('inner'), closed: fc.boolean() })
    .map(({ tag: name, inner, closed }) => `<${name}>${inner}${closed ? `</${name}>` : ''}`),
}));

const request = fc.record({
  method: fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'),
  bucket: fc.oneof(fc.constantFrom('ims-images', 'ims-exports', 'ims-member-images', 'none-such', ''), odd),
  key: fc.option(fc.oneof(fc.constantFrom('cirros.raw', 'a/b', 'k'), odd), { nil: undefined }),
  query: fc.dictionary(
    fc.oneof(
      fc.constantFrom('uploads', 'uploadId', 'partNumber', 'delete', 'prefix', 'delimiter', 'marker', 'max-keys'),
      fc.constantFrom('location', 'metadata', 'acl', 'encoding-type', 'response-content-type', 'Signature'),
      fc.constantFrom('AWSAccessKeyId', 'AccessKeyId', 'Expires', 'X-Amz-Credential', 'part-number-marker'),
    ),
    odd,
    { maxKeys: 3 },
  ),
  headers: fc.dictionary(
    fc.constantFrom(
      'range',
      'x-obs-copy-source',
      'x-amz-copy-source-range',
      'x-obs-meta-a',
      'if-match',
      'content-md5',
      'authorization',
    ),
    fc.oneof(
      printable,
      fc.constantFrom('bytes=0-', 'bytes=5-1', '/ims-images/cirros.raw', 'OBS a:b', 'AWS4-HMAC-SHA256 x'),
    ),
    { maxKeys: 3 },
  ),
  body: fc.oneof(fc.constant(undefined), xml, odd),
});

test('Thousands of malformed requests to the object store are no server error', async ({ emulator, defects }) => {
  test.setTimeout(60_000 + REQUESTS * 10);
  const { token } = emulator.configuration().auth;
  const pool = new Pool(emulator.endpoint, { connections: IN_FLIGHT });
  const wrong: string[] = [];
  const queue = fc.sample(request, { seed: SEED, numRuns: REQUESTS }).values();
  async function work(): Promise<void> {
    for (const { method, bucket, key, query, headers, body } of queue) {
      const place = [bucket, ...(key === undefined ? [] : [key])].map((part) =>
        encodeURIComponent(part.toWellFormed()),
      );
      const sent = { method, path: `/obs/${place.join('/')}?${new URLSearchParams(query)}` };
      const given = { ...headers, 'x-auth-token': token } as Record<string, string>;
      const whole = {
        ...sent,
        headers: given,
        ...(method === 'GET' || method === 'HEAD' ? {} : { body: body ?? null }),
      };
      const answer = await pool.request(whole as Parameters<Pool['request']>[0]);
      const text = await answer.body.text();
      const fine =
        answer.statusCode < 500 ||
        text.includes('<Code>NotImplemented</Code>') ||
        (method === 'HEAD' && answer.statusCode === 501);
      if (!fine || /\n\s+at /.test(text)) wrong.push(`${JSON.stringify(whole)} -> ${answer.statusCode} ${text}`);
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  await pool.close();
  expect([wrong, defects.splice(0).map(String)]).toEqual([[], []]);
});

import { createHash, createHmac } from 'node:crypto';
import { startEmulator } from '../../fixtures/emulator/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { expect, test } from './emulator-test.js';
import type { KeyPair } from './signed-request.js';

/* Signatures as the documents of OBS and of S3 describe them, made here and not by the emulator's own code. */

/** Headers of OBS's own notation, or with `AWS` of the one that it took over. */
function older(method: string, place: string, { ak, sk }: KeyPair, scheme = 'OBS', at = new Date()) {
  const date = at.toUTCString();
  const signature = createHmac('sha1', sk).update(`${method}\n\n\n${date}\n${place}`).digest('base64');
  return { Date: date, Authorization: `${scheme} ${ak}:${signature}` };
}

/** Headers of the newer notation of S3. */
function newer(
  method: string,
  url: URL,
  { ak, sk }: KeyPair,
  payload: string,
  dated: 'x-amz-date' | 'date' = 'x-amz-date',
) {
  const now = new Date();
  const date = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = `${date.slice(0, 8)}/emulator-1/s3/aws4_request`;
  const own = { host: url.host, 'x-amz-content-sha256': payload, [dated]: dated === 'date' ? now.toUTCString() : date };
  const sorted = Object.entries(own).sort();
  const headers = sorted.map(([name, value]) => `${name}:${value}\n`).join('');
  const names = sorted.map(([name]) => name).join(';');
  const canonical = [method, url.pathname, url.search.slice(1), headers, names, payload].join('\n');
  const text = ['AWS4-HMAC-SHA256', date, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const hmac = (key: string | Buffer, part: string): Buffer => createHmac('sha256', key).update(part).digest();
  const signature = hmac(scope.split('/').reduce<string | Buffer>(hmac, `AWS4${sk}`), text).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${ak}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  return { [dated]: own[dated] ?? '', 'x-amz-content-sha256': payload, Authorization: authorization };
}

const code = (text: string): string | undefined => /<Code>(\w+)<\/Code>/.exec(text)?.[1];

test('The older notations open a bucket at the root', async ({ emulator, send }) => {
  const { auth } = emulator.configuration();
  for (const scheme of ['OBS', 'AWS']) {
    const got = await send(
      'GET',
      '/ims-images/cirros.mf',
      undefined,
      older('GET', '/ims-images/cirros.mf', auth, scheme),
    );
    expect([got.status, got.text]).toEqual([200, 'bitmap of cirros.raw']);
    const prefix = scheme === 'OBS' ? 'x-obs' : 'x-amz';
    expect(got.headers.get(`${prefix}-request-id`)).toMatch(/^[0-9a-f]{32}$/);
  }
});

test('A time that is too far away is told apart from a wrong signature', async ({ emulator, send }) => {
  const { auth } = emulator.configuration();
  const late = older('GET', '/ims-images', auth, 'OBS', new Date(Date.now() - 16 * 60_000));
  expect(code((await send('GET', '/ims-images', undefined, late)).text)).toBe('RequestTimeTooSkewed');
  const other = older('GET', '/ims-exports', auth);
  expect(code((await send('GET', '/ims-images', undefined, other)).text)).toBe('SignatureDoesNotMatch');
  const dateless = { Authorization: older('GET', '/ims-images', auth).Authorization };
  expect(code((await send('GET', '/ims-images', undefined, dateless)).text)).toBe('AccessDenied');
  expect(code((await send('GET', '/ims-images', undefined, { Authorization: 'OBS x' })).text)).toBe('InvalidArgument');
});

test('The newer notation signs the body or leaves it out', async ({ emulator, send }) => {
  const { auth } = emulator.configuration();
  const url = new URL('/ims-exports/signed-v4', emulator.endpoint);
  const put = async (payload: string): Promise<string> => {
    const { status, text } = await send('PUT', url.pathname, 'hello', newer('PUT', url, auth, payload));
    return `${status} ${code(text) ?? ''}`.trim();
  };
  expect(await put('UNSIGNED-PAYLOAD')).toBe('200');
  expect(await put(createHash('sha256').update('hello').digest('hex'))).toBe('200');
  expect(await put(createHash('sha256').update('other').digest('hex'))).toBe('400 XAmzContentSHA256Mismatch');
  expect(await put('STREAMING-AWS4-HMAC-SHA256-PAYLOAD')).toBe('501 NotImplemented');
  const list = new URL('/ims-exports?prefix=signed', emulator.endpoint);
  const got = await send('GET', list.pathname + list.search, undefined, newer('GET', list, auth, 'UNSIGNED-PAYLOAD'));
  expect(got.text).toContain('<Key>signed-v4</Key>');
});

test('The newer notation takes its time from the Date header, too', async ({ emulator, send }) => {
  const { auth } = emulator.configuration();
  const url = new URL('/ims-images/cirros.mf', emulator.endpoint);
  const got = await send('GET', url.pathname, undefined, newer('GET', url, auth, 'UNSIGNED-PAYLOAD', 'date'));
  expect([got.status, got.text]).toEqual([200, 'bitmap of cirros.raw']);
});

test('What was put with such a signature is there after a restart', async () => {
  const data = temporaryFolder();
  const first = await startEmulator({ data });
  const { auth } = first.configuration();
  const put = (place: string) =>
    fetch(first.endpoint + place, { method: 'PUT', headers: older('PUT', place, auth, 'AWS') });
  expect([(await put('/made-here')).status, (await put('/made-here/empty')).status]).toEqual([200, 200]);
  await first.close();
  const defects: unknown[] = [];
  const second = await startEmulator({ data, onDefect: (defect) => defects.push(defect) });
  const answer = await fetch(`${second.endpoint}/made-here`, { headers: older('GET', '/made-here', auth) });
  expect([await answer.text(), defects]).toEqual([expect.stringContaining('<Key>empty</Key>'), []]);
  await second.close();
});

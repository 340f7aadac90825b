import { expect, test } from './emulator-test.js';

const keys = ['a/1', 'a/2', 'b', 'c d&é', 'e'];
const texts = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text]) => text ?? '');

test.beforeAll(async ({ emulator }) => {
  const headers = { 'X-Auth-Token': emulator.configuration().auth.token };
  for (const key of keys) {
    const address = `${emulator.endpoint}/obs/ims-exports/${key.split('/').map(encodeURIComponent).join('/')}`;
    await fetch(address, { method: 'PUT', headers, body: 'x' });
  }
});

test('the second form of a list goes on at the token of the page before, to its end', async ({ send }) => {
  const seen: string[] = [];
  const counts: string[] = [];
  for (let token: string | undefined = ''; token !== undefined; ) {
    const from = token === '' ? '' : `&continuation-token=${token}`;
    const { text } = await send('GET', `/obs/ims-exports?list-type=2&encoding-type=url&max-keys=2${from}`);
    seen.push(...texts(text, 'Key').map(decodeURIComponent));
    counts.push(...texts(text, 'KeyCount'));
    [token] = texts(text, 'NextContinuationToken');
    expect(texts(text, 'IsTruncated')).toEqual([String(token !== undefined)]);
  }
  expect([seen, counts]).toEqual([keys, ['2', '2', '1']]);
});

test('the second form of a list begins after a key, and counts what keys begin with', async ({ send }) => {
  const after = (await send('GET', '/obs/ims-exports?list-type=2&start-after=b')).text;
  expect([texts(after, 'Key').length, texts(after, 'StartAfter')]).toEqual([2, ['b']]);
  const folded = (await send('GET', '/obs/ims-exports?list-type=2&delimiter=/&max-keys=1')).text;
  expect([texts(folded, 'KeyCount'), texts(folded, 'CommonPrefixes')]).toEqual([['1'], []]);
  expect(folded).toContain('<CommonPrefixes><Prefix>a/</Prefix></CommonPrefixes>');
  const [token] = texts(folded, 'NextContinuationToken');
  const rest = (await send('GET', `/obs/ims-exports?list-type=2&delimiter=/&continuation-token=${token}`)).text;
  expect(texts(rest, 'KeyCount')).toEqual(['3']);
});

test('the first form of a list goes on at its marker', async ({ send }) => {
  const first = (await send('GET', '/obs/ims-exports?max-keys=3')).text;
  expect([texts(first, 'NextMarker'), texts(first, 'KeyCount')]).toEqual([['b'], []]);
  expect(texts((await send('GET', '/obs/ims-exports?marker=b')).text, 'Key')).toHaveLength(2);
});

import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { type KeyPair, sign } from '../../fixtures/auth/sign.js';
import type { SentRequest } from '../../fixtures/exchange.js';

/** The signer of the official SDK, of which one function is used. */
interface OfficialSigner {
  sign(request: object, credential: { getAk(): string; getSk(): string }): Record<string, string>;
}
const require = createRequire(import.meta.url);
const { AKSKSigner } = require('@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js') as {
  AKSKSigner: OfficialSigner;
};

/** Published examples (ims-behaviour, section 5): the signature each request must get. */
const example: KeyPair = { ak: 'AccessKey', sk: 'SecretKey' };
const service = 'https://service.endpoint.myhuaweicloud.com';
const body = '{"name":"test","id":1}';
const vectors: { what: string; request: SentRequest; pair: KeyPair; at: string; signature: string }[] = [
  {
    what: 'a GET of the SDK',
    request: { method: 'GET', url: `${service}/resources?size=1`, headers: {} },
    pair: example,
    at: '2020-06-08T02:39:00Z',
    signature: 'cfb4171acec81de07d50e53d57eb77edd537414d66ddb1d7d780f128e12cd842',
  },
  {
    what: 'a POST of the SDK',
    request: { method: 'POST', url: `${service}/resources?size=1`, headers: {}, body },
    pair: example,
    at: '2020-06-08T02:39:00Z',
    signature: '436b1ac0a1ae03705934bb70ef2f2e09f7bfed2117d731a38235053199323a1f',
  },
  {
    what: 'the GET of the signing guide',
    request: {
      method: 'GET',
      url: 'https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0',
      headers: { 'Content-Type': 'application/json' },
    },
    pair: { ak: 'QTWAOYTTINDUT2QVKYUC', sk: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc' },
    at: '2019-11-15T03:36:55Z',
    signature: '7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe',
  },
];

for (const { what, request, pair, at, signature } of vectors) {
  test(`${what} is signed as published`, () => {
    const { Authorization } = sign(request, pair, new Date(at));
    expect(Authorization).toContain(`SDK-HMAC-SHA256 Access=${pair.ak}, SignedHeaders=`);
    expect(Authorization).toContain(`Signature=${signature}`);
  });
}

const word = fc.stringMatching(/^[A-Za-z0-9_.~-]{1,12}$/);
const text = fc.oneof(word, fc.constantFrom('镜像', 'key=value', 'a+b', 'a/b', "(it's)!*", '', '😀', 'ä'));

/** A request in the terms of both signers. */
const requests = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
  // No blanks: the official signer encodes those of a path twice. Not of dots alone either: an address loses such parts.
  path: fc.array(
    fc.oneof(
      word.map((part) => `p${part}`),
      fc.constant('镜像'),
    ),
    { minLength: 1, maxLength: 5 },
  ),
  query: fc.dictionary(word, text, { maxKeys: 4, noNullPrototype: true }),
  data: fc.option(fc.dictionary(word, text, { minKeys: 1, noNullPrototype: true }), { nil: undefined }),
  headers: fc.dictionary(fc.constantFrom('Content-Type', 'X-Project-Id', 'Accept', 'User-Agent'), word, {
    noNullPrototype: true,
  }),
  pair: fc.record({ ak: word, sk: word }),
  seconds: fc.integer({ min: 1_500_000_000, max: 2_000_000_000 }),
});

test('any request is signed as the official signer signs it', () => {
  fc.assert(
    fc.property(requests, ({ method, path, query, data, headers, pair, seconds }) => {
      const at = new Date(seconds * 1000);
      const address = `https://ims.example.com/v2/${path.join('/')}`;
      const official = AKSKSigner.sign(
        {
          method,
          endpoint: address,
          queryParams: query,
          data,
          headers: { ...headers, 'X-Sdk-Date': basicTime(at) },
        },
        { getAk: () => pair.ak, getSk: () => pair.sk },
      );
      const pairs = Object.entries(query).map((parts) => parts.map(encodeURIComponent).join('='));
      const url = pairs.length > 0 ? `${address}?${pairs.join('&')}` : address;
      const request = { method, url, headers, ...(data ? { body: JSON.stringify(data) } : {}) };
      expect(sign(request, pair, at).Authorization).toBe(official.Authorization);
    }),
    { numRuns: 500 },
  );
});

test('a path is encoded once, however it is written', () => {
  const signatureOf = (path: string) =>
    sign({ method: 'GET', url: `${service}/v2/${path}`, headers: {} }, example, new Date(0)).Authorization;
  expect(signatureOf('镜像 1')).toBe(signatureOf('%E9%95%9C%E5%83%8F%201'));
  expect(signatureOf('a~b')).toBe(signatureOf('a%7Eb'));
  expect(signatureOf('a')).not.toBe(signatureOf('a%2F'));
});

test('temporary keys add their security token to what is signed', () => {
  const request = { method: 'GET', url: `${service}/resources`, headers: {} };
  const headers = sign(request, { ...example, securityToken: 'temporary' });
  expect(headers['X-Security-Token']).toBe('temporary');
  expect(headers.Authorization).toContain('SignedHeaders=host;x-sdk-date;x-security-token,');
});

/** `YYYYMMDDTHHMMSSZ`. */
function basicTime(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '');
}

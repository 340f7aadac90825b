import { fc, proves } from '../../../fixtures/index.js';
import { oddAddress, oddAddresses } from '../../../fixtures/odd/odd-addresses.js';
import { oddValues } from '../../../fixtures/odd/odd-bodies.js';
import { oddHeaderSets, oddHeaders } from '../../../fixtures/odd/odd-headers.js';
import { oddMethods } from '../../../fixtures/odd/odd-methods.js';
import { test } from '../../../fixtures/odd/odd-test.js';
import { takesJson } from '../../../fixtures/odd/plain-request.js';
import { operationById } from '../../../schemas/contract.js';

/** Each call with another oddity, so that every call and every oddity is tried. */
const inTurn = <T>(items: readonly T[], kinds: number, shift = 0) =>
  items.map((item, at): [T, number] => [item, (at + shift) % kinds]);
const weight = 0.5;

test('an odd body breaks nothing', proves('common.odd-bodies'), async ({ served, odd, forAll }) => {
  const calls = served.filter(takesJson);
  const kinds = oddValues.length;
  const examples = [...inTurn(calls, kinds), ...inTurn(calls, kinds, 3)];
  await forAll(
    fc.tuple(fc.constantFrom(...calls), fc.nat(kinds - 1)),
    async ([call, at]) => {
      const value = oddValues[at] as (typeof oddValues)[number];
      await odd.judged(odd.withValue(call, value), `${value.what} in the body of ${call}`);
    },
    { weight, examples },
  );
});

test('an odd address breaks nothing', proves('common.odd-addresses'), async ({ served, odd, forAll }) => {
  await forAll(
    fc.tuple(fc.constantFrom(...served), fc.nat(oddAddresses - 1)),
    async ([call, at]) => {
      const request = odd.plain(call);
      const url = oddAddress(request.url, operationById(call).path, at);
      await odd.judged({ ...request, url }, `an odd address of ${call}`);
    },
    { weight, examples: inTurn(served, oddAddresses) },
  );
});

test('odd headers break nothing', proves('common.odd-headers'), async ({ served, odd, forAll }) => {
  await forAll(
    fc.tuple(fc.constantFrom(...served), fc.nat(oddHeaderSets - 1)),
    async ([call, at]) => {
      const { what, request } = oddHeaders(odd.plain(call), at);
      await odd.judged(request, `${call} with ${what}`);
    },
    { weight, examples: inTurn(served, oddHeaderSets) },
  );
});

test(
  'a method that a path does not have is refused',
  proves('common.odd-methods', 'common.wrong-method'),
  async ({ served, odd, ims, judge, forAll }) => {
    judge.needs(await ims.call('GlanceListImages', { query: { limit: 1 } }), 'the method of a path is answered');
    const methods = oddMethods(served);
    await forAll(
      fc.constantFrom(...methods),
      async ({ operation, method, isRefused }) => {
        const { url, headers } = odd.plain(operation);
        const request = {
          method,
          url,
          headers: { ...headers, 'Content-Type': 'application/json' },
          body: '{"min_disk":"odd"}',
        };
        const exchange = await odd.judged(request, `${method} at the path of ${operation}`);
        if (exchange && isRefused)
          judge.rejected(exchange, `${method} at the path of ${operation} is refused`, 'common.wrong-method');
      },
      { weight, examples: methods },
    );
  },
);

import { randomBytes } from 'node:crypto';
import { tagKey, tagValue } from '../../../fixtures/arbitraries/tags.js';
import { callGuarded } from '../../../fixtures/auth/guarded-calls.js';
import { judgeLargeUpload } from '../../../fixtures/auth/large-upload.js';
import { type Signing, signedClient, unlessLocked } from '../../../fixtures/auth/signed-client.js';
import type { Client } from '../../../fixtures/client.js';
import { test as base, fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { serviceTime } from '../../../fixtures/line/service-time.js';

/*
 * Gateways lock an access key for minutes after a few wrong signatures in a row. So each of these tests sends one wrong
 * signature of the configured key, and a right one before it.
 */

const test = base.extend<{ signed: (signing?: Signing) => Client }>({
  signed: async ({ ims }, use) => {
    await use((signing) => signedClient(ims, signing));
  },
});

const readTags = (client: Client, image_id: string) => client.call('ListImageTags', { path: { image_id } });

test('a signed request gives access', proves('auth.signature'), async ({ image, signed, tags, forAll, judge }) => {
  const client = signed();
  for (const exchange of await callGuarded(client, image))
    judge.letIn(unlessLocked(exchange), 'a signed request is accepted');
  const path = { image_id: image.id };
  await forAll(
    fc.tuple(tagKey(), tagValue(), fc.constantFrom('镜像 名', 'a b', 'a+b', 'ä&=%', '~-_.')),
    async ([key, value, name]) => {
      await tags.clears(image);
      const body = { tag: { key: `镜像${key}`.slice(0, 36), value } };
      judge.letIn(await client.call('AddImageTag', { path, body }), 'a signed body is accepted');
      judge.letIn(
        await client.call('DeleteImageTag', { path: { ...path, key: body.tag.key } }),
        'a signed path with Chinese characters is accepted',
      );
      // Neither is known, which a service says only to whom it has let in.
      const blank = await client.call('DeleteImageTag', { path: { ...path, key: 'a blank' } });
      const query = await client.call('ListImages', { query: { sort_key: 'name', name, limit: 1 } });
      for (const exchange of [blank, query]) {
        const { status } = exchange.response;
        judge.that(status !== 401 && status !== 403, 'a signed request is let in', `status ${status}`, { exchange });
      }
    },
  );
});

test('an unknown access key answers 401', proves('auth.unknown-key'), async ({ image, signed, forAll, judge }) => {
  judge.needs(unlessLocked(await readTags(signed(), image.id)), 'a known access key is accepted');
  const pair = fc.record({ ak: fc.stringMatching(/^[A-Z0-9]{20}$/), sk: fc.stringMatching(/^[A-Za-z0-9]{40}$/) });
  await forAll(
    pair,
    async ({ ak, sk }) => {
      for (const exchange of await callGuarded(signed({ pair: { ak, sk } }), image)) {
        judge.rejected(exchange, 'an unknown access key is refused');
      }
    },
    { weight: 0.3 },
  );
});

test('a wrong secret key answers 401', proves('auth.wrong-secret'), async ({ image, signed, judge }) => {
  judge.needs(unlessLocked(await readTags(signed(), image.id)), 'the right secret key is accepted');
  const wrong = signed({ pair: { sk: randomBytes(20).toString('hex') } });
  judge.rejected(await readTags(wrong, image.id), 'a wrong secret key is refused');
});

test('a changed body answers 401', proves('auth.tampered-body'), async ({ image, signed, tags, judge }) => {
  await tags.clears(image);
  const path = { image_id: image.id };
  const right = { tag: { key: 'purpose', value: 'signed' } };
  judge.needs(unlessLocked(await signed().call('AddImageTag', { path, body: right })), 'the signed body is accepted');
  const there = await tags.settled(image, { purpose: 'signed' });
  if (there.purpose !== 'signed') throw new Unjudged('The tag of the signed body is not there.');
  const changing = signed({ as: (request) => ({ ...request, body: JSON.stringify(right) }) });
  const body = { tag: { key: 'purpose', value: 'sighed' } };
  judge.rejected(await changing.call('AddImageTag', { path, body }), 'a changed body is refused');
  judge.equal(await tags.settled(image, { purpose: 'signed' }), { purpose: 'signed' }, 'the tags');
});

test('a changed query answers 401', proves('auth.tampered-query'), async ({ image, signed, judge }) => {
  const query = { id: image.id, limit: 1 };
  judge.needs(unlessLocked(await signed().call('ListImages', { query })), 'the signed query is accepted');
  const changing = signed({ as: (request) => ({ ...request, url: request.url.replace('limit=2', 'limit=1') }) });
  judge.rejected(await changing.call('ListImages', { query: { ...query, limit: 2 } }), 'a changed query is refused');
});

test('a changed path answers 401', proves('auth.tampered-path'), async ({ image, signed, judge }) => {
  judge.needs(unlessLocked(await readTags(signed(), image.id)), 'the signed path is accepted');
  const other = image.id.slice(0, -1) + (image.id.endsWith('0') ? '1' : '0');
  const changing = signed({ as: (request) => ({ ...request, url: request.url.replace(image.id, other) }) });
  judge.rejected(await readTags(changing, image.id), 'a changed path is refused');
});

test('a changed header answers 401', proves('auth.tampered-header'), async ({ image, signed, judge }) => {
  const path = { image_id: image.id };
  const named = (purpose: string) => ({ path, headers: { 'X-Ims-Purpose': purpose } });
  judge.needs(unlessLocked(await signed().call('ListImageTags', named('signed'))), 'the signed header is accepted');
  const before = { 'X-Ims-Purpose': 'signed' };
  const changing = signed({ as: (request) => ({ ...request, headers: { ...request.headers, ...before } }) });
  judge.rejected(await changing.call('ListImageTags', named('sighed')), 'a changed header is refused');
});

/** Whether these are refused is a rule of the gateway that one reference has, and custom elsewhere. */
for (const { title, minutes, rules } of [
  { title: 'an old signature', minutes: -16, rules: ['auth.stale-date', 'auth.signing-time'] },
  { title: 'a signature dated ahead', minutes: 16, rules: ['auth.future-date', 'auth.signing-time'] },
]) {
  for (const rule of rules) {
    test(`${title} answers 401 (${rule})`, proves(rule), async ({ image, signed, judge }) => {
      const fresh = judge.letIn(unlessLocked(await readTags(signed(), image.id)), 'a fresh signature is accepted');
      const at = new Date(serviceTime(fresh).getTime() + minutes * 60_000);
      judge.rejected(await readTags(signed({ at }), image.id), `a signature of ${minutes} minutes from now is refused`);
    });
  }
}

test('a signature holds for minutes', proves('auth.signing-time-within'), async ({ image, signed, judge }) => {
  const fresh = judge.needs(unlessLocked(await readTags(signed(), image.id)), 'a fresh signature is accepted');
  for (const minutes of [-14, 14]) {
    const at = new Date(serviceTime(fresh).getTime() + minutes * 60_000);
    const exchange = unlessLocked(await readTags(signed({ at }), image.id));
    judge.letIn(exchange, `a signature of ${minutes} minutes from now is accepted`);
  }
});

test('a header may be added after signing', proves('auth.unsigned-header'), async ({ image, signed, judge }) => {
  const added = signed({ later: { 'X-Ims-Purpose': 'added' } });
  for (const exchange of await callGuarded(added, image)) {
    judge.letIn(unlessLocked(exchange), 'a request with a header that is not signed is accepted');
  }
});

test('a signature has a date', proves('auth.malformed-date'), async ({ image, signed, judge }) => {
  judge.needs(unlessLocked(await readTags(signed(), image.id)), 'a signature with a date is accepted');
  judge.rejected(await readTags(signed({ at: 'yesterday' }), image.id), 'a signature dated "yesterday" is refused');
});

test('a signed upload may be large', proves('auth.large-body'), async ({ ims, image, signed, resources, judge }) => {
  judge.letIn(unlessLocked(await readTags(signed(), image.id)), 'a signed request without a body is accepted');
  // Below the bound, in whichever megabytes that is counted.
  await judgeLargeUpload(judge, { ims, sender: signed(), resources }, 11);
});

import { unusedKey } from '../../../fixtures/arbitraries/tags.js';
import { bodilessCalls } from '../../../fixtures/auth/bodiless-calls.js';
import { callGuarded } from '../../../fixtures/auth/guarded-calls.js';
import { judgeLargeUpload } from '../../../fixtures/auth/large-upload.js';
import type { Client } from '../../../fixtures/client.js';
import { test as base, fc, proves } from '../../../fixtures/index.js';

const test = base.extend<{ withToken: (token: string) => Client }>({
  withToken: async ({ ims }, use) => {
    await use((token) => ims.authenticated({ headers: ({ headers }) => ({ ...headers, 'X-Auth-Token': token }) }));
  },
});

const unusedJob = 'ff80808200000000000000000000dead';

const junk = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/),
  fc.stringMatching(/^[0-9a-f]{32}$/),
  fc.stringMatching(/^MII[A-Za-z0-9+/-]{200,400}==$/),
);

test('a call without credentials answers 401', proves('auth.missing'), async ({ ims, image, judge }) => {
  const nobody = ims.authenticated({ headers: ({ headers }) => headers });
  for (const exchange of await callGuarded(ims, image)) judge.needs(exchange, 'a call with credentials is accepted');
  for (const exchange of await callGuarded(nobody, image)) judge.rejected(exchange, 'a call without them is refused');
});

test(
  'every call without a body answers 401 to nobody',
  proves('auth.every-call'),
  async ({ ims, resources, session, judge }) => {
    const nobody = ims.authenticated({ headers: ({ headers }) => headers });
    const { id } = await resources.queuedImage(ims);
    const path = { image_id: id, member_id: ims.projectId, job_id: unusedJob, key: 'x', tag: 'x' };
    for (const call of bodilessCalls(session.profile)) {
      judge.rejected(await nobody.call(call, { path }), `${call} without credentials is refused`);
    }
    judge.accepted(await ims.call('GlanceShowImage', { path: { image_id: id } }), 'the image is still there');
  },
);

test('a query by tags answers 401 to nobody', proves('auth.every-call'), async ({ ims, image, tags, judge }) => {
  const nobody = ims.authenticated({ headers: ({ headers }) => headers });
  await tags.given(image, { purpose: 'test' });
  const conditions = {
    tags: [{ key: 'purpose', values: ['test'] }],
    matches: [{ key: 'resource_id', value: image.id }],
  };
  for (const action of ['count', 'filter']) {
    const body = { action, ...conditions };
    judge.needs(await ims.call('ListImageByTags', { body }), `${action} with credentials is answered`);
    judge.rejected(await nobody.call('ListImageByTags', { body }), `${action} without credentials is refused`);
  }
});

test('a project token gives access', proves('auth.token'), async ({ ims, image, enter, judge }) => {
  const { token, projectId } = ims.credentials;
  const client = enter('auth', { token, projectId });
  for (const exchange of await callGuarded(client, image)) judge.letIn(exchange, 'a call with a token is accepted');
});

test('an upload with a token may be larger', proves('auth.larger-body'), async ({ ims, resources, enter, judge }) => {
  const { token, projectId } = ims.credentials;
  // Above the bound of signatures, in whichever megabytes that is counted.
  await judgeLargeUpload(judge, { ims, sender: enter('auth', { token, projectId }), resources }, 13);
});

test('a token never issued answers 401', proves('auth.junk-token'), async ({ image, withToken, forAll, judge }) => {
  await forAll(
    junk,
    async (token) => {
      for (const exchange of await callGuarded(withToken(token), image))
        judge.rejected(exchange, 'a made-up token is refused');
    },
    { weight: 0.5 },
  );
});

test(
  'a token with one changed character answers 401',
  proves('auth.tampered-token'),
  async ({ ims, image, withToken, forAll, judge }) => {
    const { token = '' } = ims.credentials;
    // Of encoded tokens the last characters may hold bits that mean nothing.
    const place = fc.integer({ min: 0, max: Math.max(0, token.length - 5) });
    const letters = [...token].flatMap((letter, at) => (/[a-z]/i.test(letter) && at < token.length - 4 ? [at] : []));
    const swapped = fc
      .constantFrom(...(letters.length > 0 ? letters : [0]))
      .map((at) => changed(token, at, inOtherCase));
    const replaced = fc.tuple(place, fc.constantFrom(...'0a9Z')).map(([at, other]) => changed(token, at, () => other));
    await forAll(
      fc.oneof(swapped, replaced).filter((wrong) => wrong !== token),
      async (wrong) => {
        for (const exchange of await callGuarded(withToken(wrong), image))
          judge.rejected(exchange, 'a changed token is refused');
      },
    );
  },
);

test('an expired token answers 401', proves('auth.expired-token'), async ({ ims, image, withToken, judge }) => {
  const client = withToken(ims.credentials.expiredToken ?? '');
  for (const exchange of await callGuarded(client, image)) judge.rejected(exchange, 'an expired token is refused');
});

test(
  'a token of the whole account is refused',
  proves('auth.domain-token'),
  async ({ ims, image, withToken, judge }) => {
    const client = withToken(ims.credentials.domainToken ?? '');
    for (const exchange of await callGuarded(ims, image)) judge.needs(exchange, 'a call of the project is accepted');
    for (const exchange of await callGuarded(client, image))
      judge.rejected(exchange, 'a call of the account is refused');
  },
);

test(
  'a refused write changes nothing',
  proves('auth.no-effect'),
  async ({ ims, image, withToken, tags, forAll, judge }) => {
    await tags.given(image, { purpose: 'test' });
    const nobody = ims.authenticated({ headers: ({ headers }) => headers });
    const path = { image_id: image.id };
    await forAll(
      fc.tuple(unusedKey(), junk),
      async ([key, token]) => {
        for (const client of [nobody, withToken(token)]) {
          const body = { tag: { key, value: 'refused' } };
          judge.rejected(
            await client.call('AddImageTag', { path, body }),
            'a write without valid credentials is refused',
          );
        }
        judge.equal(await tags.read(image), { purpose: 'test' }, 'the tags');
      },
      { weight: 0.5 },
    );
  },
);

test("another project's path is refused", proves('auth.foreign-project'), async ({ ims, member, image, judge }) => {
  const path = { image_id: image.id };
  judge.needs(await ims.call('ListImageTags', { path }), "the own project's path is accepted");
  judge.needs(await ims.call('ListImagesTags'), "the own project's path is accepted");
  const { projectId } = member;
  judge.rejected(await ims.call('ListImageTags', { path, projectId }), "another project's path is refused");
  judge.rejected(await ims.call('ListImagesTags', { projectId }), "another project's path is refused");
});

function changed(token: string, at: number, change: (letter: string) => string): string {
  return token.slice(0, at) + change(token.charAt(at)) + token.slice(at + 1);
}

function inOtherCase(letter: string): string {
  return letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
}

import { proves, test } from '../../../fixtures/index.js';
import { versionsOf } from '../../../fixtures/native/version-entries.js';

test('the list of versions answers 300', proves('list-versions.multiple-choices'), async ({ ims, judge }) => {
  judge.status(await ims.call('ListVersions'), 300);
});

test('the list of versions answers 300 at OTC', proves('list-versions.status'), async ({ ims, judge }) => {
  judge.status(await ims.call('ListVersions'), 300);
});

test('a version leads to its series', proves('list-versions.links'), async ({ ims, judge }) => {
  const exchange = judge.needs(await ims.call('ListVersions'));
  for (const { id = '', links = [] } of versionsOf(exchange)) {
    const address = String(links.find(({ rel }) => rel === 'self')?.href);
    const series = /^v\d+/.exec(id)?.[0] ?? id;
    const path = URL.canParse(address) ? new URL(address).pathname.split('/') : [];
    const leads = /^https?:/.test(address) && path.some((part) => part === series || part.startsWith(`${series}.`));
    judge.that(leads, `a URL with /${series} in its path for ${id}`, address, { exchange });
  }
});

test('one version at most is the current one', proves('list-versions.current'), async ({ ims, judge }) => {
  const exchange = judge.needs(await ims.call('ListVersions'));
  const versions = versionsOf(exchange);
  const current = versions.filter(({ status }) => status === 'CURRENT').map(({ id }) => id);
  judge.that(current.length <= 1, 'at most one version that is CURRENT', `${current}`, { exchange });
  const ids = versions.map(({ id }) => id);
  judge.equal([...new Set(ids)], ids, 'the versions, each once', { exchange });
});

test('every version has id, status and link', proves('list-versions.entries'), async ({ ims, judge }) => {
  const exchange = judge.accepted(await ims.call('ListVersions'));
  const versions = versionsOf(exchange);
  judge.that(versions.length > 0, 'a list of versions', 'no version', { exchange });
  for (const version of versions) {
    const { id = '', status = '', links = [] } = version;
    const text = JSON.stringify(version);
    judge.that(/^v\d/.test(id), 'an id that begins with v and a number', text, { exchange });
    judge.that(['CURRENT', 'SUPPORTED', 'DEPRECATED'].includes(status), 'one of the three states', text, { exchange });
    const own = links.find(({ rel, href }) => rel === 'self' && typeof href === 'string' && href !== '');
    judge.that(own !== undefined, 'a link of the relation "self"', text, { exchange });
  }
});

test('a version of series 2 is in use', proves('list-versions.v2'), async ({ ims, judge }) => {
  const exchange = judge.needs(await ims.call('ListVersions'));
  const used = versionsOf(exchange).filter(({ id, status }) => id?.startsWith('v2') && status !== 'DEPRECATED');
  judge.that(used.length > 0, 'a version of series 2 that is not deprecated', exchange.response.text, { exchange });
});

test('versions told to nobody in particular are noted', proves('list-versions.no-token'), async ({ ims, judge }) => {
  const nobody = ims.authenticated({ headers: ({ headers }) => headers });
  for (const call of ['ListVersions', 'ShowVersion'] as const) {
    const { response } = await nobody.call(call, { path: { version: 'v2' } });
    judge.observe(`${call} without token and signature answers ${response.status}.`);
  }
});

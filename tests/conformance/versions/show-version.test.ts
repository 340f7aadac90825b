import { test as base, fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { type Version, versionsOf } from '../../../fixtures/native/version-entries.js';

const test = base.extend<{ versions: (Version & { id: string })[] }>({
  versions: async ({ ims }, use) => {
    const listed = versionsOf(await ims.call('ListVersions'));
    const versions = listed.flatMap((version) => (version.id ? [{ ...version, id: version.id }] : []));
    if (versions.length === 0) throw new Unjudged('No version is listed.');
    await use(versions);
  },
});

test('a version alone is as in the list', proves('show-version.same'), async ({ ims, versions, judge }) => {
  for (const version of versions) {
    const exchange = judge.accepted(await ims.call('ShowVersion', { path: { version: version.id } }));
    const shown = versionsOf(exchange).filter(({ id }) => id === version.id);
    judge.equal(shown.map(entryOf), [entryOf(version)], `the version ${version.id}`, { exchange });
  }
});

test('only the version asked for is shown', proves('show-version.only'), async ({ ims, versions, judge }) => {
  for (const { id } of versions) {
    const exchange = judge.needs(await ims.call('ShowVersion', { path: { version: id } }));
    const shown = versionsOf(exchange).map((version) => version.id);
    judge.equal(shown, [id], 'the versions shown', { exchange });
  }
});

test('a version alone answers 300', proves('show-version.multiple-choices'), async ({ ims, versions, judge }) => {
  for (const { id } of versions) judge.status(await ims.call('ShowVersion', { path: { version: id } }), 300);
});

test('a version alone answers 300 at OTC', proves('show-version.status'), async ({ ims, versions, judge }) => {
  for (const { id } of versions) judge.status(await ims.call('ShowVersion', { path: { version: id } }), 300);
});

test('an absent version is refused', proves('show-version.absent'), async ({ ims, versions, forAll, judge }) => {
  const id = fc
    .tuple(fc.integer({ min: 3, max: 99 }), fc.integer({ min: 0, max: 9 }))
    .map((parts) => `v${parts.join('.')}`);
  const known = versions.map((version) => version.id);
  judge.needs(
    await ims.call('ShowVersion', { path: { version: String(known[0]) } }),
    'a version that is listed is shown',
  );
  await forAll(
    id.filter((absent) => !known.includes(absent)),
    async (version) => {
      const exchange = judge.rejected(
        await ims.call('ShowVersion', { path: { version } }),
        'an absent version is refused',
      );
      const shown = versionsOf(exchange).some((entry) => entry.id === version);
      judge.that(!shown, `no version ${version}`, 'it is shown', { exchange });
    },
  );
});

/** What is documented of a version; links in any order. */
function entryOf({ id, status, links = [] }: Version): unknown {
  return { id, status, links: links.map(({ rel, href }) => `${rel} ${href}`).sort() };
}

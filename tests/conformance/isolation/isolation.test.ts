import { setTimeout as sleep } from 'node:timers/promises';
import { proves } from '../../../fixtures/index.js';
import { elsewhereOf, makeHoldings } from '../../../fixtures/isolation/holdings.js';
import type { Encounter } from '../../../fixtures/isolation/isolation.js';
import { test as base } from '../../../fixtures/isolation/isolation-test.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { QuotaWatch } from '../../../fixtures/quotas/quota-watch.js';

const test = base.extend<{ overheard: Encounter }>({
  /** The third project, and what the main one shares with the second, which accepted it. */
  overheard: async ({ ims, sharing, receiver, stranger, resources, provided, session }, use) => {
    if (!stranger) throw new Unjudged('It takes a third project.');
    const { timeouts, otherRegion } = session.configuration;
    const means = { resources, jobSeconds: timeouts.jobSeconds, elsewhere: elsewhereOf(otherRegion) };
    const shared = { ...provided, receivers: [receiver] };
    const theirs = await makeHoldings(ims, { ...means, hasFile: true, provided: shared });
    await sharing.decideOne(theirs.image, { status: 'accepted' });
    if ((await sharing.stateOf(theirs.image, receiver, 'accepted')) !== 'accepted')
      throw new Unjudged('The second project could not accept an image.');
    // What is compared later is what everybody reads by now.
    await sleep(session.configuration.consistencySeconds * 1000);
    await use({ caller: stranger, theirs });
  },
});

// What the projects have serves all tests of this file, so they stay in one worker.
test.describe.configure({ mode: 'default' });

test('no project reads what is another one’s', proves('isolation.reads'), async ({ isolation, encounters }) => {
  for (const encounter of encounters) await isolation.nothingIsRead(encounter);
});

test('no project changes what is another one’s', proves('isolation.changes'), async ({ isolation, encounters }) => {
  for (const encounter of encounters) await isolation.nothingIsChanged(encounter);
});

test('no list tells of another project', proves('isolation.lists'), async ({ isolation, encounters }) => {
  for (const encounter of encounters) await isolation.nothingIsListed(encounter);
});

test("no call works in another project's path", proves('isolation.paths'), async ({ isolation, holdings }) => {
  for (const own of holdings) {
    const others = holdings.filter(({ owner }) => owner !== own.owner);
    for (const { owner } of others) await isolation.pathIsRefused(own.owner, own, owner.projectId);
  }
});

test('no header shows another project', proves('isolation.project-header'), async ({ ims, isolation, encounters }) => {
  for (const encounter of encounters) if (encounter.caller === ims) await isolation.headerShowsNothing(encounter);
});

test('an accepted image is hidden from a third', proves('isolation.accepted'), async ({ isolation, overheard }) => {
  await isolation.nothingIsRead(overheard);
  await isolation.nothingIsListed(overheard);
  await isolation.nothingIsChanged(overheard);
});

test(
  "another project's images count nothing",
  proves('isolation.quota'),
  async ({ ims, member, resources, session, judge }) => {
    const quota = new QuotaWatch(member, session.configuration.consistencySeconds);
    const prepare = async () => {
      await resources.release();
      return { carryOut: () => resources.queuedImage(ims) };
    };
    const { used, exchange } = await quota.difference(prepare, 0, session.configuration.consistencySeconds);
    judge.equal(used, 0, 'the change of used', { exchange });
  },
);

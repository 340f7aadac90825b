import { proves } from '../../../fixtures/index.js';
import { QuotaWatch } from '../../../fixtures/quotas/quota-watch.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

test(
  'an accepted image counts nothing for who received it',
  proves('show-image-quota.received'),
  async ({ sharing, own, receiver, member, session, judge }) => {
    const { consistencySeconds } = session.configuration;
    const prepare = async () => {
      await sharing.given(own, { [receiver]: 'pending' });
      const carryOut = async () => {
        judge.needs(await sharing.decideOne(own, { status: 'accepted' }), 'an image is accepted');
        await sharing.stateOf(own, receiver, 'accepted');
        // None of its own images comes or goes.
        return [];
      };
      return { carryOut };
    };
    const quota = new QuotaWatch(member, consistencySeconds);
    const { used, exchange } = await quota.difference(prepare, 0, consistencySeconds);
    judge.equal(used, 0, 'the change of used', { exchange });
  },
);

import { test } from '../../../fixtures/creation/cross-region-test.js';
import { proves } from '../../../fixtures/index.js';
import { QuotaWatch } from '../../../fixtures/quotas/quota-watch.js';

const confirmations = 3;

test(
  'an image of another region counts nothing here',
  proves('show-image-quota.other-region'),
  async ({ ims, copy, resources, tags, session, judge }) => {
    const quota = new QuotaWatch(ims, session.configuration.consistencySeconds);
    const surplus = async () => {
      await tags.lapse();
      return quota.surplus();
    };
    // Others are at work in the project: what comes and goes with the copy each time is the copy.
    for (let time = 1; time <= confirmations; time += 1) {
      const before = await surplus();
      await copy.makes();
      const { used, exchange } = await surplus();
      await resources.release();
      const after = await surplus();
      const most = Math.max(before.used, after.used);
      if (used <= most) return;
      if (time < confirmations) continue;
      judge.that(false, `${most} used beside the images of the region while it has a copy elsewhere`, `${used}`, {
        exchange,
      });
    }
  },
);

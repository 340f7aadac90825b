import type { Client } from '../../../fixtures/client.js';
import { proves } from '../../../fixtures/index.js';
import { quotasOf } from '../../../fixtures/quotas/quota-watch.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

test(
  'what quotas of sharing count is noted',
  proves('show-image-quota.shared'),
  async ({ ims, member, own, sharing, receiver, judge }) => {
    const used = async (client: Client) => {
      const quotas = quotasOf(judge.needs(await client.call('ShowImageQuota'), 'the quota is shown'));
      const shared = quotas.filter(({ type }) => type === 'image_shared' || type === 'image_member');
      return shared.map(({ type, used }) => `${type} ${used}`).join(', ') || 'neither';
    };
    await sharing.given(own, {});
    const before = await used(ims);
    await sharing.given(own, { [receiver]: 'accepted' });
    judge.observe(
      `In use before an image is shared: ${before}; then ${await used(ims)}, and ${await used(member)} of its member.`,
    );
  },
);

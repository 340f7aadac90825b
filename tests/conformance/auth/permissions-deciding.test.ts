import { FillDesk } from '../../../fixtures/filling/fill-desk.js';
import { proves } from '../../../fixtures/index.js';
import { MemberDesk } from '../../../fixtures/sharing/member-desk.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

const who = 'a user who may only read';

test(
  'a user who may only read decides about no image',
  proves('permissions.reader-decides'),
  async ({ ims, member, reader, resources, session, judge }) => {
    const { timeouts, consistencySeconds } = session.configuration;
    const { jobSeconds } = timeouts;
    // The other project shares it: this one is to decide, and whoever may only read is a user of this one.
    const image = await new FillDesk(member, resources, jobSeconds).filled();
    const sharing = new MemberDesk(member, ims, { jobSeconds, consistencySeconds });
    const { projectId } = ims;
    await sharing.given(image, { [projectId]: 'pending' });
    for (const status of ['accepted', 'rejected']) {
      const natively = await sharing.decideOne(image, { status }, projectId, reader);
      judge.rejected(natively, `the decision "${status}" of ${who} is refused`);
      const { exchange } = await sharing.decide([image], status, {}, reader);
      judge.rejected(exchange, `the decision "${status}" of ${who} in a batch is refused`);
    }
    judge.equal(await sharing.stateOf(image, projectId, 'pending'), 'pending', 'the state of the member');
    judge.needs(await sharing.decideOne(image, { status: 'accepted' }), 'the decision of a user who may is accepted');
    judge.equal(await sharing.stateOf(image, projectId, 'accepted'), 'accepted', 'the state of the member');
  },
);

import { proves } from '../../../fixtures/index.js';
import { inState, receivedAs } from '../../../fixtures/sharing-checks.js';
import { test } from '../../../fixtures/sharing-test.js';

test.use({ listCall: 'GlanceListImages' });

test(
  'the queries for received images list them',
  proves('glance-list-images.received'),
  async ({ sharing, own, receiver, received, session }) => {
    const query = session.profile.readings.imageTypes === 'told' ? inState : receivedAs;
    const states = ['pending', 'accepted', 'rejected'];
    for (const state of states) {
      await sharing.given(own, { [receiver]: state });
      for (const asked of states) {
        await received.expect(query(asked), asked === state ? { holds: [own] } : { lacks: [own] });
      }
    }
  },
);

test(
  'private images are those not shared',
  proves('glance-list-images.visibility-shared'),
  async ({ sharing, own, receiver, listing }) => {
    await sharing.given(own, {});
    await listing.expect({ visibility: 'private' }, { holds: [own] });
    await sharing.given(own, { [receiver]: 'accepted' });
    await listing.expect({ visibility: 'private' }, { lacks: [own] });
    await listing.expect({ visibility: 'shared' }, { holds: [own] });
  },
);

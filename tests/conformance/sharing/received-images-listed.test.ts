import { eachList } from '../../../fixtures/lists/each-list.js';
import {
  inState,
  isListed,
  isNoneOfShared,
  needsListed,
  receivedAs,
} from '../../../fixtures/sharing/sharing-checks.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

const states = ['pending', 'accepted', 'rejected'];

eachList(['ListImages', 'GlanceListImages'], (of, list) => {
  test(
    'a member finds images by their state',
    of('member-status'),
    async ({ sharing, own, receiver, resources, ims, received }) => {
      const other = await resources.image(ims);
      for (const [at, state] of states.entries()) {
        const next = states[(at + 1) % states.length] as string;
        const last = states[(at + 2) % states.length] as string;
        await sharing.given(own, { [receiver]: state });
        await sharing.given(other, { [receiver]: next });
        for (const asked of list === 'ListImages' ? [inState, receivedAs] : [receivedAs]) {
          await received.expect(asked(state), { holds: [own], lacks: [other] });
          await received.expect(asked(next), { holds: [other], lacks: [own] });
          await received.expect(asked(last), { lacks: [own, other] });
        }
      }
      for (const image of [own, other]) await sharing.given(image, { [receiver]: 'accepted' });
      await received.expect(receivedAs('accepted'), { holds: [own, other] });
    },
  );

  test(
    'what waits for acceptance is not listed',
    of('pending-unlisted'),
    async ({ sharing, own, receiver, received, judge }) => {
      await sharing.given(own, { [receiver]: 'pending' });
      await isListed(received, own, false);
      await isNoneOfShared(received, own);
      judge.needs(await sharing.decideOne(own, { status: 'accepted' }), 'the image is accepted');
      await needsListed(received, own, sharing.patience.consistencySeconds);
    },
  );

  test(
    'what was rejected is not listed as shared',
    of('rejected-not-shared'),
    async ({ sharing, own, receiver, received }) => {
      await sharing.given(own, { [receiver]: 'rejected' });
      await isNoneOfShared(received, own);
    },
  );

  test(
    'a shared image is of type shared',
    of('shared-imagetype'),
    async ({ sharing, own, receiver, resources, ims, listing, received }) => {
      const other = await resources.activeImage(ims);
      await sharing.given(own, { [receiver]: 'accepted' });
      await needsListed(received, own, sharing.patience.consistencySeconds);
      const shared = { __imagetype: 'shared' };
      await listing.expect(shared, { holds: [own], lacks: [other], fits: (image) => image.__imagetype === 'shared' });
      await received.expect(shared, { holds: [own], lacks: [other], fits: (image) => image.__imagetype === 'shared' });
      await listing.expect({ __imagetype: 'private', name: own.name }, { lacks: [own] });
    },
  );
});

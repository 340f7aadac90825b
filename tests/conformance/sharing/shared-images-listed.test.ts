import { refused } from '../../../fixtures/filter-relation.js';
import { proves } from '../../../fixtures/index.js';
import { test } from '../../../fixtures/sharing-test.js';

test(
  'the owner tells which shared images are own',
  proves('list-images.shared-owner'),
  async ({ ims, member, sharing, own, receiver, listing, received }) => {
    await sharing.given(own, { [receiver]: 'accepted' });
    const shared = (owner: string) => ({ __imagetype: 'shared', owner });
    for (const each of [listing, received]) {
      await each.expect(shared(ims.projectId), { holds: [own], fits: ({ owner }) => owner === ims.projectId });
      // What is received is no image of the member's; a service may refuse to tell of a project that is not the caller's.
      const theirs = shared(member.projectId);
      if (each === received || !refused(await each.ask(theirs))) await each.expect(theirs, { lacks: [own] });
    }
  },
);

test(
  'an own shared image is visible as shared',
  proves('list-images.shared-visibility'),
  async ({ sharing, own, receiver, listing }) => {
    await sharing.given(own, { [receiver]: 'accepted' });
    await listing.expect({ visibility: 'shared' }, { holds: [own] });
  },
);

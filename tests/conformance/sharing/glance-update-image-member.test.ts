import { randomUUID } from 'node:crypto';
import { jsonOf } from '../../../fixtures/exchange.js';
import { fc, proves } from '../../../fixtures/index.js';
import type { MemberView } from '../../../fixtures/sharing/member-desk.js';
import { isListed } from '../../../fixtures/sharing/sharing-checks.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

const decisions = ['accepted', 'rejected'];

test(
  'a decision is answered with the member',
  proves('glance-update-image-member.decides'),
  async ({ sharing, own, receiver, judge }) => {
    for (const decision of decisions) {
      await sharing.given(own, { [receiver]: 'pending' });
      const exchange = judge.status(await sharing.decideOne(own, { status: decision }), 200);
      const { status, image_id, member_id } = jsonOf(exchange) as MemberView;
      const due = { status: decision, image_id: own.id, member_id: receiver };
      judge.equal({ status, image_id, member_id }, due, 'the member', { exchange });
      judge.equal(await sharing.stateOf(own, receiver, decision), decision, 'the state of the member');
    }
  },
);

test(
  'a natively accepted image is listed',
  proves('glance-update-image-member.accepted-listed'),
  async ({ sharing, own, receiver, received, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    judge.needs(await sharing.decideOne(own, { status: 'accepted' }), 'an image is accepted');
    await isListed(received, own, true);
  },
);

test(
  'a natively rejected image is not listed',
  proves('glance-update-image-member.rejected-unlisted'),
  async ({ sharing, own, receiver, received, judge }) => {
    for (const before of ['pending', 'accepted']) {
      await sharing.given(own, { [receiver]: before });
      judge.needs(await sharing.decideOne(own, { status: 'rejected' }), 'an image is rejected');
      await sharing.needsState(own, receiver, 'rejected');
      await isListed(received, own, false);
    }
  },
);

test(
  'a rejected image can still be used',
  proves('glance-update-image-member.rejected-usable'),
  async ({ sharing, own, receiver, member, session, judge }) => {
    const ways = [() => sharing.decideOne(own, { status: 'rejected' })];
    if (session.profile.operations.includes('BatchUpdateMembers'))
      ways.push(async () => (await sharing.decide([own], 'rejected')).exchange);
    for (const reject of ways) {
      await sharing.given(own, { [receiver]: 'pending' });
      judge.needs(await reject(), 'an image is rejected');
      await sharing.needsState(own, receiver, 'rejected');
      const shown = await member.call('GlanceShowImage', { path: { image_id: own.id } });
      judge.accepted(shown, 'the image is shown');
    }
  },
);

test(
  'a native decision may change',
  proves('glance-update-image-member.changes-mind'),
  async ({ sharing, own, receiver, forAll, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    const several = fc.array(fc.constantFrom(...decisions), { minLength: 2, maxLength: 5 });
    await forAll(
      several.map((list) => ['rejected', 'accepted', ...list]),
      async (list) => {
        for (const status of list) {
          judge.accepted(await sharing.decideOne(own, { status }), `an image is ${status} after ${list}`);
          judge.equal(await sharing.stateOf(own, receiver, status), status, 'the state of the member');
        }
      },
      { weight: 0.2 },
    );
  },
);

test(
  'a native decision is accepted or rejected',
  proves('glance-update-image-member.status-list'),
  async ({ sharing, own, receiver, judge }) => {
    await sharing.given(own, { [receiver]: 'accepted' });
    for (const status of [undefined, 'accept', 'reject', '', 'active', 'deleted', ['rejected']]) {
      judge.rejected(await sharing.decideOne(own, { status }), `the status ${JSON.stringify(status)} is refused`);
    }
    judge.equal(await sharing.stateOf(own, receiver, 'accepted'), 'accepted', 'the state of the member');
    judge.needs(await sharing.decideOne(own, { status: 'rejected' }), 'the status rejected is accepted');
  },
);

test(
  'a native decision is not taken back',
  proves('glance-update-image-member.pending'),
  async ({ sharing, own, receiver, judge }) => {
    for (const decision of decisions) {
      await sharing.given(own, { [receiver]: decision });
      const back = await sharing.decideOne(own, { status: 'pending' });
      judge.rejected(back, `the status pending after ${decision} is refused`);
      judge.equal(await sharing.stateOf(own, receiver, decision), decision, 'the state of the member');
    }
  },
);

test(
  'only the member decides natively',
  proves('glance-update-image-member.member-only'),
  async ({ sharing, own, receiver, third, ims, member, judge }) => {
    const before = { [receiver]: 'pending', [third]: 'pending' };
    await sharing.given(own, before);
    for (const status of decisions) {
      const byOwner = await sharing.decideOne(own, { status }, receiver, ims);
      judge.rejected(byOwner, `the owner cannot say ${status} for the member`);
      const byMember = await sharing.decideOne(own, { status }, third, member);
      judge.rejected(byMember, `a member cannot say ${status} for another`);
    }
    judge.equal(await sharing.settled(own, before), before, 'the members');
    judge.needs(await sharing.decideOne(own, { status: 'accepted' }), 'the decision of the member itself');
  },
);

test(
  'nobody decides natively about absent images',
  proves('glance-update-image-member.absent-image'),
  async ({ sharing, own, receiver, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    for (const status of decisions) {
      const absent = await sharing.decideOne({ id: randomUUID() }, { status });
      judge.rejected(absent, `an image that does not exist cannot be ${status}`);
    }
    judge.needs(await sharing.decideOne(own, { status: 'accepted' }), 'an image that is there is accepted');
  },
);

test(
  'what is not shared cannot be natively accepted',
  proves('glance-update-image-member.not-shared'),
  async ({ sharing, own, receiver, isHidden, judge }) => {
    for (const status of decisions) {
      judge.rejected(await sharing.decideOne(own, { status }), `an image that is not shared cannot be ${status}`);
    }
    judge.equal(await sharing.settled(own, {}), {}, 'the members');
    judge.that(await isHidden(own), 'the image stays hidden', 'it is shown');
    await sharing.given(own, { [receiver]: 'pending' });
    judge.needs(await sharing.decideOne(own, { status: 'accepted' }), 'an image that is shared is accepted');
  },
);

import { randomUUID } from 'node:crypto';
import { proves } from '../../../fixtures/index.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

test(
  'a withdrawal answers without a body',
  proves('glance-delete-image-member.no-content'),
  async ({ sharing, own, receiver, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    const exchange = judge.status(await sharing.removeOne(own, receiver), 204);
    judge.equal(exchange.response.text.length, 0, 'bytes of the body', { exchange });
  },
);

test(
  'a withdrawn image is seen no more',
  proves('glance-delete-image-member.removes'),
  async ({ sharing, own, receiver, isHidden, judge }) => {
    for (const state of ['pending', 'accepted', 'rejected']) {
      await sharing.given(own, { [receiver]: state });
      judge.accepted(await sharing.removeOne(own, receiver), `a member that is ${state} is removed`);
      judge.equal(await sharing.settled(own, {}), {}, 'the members');
      judge.that(await isHidden(own), 'the image is hidden', 'it is shown');
    }
  },
);

test(
  'other members keep the image',
  proves('glance-delete-image-member.keeps-others'),
  async ({ sharing, own, receiver, third, judge }) => {
    for (const [taken, due] of [
      [third, { [receiver]: 'accepted' }],
      [receiver, { [third]: 'pending' }],
    ] as const) {
      await sharing.given(own, { [receiver]: 'accepted', [third]: 'pending' });
      judge.needs(await sharing.removeOne(own, taken), 'a member is removed');
      const { [taken]: _, ...left } = await sharing.settled(own, due);
      judge.equal(left, due, 'the members that are left');
    }
  },
);

test(
  'an absent member cannot be removed',
  proves('glance-delete-image-member.absent-member'),
  async ({ sharing, own, receiver, third, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    judge.rejected(await sharing.removeOne(own, third), 'a project without the image cannot be removed');
    judge.equal(await sharing.stateOf(own, receiver, 'pending'), 'pending', 'the state of the member');
    judge.needs(await sharing.removeOne(own, receiver), 'a member can be removed');
    await sharing.settled(own, {});
    judge.rejected(await sharing.removeOne(own, receiver), 'a member cannot be removed twice');
  },
);

test(
  'an absent image loses no member',
  proves('glance-delete-image-member.absent-image'),
  async ({ sharing, own, receiver, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    const absent = await sharing.removeOne({ id: randomUUID() }, receiver);
    judge.rejected(absent, 'a member of an image that does not exist cannot be removed');
    judge.needs(await sharing.removeOne(own, receiver), 'a member of an image that is there can be removed');
  },
);

test(
  'only the owner removes members',
  proves('glance-delete-image-member.foreign-image'),
  async ({ sharing, own, receiver, third, member, judge }) => {
    await sharing.given(own, { [third]: 'pending' });
    judge.rejected(await sharing.removeOne(own, third, member), 'a stranger cannot remove a member');
    await sharing.given(own, { [third]: 'pending', [receiver]: 'accepted' });
    judge.rejected(await sharing.removeOne(own, third, member), 'a member cannot remove another');
    judge.equal(await sharing.stateOf(own, third, 'pending'), 'pending', 'the state of the other member');
    judge.needs(await sharing.removeOne(own, third), 'the owner can remove a member');
  },
);

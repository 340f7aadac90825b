import { proves } from '../../../fixtures/index.js';
import { membersOf, noMember } from '../../../fixtures/sharing/member-desk.js';
import { needsCarriedOut } from '../../../fixtures/sharing/sharing-checks.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

test(
  'an image that nobody shares any longer is private again',
  proves('image-sharing.private-again'),
  async ({ sharing, own, receiver, images, listing, judge }) => {
    const ways = [
      () => sharing.removeOne(own, receiver),
      async () => (await sharing.remove([own], [receiver])).exchange,
    ];
    for (const takesBack of ways) {
      await sharing.given(own, { [receiver]: 'accepted' });
      await listing.expect({ __imagetype: 'shared' }, { holds: [own] });
      judge.needs(await takesBack(), 'a shared image is taken back');
      await sharing.needsState(own, receiver, noMember);
      const { __imagetype } = await images.settled(own, (view) => view.__imagetype === 'private');
      judge.equal(__imagetype, 'private', 'the __imagetype of an image without members');
      await listing.expect({ __imagetype: 'private' }, { holds: [own] });
      await listing.expect({ __imagetype: 'shared' }, { lacks: [own] });
    }
  },
);

test(
  'a project is one member, however often named',
  proves('image-sharing.twice', 'image-sharing.state-after-twice'),
  async ({ sharing, own, receiver, eventually, judge }) => {
    const ways = {
      natively: () => sharing.addOne(own, { member: receiver }),
      'in a batch': async () => (await sharing.add([own], [receiver])).exchange,
      'twice in a batch': async () => (await sharing.add([own, own], [receiver, receiver])).exchange,
    };
    const seen: string[] = [];
    for (const [way, share] of Object.entries(ways)) {
      for (const state of way === 'twice in a batch' ? ['none', 'accepted'] : ['accepted']) {
        await sharing.given(own, state === 'none' ? {} : { [receiver]: state });
        const { response } = await share();
        const exchange = await eventually(
          () => sharing.list(own),
          (list) => membersOf(list).length > 1,
        );
        const found = membersOf(exchange).map((one) => `${one.member_id === receiver} ${one.status}`);
        const fits = found.length === 1 || (state === 'none' && found.length === 0);
        judge.that(fits, `one member after sharing ${way}`, found.join(', ') || 'none', { exchange });
        seen.push(`${way} status ${response.status}, and what was ${state} is ${membersOf(exchange)[0]?.status}`);
      }
    }
    judge.observe(`It answers ${seen.join('; ')}.`, 'image-sharing.state-after-twice');
  },
);

test(
  'taking from a stranger takes from nobody else',
  proves('batch-delete-members.absent-member'),
  async ({ sharing, own, receiver, third, judge }) => {
    const due = { [receiver]: 'accepted' };
    await sharing.given(own, due);
    await sharing.remove([own], [third]);
    judge.equal(await sharing.settledWhen(own, () => false), due, 'the members');
    needsCarriedOut(judge, await sharing.remove([own], [receiver]), 'taking the image from its member');
  },
);

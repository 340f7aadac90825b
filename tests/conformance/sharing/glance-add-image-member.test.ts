import { randomBytes, randomUUID } from 'node:crypto';
import { jsonOf } from '../../../fixtures/exchange.js';
import { proves } from '../../../fixtures/index.js';
import { isOfNow } from '../../../fixtures/judging/is-of-now.js';
import { type MemberView, noMember } from '../../../fixtures/sharing/member-desk.js';
import { isNativelyRefused, ofNobody } from '../../../fixtures/sharing/sharing-checks.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

test(
  'a project becomes a pending member',
  proves('glance-add-image-member.adds'),
  async ({ sharing, own, receiver, judge }) => {
    const exchange = judge.status(await sharing.addOne(own, { member: receiver }), 200);
    const { status, image_id, member_id } = jsonOf(exchange) as MemberView;
    const due = { status: 'pending', image_id: own.id, member_id: receiver };
    judge.equal({ status, image_id, member_id }, due, 'the new member', { exchange });
    judge.equal(await sharing.stateOf(own, receiver, 'pending'), 'pending', 'the state of the member');
  },
);

test(
  'a shared image can be seen',
  proves('glance-add-image-member.shared'),
  async ({ sharing, own, receiver, member, eventually, judge }) => {
    judge.accepted(await sharing.addOne(own, { member: receiver }), 'sharing an image');
    const look = () => member.call('GlanceShowImage', { path: { image_id: own.id } });
    const shown = await eventually(look, ({ response }) => response.status === 200);
    judge.accepted(shown, 'the project is shown the image');
    judge.equal((jsonOf(shown) as { id?: string }).id, own.id, 'the id of the image', { exchange: shown });
  },
);

test(
  'a new member is as old as its sharing',
  proves('glance-add-image-member.times'),
  async ({ sharing, ims, resources, receiver, judge }) => {
    // Glance remembers when an image was first shared with a project; this one never was.
    const fresh = await resources.image(ims);
    const exchange = judge.accepted(await sharing.addOne(fresh, { member: receiver }), 'sharing an image');
    const { created_at: created = '', updated_at: updated = '' } = jsonOf(exchange) as MemberView;
    const apart = Math.abs(Date.parse(updated) - Date.parse(created)) / 1000;
    judge.that(apart <= 2, `a time of the update like ${created}`, updated, { exchange });
    isOfNow(judge, exchange, created, 'created_at');
  },
);

test(
  'sharing names a project',
  proves('glance-add-image-member.required'),
  async ({ sharing, own, receiver, judge }) => {
    for (const body of [{}, { member: [receiver] }, { member: { id: receiver } }, { project: receiver }]) {
      judge.rejected(await sharing.addOne(own, body), `the body ${JSON.stringify(body)} is refused`);
    }
    const nobody = await sharing.addOne(own, { member: '' });
    isNativelyRefused(judge, nobody, 'the body {"member":""} is refused', ofNobody);
    judge.equal(await sharing.stateOf(own, receiver, noMember), noMember, 'the state of the project');
    judge.needs(await sharing.addOne(own, { member: receiver }), 'a body with a member is accepted');
  },
);

test(
  'an absent image is not natively shared',
  proves('glance-add-image-member.absent-image'),
  async ({ sharing, own, receiver, judge }) => {
    const absent = await sharing.addOne({ id: randomUUID() }, { member: receiver });
    judge.rejected(absent, 'sharing an image that does not exist is refused');
    judge.needs(await sharing.addOne(own, { member: receiver }), 'sharing an image that is there is accepted');
  },
);

test(
  "another project's image is not natively shared",
  proves('glance-add-image-member.foreign-image'),
  async ({ sharing, own, member, receiver, third, judge }) => {
    for (const project of [third, receiver]) {
      const exchange = await sharing.addOne(own, { member: project }, member);
      judge.rejected(exchange, "sharing another project's image is refused");
    }
    judge.equal(await sharing.settled(own, {}), {}, 'the members');
    judge.needs(await sharing.addOne(own, { member: third }), 'sharing an own image is accepted');
  },
);

test(
  'nobody natively shares with himself',
  proves('glance-add-image-member.own-project'),
  async ({ sharing, own, ims, receiver, judge }) => {
    judge.rejected(await sharing.addOne(own, { member: ims.projectId }), 'sharing with the own project is refused');
    judge.equal(await sharing.stateOf(own, ims.projectId, noMember), noMember, 'the state of the own project');
    judge.needs(await sharing.addOne(own, { member: receiver }), 'sharing with another project is accepted');
  },
);

test(
  'only projects of the region natively receive images',
  proves('glance-add-image-member.region'),
  async ({ sharing, own, receiver, judge }) => {
    const nobody = randomBytes(16).toString('hex');
    const exchange = await sharing.addOne(own, { member: nobody });
    judge.rejected(exchange, 'sharing with a project that does not exist is refused');
    judge.equal(await sharing.stateOf(own, nobody, noMember), noMember, 'the state of the project');
    judge.needs(await sharing.addOne(own, { member: receiver }), 'sharing with a project of the region is accepted');
  },
);

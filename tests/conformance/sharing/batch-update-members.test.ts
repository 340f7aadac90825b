import { randomUUID } from 'node:crypto';
import { proves } from '../../../fixtures/index.js';
import { isListed, isTurnedDown, needsCarriedOut, tellsEach } from '../../../fixtures/sharing/sharing-checks.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

const decisions = ['accepted', 'rejected'];

test(
  'a decision about images answers with a job',
  proves('batch-update-members.job'),
  async ({ sharing, own, receiver, judge }) => {
    for (const decision of decisions) {
      await sharing.given(own, { [receiver]: 'pending' });
      const { exchange, job } = await sharing.decide([own], decision);
      judge.status(exchange, 200);
      judge.succeeded(job, 'the end of the job', { exchange });
    }
  },
);

test(
  'a member accepts or rejects several images',
  proves('batch-update-members.decides'),
  async ({ sharing, own, receiver, ims, resources, judge }) => {
    const images = [own, await resources.activeImage(ims)];
    for (const decision of decisions) {
      for (const image of images) await sharing.given(image, { [receiver]: 'pending' });
      judge.accepted((await sharing.decide(images, decision)).exchange, `two images are ${decision}`);
      for (const image of images) {
        judge.equal(await sharing.stateOf(image, receiver, decision), decision, `the state at "${image.name}"`);
      }
    }
  },
);

test(
  'an accepted image is listed',
  proves('batch-update-members.accepted-listed'),
  async ({ sharing, own, receiver, received, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    needsCarriedOut(judge, await sharing.decide([own], 'accepted'), 'an image is accepted');
    await isListed(received, own, true);
  },
);

test(
  'a rejected image is not listed',
  proves('batch-update-members.rejected-unlisted'),
  async ({ sharing, own, receiver, received, judge }) => {
    for (const before of ['pending', 'accepted']) {
      await sharing.given(own, { [receiver]: before });
      needsCarriedOut(judge, await sharing.decide([own], 'rejected'), 'an image is rejected');
      await sharing.needsState(own, receiver, 'rejected');
      await isListed(received, own, false);
    }
  },
);

test(
  'a member may decide again',
  proves('batch-update-members.changes-mind'),
  async ({ sharing, own, receiver, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    for (const decision of ['rejected', 'accepted', 'rejected', 'accepted']) {
      judge.accepted((await sharing.decide([own], decision)).exchange, `an image is ${decision}`);
      judge.equal(await sharing.stateOf(own, receiver, decision), decision, 'the state of the member');
    }
  },
);

test(
  'a decision changes nothing else',
  proves('batch-update-members.keeps-others'),
  async ({ sharing, own, receiver, third, ims, resources, judge }) => {
    const other = await resources.activeImage(ims);
    const before = { [receiver]: 'pending', [third]: 'pending' };
    for (const decision of decisions) {
      for (const image of [own, other]) await sharing.given(image, before);
      needsCarriedOut(judge, await sharing.decide([own], decision), `an image is ${decision}`);
      const { [receiver]: _, ...others } = await sharing.settled(own, { ...before, [receiver]: decision });
      judge.equal(others, { [third]: 'pending' }, 'the other members of the image');
      judge.equal(await sharing.settled(other, before), before, 'the members of another image');
    }
  },
);

test(
  'the job of decisions tells each result',
  proves('batch-update-members.results'),
  async ({ sharing, own, receiver, ims, resources, session, judge }) => {
    const images = [own, await resources.activeImage(ims)];
    for (const image of images) await sharing.given(image, { [receiver]: 'pending' });
    const batch = await sharing.decide(images, 'accepted');
    needsCarriedOut(judge, batch, 'two images are accepted');
    tellsEach(judge, batch, images, [receiver], session.profile.readings.memberResults === 'images');
  },
);

test(
  'a decision is accepted or rejected',
  proves('batch-update-members.status-list'),
  async ({ sharing, own, receiver, member, judge }) => {
    await sharing.given(own, { [receiver]: 'accepted' });
    const body = { images: [own.id], project_id: receiver };
    // By the member: the owner may decide nothing, whatever the body.
    const bare = await sharing.batch('BatchUpdateMembers', body, member);
    isTurnedDown(judge, bare, 'a body without a status is refused');
    for (const status of ['pending', 'accept', 'reject', '', 'active', 'deleted']) {
      isTurnedDown(judge, await sharing.decide([own], status), `the status "${status}" is refused`);
    }
    const list = await sharing.decide([own], 'rejected', { status: ['rejected'] });
    isTurnedDown(judge, list, 'a list with one status is refused');
    judge.equal(await sharing.stateOf(own, receiver, 'accepted'), 'accepted', 'the state of the member');
    needsCarriedOut(judge, await sharing.decide([own], 'rejected'), 'the status rejected');
  },
);

test(
  'a decision needs images',
  proves('batch-update-members.images-required'),
  async ({ sharing, own, receiver, member, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    const body = { project_id: receiver, status: 'accepted' };
    const bare = await sharing.batch('BatchUpdateMembers', body, member);
    isTurnedDown(judge, bare, 'a body without images is refused');
    isTurnedDown(judge, await sharing.decide([], 'accepted'), 'a body with no image in its list is refused');
    needsCarriedOut(judge, await sharing.decide([own], 'accepted'), 'a body with one image');
  },
);

test(
  'a decision names the project',
  proves('batch-update-members.project-required'),
  async ({ sharing, own, receiver, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    const bare = await sharing.decide([own], 'accepted', { project_id: undefined });
    isTurnedDown(judge, bare, 'a body without project_id is refused');
    judge.equal(await sharing.stateOf(own, receiver, 'pending'), 'pending', 'the state of the member');
    needsCarriedOut(judge, await sharing.decide([own], 'accepted'), 'a body with project_id');
  },
);

test(
  'only the member decides',
  proves('batch-update-members.member-only'),
  async ({ sharing, own, receiver, third, ims, member, judge }) => {
    const before = { [receiver]: 'pending', [third]: 'pending' };
    await sharing.given(own, before);
    for (const status of decisions) {
      const byOwner = await sharing.decide([own], status, {}, ims);
      isTurnedDown(judge, byOwner, `the owner cannot say ${status} for the member`);
      const byMember = await sharing.decide([own], status, { project_id: third }, member);
      isTurnedDown(judge, byMember, `a member cannot say ${status} for another`);
    }
    judge.equal(await sharing.settled(own, before), before, 'the members');
    needsCarriedOut(judge, await sharing.decide([own], 'accepted'), 'the decision of the member itself');
  },
);

test(
  'what is not shared cannot be accepted',
  proves('batch-update-members.not-shared'),
  async ({ sharing, own, receiver, isHidden, judge }) => {
    for (const status of decisions) {
      isTurnedDown(judge, await sharing.decide([own], status), `an image that is not shared cannot be ${status}`);
    }
    judge.equal(await sharing.settled(own, {}), {}, 'the members');
    judge.that(await isHidden(own), 'the image stays hidden', 'it is shown');
    await sharing.given(own, { [receiver]: 'pending' });
    needsCarriedOut(judge, await sharing.decide([own], 'accepted'), 'an image that is shared');
  },
);

test(
  'nobody decides about absent images',
  proves('batch-update-members.absent-image'),
  async ({ sharing, own, receiver, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    for (const status of decisions) {
      const batch = await sharing.decide([{ id: randomUUID() }], status);
      isTurnedDown(judge, batch, `an image that does not exist cannot be ${status}`);
    }
    needsCarriedOut(judge, await sharing.decide([own], 'accepted'), 'an image that is there');
  },
);

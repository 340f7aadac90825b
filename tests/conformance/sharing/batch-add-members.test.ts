import { fc, proves } from '../../../fixtures/index.js';
import { noMember } from '../../../fixtures/sharing/member-desk.js';
import { isTurnedDown, needsCarriedOut, ofNobody, tellsEach } from '../../../fixtures/sharing/sharing-checks.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

test(
  'sharing images answers with a job',
  proves('batch-add-members.job'),
  async ({ sharing, own, receiver, judge }) => {
    const { exchange, job } = await sharing.add([own], [receiver]);
    judge.status(exchange, 200);
    judge.succeeded(job, 'the end of the job', { exchange });
  },
);

test(
  'each image is shared with each project',
  proves('batch-add-members.shares'),
  async ({ sharing, own, receiver, third, ims, resources, judge }) => {
    const images = [own, await resources.activeImage(ims)];
    judge.accepted((await sharing.add(images, [receiver, third])).exchange, 'sharing two images with two projects');
    for (const image of images) {
      const states = await sharing.settledWhen(image, (seen) => Object.keys(seen).length === 2);
      judge.equal(Object.keys(states).sort(), [receiver, third].sort(), `the members of "${image.name}"`);
    }
  },
);

test('a new member is pending', proves('batch-add-members.pending'), async ({ sharing, own, receiver, judge }) => {
  needsCarriedOut(judge, await sharing.add([own], [receiver]), 'sharing an image');
  judge.equal(await sharing.stateOf(own, receiver, 'pending'), 'pending', 'the state of the new member');
});

test(
  'the job of a batch tells each result',
  proves('batch-add-members.results'),
  async ({ sharing, own, receiver, third, ims, resources, session, judge }) => {
    const images = [own, await resources.activeImage(ims)];
    const batch = await sharing.add(images, [receiver, third]);
    needsCarriedOut(judge, batch, 'sharing two images with two projects');
    tellsEach(judge, batch, images, [receiver, third], session.profile.readings.memberResults === 'images');
  },
);

test(
  'earlier members keep the image',
  proves('batch-add-members.keeps-members'),
  async ({ sharing, own, receiver, third, judge }) => {
    for (const state of ['pending', 'accepted', 'rejected']) {
      await sharing.given(own, { [receiver]: state });
      needsCarriedOut(judge, await sharing.add([own], [third]), 'sharing with one more project');
      const due = { [receiver]: state };
      const { [third]: _, ...earlier } = await sharing.settled(own, { ...due, [third]: 'pending' });
      judge.equal(earlier, due, 'the earlier members');
    }
  },
);

test('sharing needs images', proves('batch-add-members.images-required'), async ({ sharing, own, receiver, judge }) => {
  const projects = [receiver];
  isTurnedDown(judge, await sharing.batch('BatchAddMembers', { projects }), 'a body without images is refused');
  isTurnedDown(judge, await sharing.add([], projects), 'a body with no image in its list is refused');
  needsCarriedOut(judge, await sharing.add([own], projects), 'a body with one image');
});

test(
  'sharing needs somebody to share with',
  proves('batch-add-members.projects-required'),
  async ({ sharing, own, receiver, judge }) => {
    const images = [own.id];
    isTurnedDown(judge, await sharing.batch('BatchAddMembers', { images }), 'a body without projects is refused');
    isTurnedDown(judge, await sharing.add([own], []), 'a body with no project in its list is refused');
    isTurnedDown(judge, await sharing.add([own], ['']), 'a body with an empty project is refused', ofNobody);
    needsCarriedOut(judge, await sharing.add([own], [receiver]), 'a body with one project');
  },
);

test('images and projects are lists', proves('batch-add-members.types'), async ({ sharing, own, receiver, judge }) => {
  const accepted = { images: [own.id], projects: [receiver] };
  const texts = [{ images: own.id }, { projects: receiver }, { projects: { id: receiver } }];
  const wrong = [...texts, { images: [[own.id]] }, { projects: [[receiver]] }];
  for (const change of wrong) {
    const batch = await sharing.batch('BatchAddMembers', { ...accepted, ...change });
    isTurnedDown(judge, batch, `${JSON.stringify(change)} is refused`);
  }
  judge.equal(await sharing.stateOf(own, receiver, noMember), noMember, 'the state of the project');
  needsCarriedOut(judge, await sharing.batch('BatchAddMembers', accepted), 'lists of texts');
});

test(
  'an absent image cannot be shared',
  proves('batch-add-members.absent-image'),
  async ({ sharing, own, receiver, forAll, judge }) => {
    await forAll(
      fc.uuid(),
      async (id) => {
        isTurnedDown(judge, await sharing.add([{ id }], [receiver]), 'sharing an image that does not exist is refused');
      },
      { weight: 0.2 },
    );
    needsCarriedOut(judge, await sharing.add([own], [receiver]), 'sharing an image that is there');
  },
);

test(
  "another project's image cannot be shared",
  proves('batch-add-members.foreign-image'),
  async ({ sharing, own, member, receiver, third, judge }) => {
    for (const projects of [[third], [receiver]]) {
      const batch = await sharing.add([own], projects, member);
      isTurnedDown(judge, batch, "sharing another project's image is refused");
    }
    judge.equal(await sharing.settled(own, {}), {}, 'the members');
    needsCarriedOut(judge, await sharing.add([own], [third]), 'sharing an own image');
  },
);

import { randomUUID } from 'node:crypto';
import { proves } from '../../../fixtures/index.js';
import { noMember } from '../../../fixtures/sharing/member-desk.js';
import { isTurnedDown, needsCarriedOut, tellsNothingElse } from '../../../fixtures/sharing/sharing-checks.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

test(
  'taking images back answers with a job',
  proves('batch-delete-members.job'),
  async ({ sharing, own, receiver, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    const { exchange, job } = await sharing.remove([own], [receiver]);
    judge.status(exchange, 200);
    judge.succeeded(job, 'the end of the job', { exchange });
  },
);

test(
  'each image is taken from each project',
  proves('batch-delete-members.removes'),
  async ({ sharing, own, receiver, third, ims, resources, judge }) => {
    const images = [own, await resources.activeImage(ims)];
    for (const state of ['pending', 'accepted', 'rejected']) {
      for (const image of images) await sharing.given(image, { [receiver]: state, [third]: 'pending' });
      judge.accepted((await sharing.remove(images, [receiver, third])).exchange, 'taking two images from two projects');
      for (const image of images) judge.equal(await sharing.settled(image, {}), {}, `members of "${image.name}"`);
    }
  },
);

test(
  'what is not named stays shared',
  proves('batch-delete-members.keeps-others'),
  async ({ sharing, own, receiver, third, ims, resources, judge }) => {
    const other = await resources.activeImage(ims);
    const before = { [receiver]: 'accepted', [third]: 'pending' };
    for (const [taken, due] of [
      [third, { [receiver]: 'accepted' }],
      [receiver, { [third]: 'pending' }],
    ] as const) {
      for (const image of [own, other]) await sharing.given(image, before);
      needsCarriedOut(judge, await sharing.remove([own], [taken]), 'taking one image from one project');
      const { [taken]: _, ...left } = await sharing.settled(own, due);
      judge.equal(left, due, 'the other members of the image');
      judge.equal(await sharing.settled(other, before), before, 'the members of another image');
    }
  },
);

test(
  'results of a withdrawal are those of its images',
  proves('batch-delete-members.results'),
  async ({ sharing, own, receiver, third, ims, resources, judge }) => {
    const images = [own, await resources.activeImage(ims)];
    for (const image of images) await sharing.given(image, { [receiver]: 'pending', [third]: 'pending' });
    const batch = await sharing.remove(images, [receiver, third]);
    needsCarriedOut(judge, batch, 'taking two images from two projects');
    tellsNothingElse(judge, batch, images, [receiver, third]);
  },
);

test(
  'a withdrawal needs images',
  proves('batch-delete-members.images-required'),
  async ({ sharing, own, receiver, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    const bare = await sharing.batch('BatchDeleteMembers', { projects: [receiver] });
    isTurnedDown(judge, bare, 'a body without images is refused');
    isTurnedDown(judge, await sharing.remove([], [receiver]), 'a body with no image in its list is refused');
    judge.equal(await sharing.stateOf(own, receiver, 'pending'), 'pending', 'the state of the member');
    needsCarriedOut(judge, await sharing.remove([own], [receiver]), 'a body with one image');
  },
);

test(
  'a withdrawal names projects',
  proves('batch-delete-members.projects-required'),
  async ({ sharing, own, receiver, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    const bare = await sharing.batch('BatchDeleteMembers', { images: [own.id] });
    isTurnedDown(judge, bare, 'a body without projects is refused');
    isTurnedDown(judge, await sharing.remove([own], []), 'a body with no project in its list is refused');
    judge.equal(await sharing.stateOf(own, receiver, 'pending'), 'pending', 'the state of the member');
    needsCarriedOut(judge, await sharing.remove([own], [receiver]), 'a body with one project');
  },
);

test(
  'an absent image cannot be taken back',
  proves('batch-delete-members.absent-image'),
  async ({ sharing, own, receiver, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    const batch = await sharing.remove([{ id: randomUUID() }], [receiver]);
    isTurnedDown(judge, batch, 'taking back an image that does not exist is refused');
    needsCarriedOut(judge, await sharing.remove([own], [receiver]), 'taking back an image that is there');
  },
);

test(
  'only the owner takes images back',
  proves('batch-delete-members.foreign-image'),
  async ({ sharing, own, receiver, third, member, judge }) => {
    await sharing.given(own, { [third]: 'pending' });
    isTurnedDown(judge, await sharing.remove([own], [third], member), 'a stranger cannot take the image back');
    await sharing.given(own, { [third]: 'pending', [receiver]: 'accepted' });
    isTurnedDown(judge, await sharing.remove([own], [third], member), 'a member cannot take it from another');
    judge.equal(await sharing.stateOf(own, third, 'pending'), 'pending', 'the state of the other member');
    needsCarriedOut(judge, await sharing.remove([own], [third]), "the owner's withdrawal");
  },
);

test(
  'an image can be shared again',
  proves('batch-delete-members.again'),
  async ({ sharing, own, receiver, judge }) => {
    for (const state of ['pending', 'accepted', 'rejected']) {
      await sharing.given(own, { [receiver]: state });
      needsCarriedOut(judge, await sharing.remove([own], [receiver]), `taking an image back that is ${state}`);
      await sharing.needsState(own, receiver, noMember);
      judge.accepted((await sharing.add([own], [receiver])).exchange, 'sharing it again');
      judge.equal(await sharing.stateOf(own, receiver, 'pending'), 'pending', 'the state of the member');
    }
  },
);

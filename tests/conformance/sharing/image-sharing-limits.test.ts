import type { OwnImage } from '../../../fixtures/books/resources.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import type { Judge } from '../../../fixtures/judging/judge.js';
import { type Batch, type MemberDesk, noMember } from '../../../fixtures/sharing/member-desk.js';
import {
  hasDone,
  isCarriedOut,
  isNativelyRefused,
  isTurnedDown,
  needsCarriedOut,
} from '../../../fixtures/sharing/sharing-checks.js';
import { test as base } from '../../../fixtures/sharing/sharing-test.js';

/** Members that a whole image may have (ims_03_0903). */
const wholeLimit = 10;

const test = base.extend<{
  /** Projects to share an image of a disk with, one more than it may have. */
  crowd: string[];
}>({
  crowd: async ({ provided, session }, use) => {
    const due = session.profile.limits.memberMax + 1;
    const { receivers = [] } = provided;
    if (receivers.length < due) throw new Unjudged(`It takes ${due} projects in provided.receivers.`);
    await use(receivers.slice(0, due));
  },
});

/** Judges that an image is shared with so many projects, which it takes that it is shared with one. @throws {Unjudged} */
async function takes(judge: Judge, sharing: MemberDesk, image: OwnImage, projects: string[]): Promise<void> {
  const batch = await sharing.addAll(image, projects);
  if (batch.job?.status !== 'SUCCESS')
    needsCarriedOut(judge, await sharing.add([image], projects.slice(0, 1)), 'sharing with one project');
  isCarriedOut(judge, batch, `sharing with ${projects.length} projects`);
}

test('an image has its limit of members', proves('image-sharing.limit'), async ({ sharing, own, crowd, judge }) => {
  const limit = crowd.length - 1;
  await sharing.add([own], crowd);
  const count = Object.keys(await sharing.settledWhen(own, () => false)).length;
  judge.that(count <= limit, `no more than ${limit} members after sharing with one more at once`, `${count} members`);
  await sharing.given(own, {});
  await takes(judge, sharing, own, crowd.slice(0, limit));
  const last = crowd[limit] as string;
  isTurnedDown(judge, await sharing.add([own], [last]), 'sharing with one more is refused');
  isNativelyRefused(judge, await sharing.addOne(own, { member: last }), 'sharing with one more is refused');
  judge.equal(await sharing.stateOf(own, last, noMember), noMember, 'the state of the last project');
  judge.needs(await sharing.removeOne(own, crowd[0] as string), 'one member is removed');
  judge.accepted(await sharing.addOne(own, { member: last }), 'there is room for one again');
});

test(
  'a data disk image has the same limit',
  proves('image-sharing.data-limit'),
  async ({ sharing, form, crowd, judge }) => {
    const limit = crowd.length - 1;
    const file = form('CreateDataImage', ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 }));
    const data = await file.prepares();
    await takes(judge, sharing, data, crowd.slice(0, limit));
    const last = crowd[limit] as string;
    isTurnedDown(judge, await sharing.add([data], [last]), 'sharing with one more is refused');
    isNativelyRefused(judge, await sharing.addOne(data, { member: last }), 'sharing with one more is refused');
    judge.equal(await sharing.stateOf(data, last, noMember), noMember, 'the state of the last project');
  },
);

test(
  'a whole image has 10 members at most',
  proves('image-sharing.whole-limit'),
  async ({ sharing, whole, provided, judge }) => {
    const { receivers = [] } = provided;
    if (receivers.length <= wholeLimit)
      throw new Unjudged(`It takes ${wholeLimit + 1} projects in provided.receivers.`);
    await sharing.add([whole], receivers.slice(0, wholeLimit + 1));
    const count = Object.keys(await sharing.settledWhen(whole, () => false)).length;
    judge.that(count <= wholeLimit, `no more than ${wholeLimit} members at once`, `${count} members`);
    await sharing.given(whole, {});
    await takes(judge, sharing, whole, receivers.slice(0, wholeLimit));
    const last = receivers[wholeLimit] as string;
    isTurnedDown(judge, await sharing.add([whole], [last]), 'sharing with one more is refused');
    isNativelyRefused(judge, await sharing.addOne(whole, { member: last }), 'sharing with one more is refused');
    judge.equal(await sharing.stateOf(whole, last, noMember), noMember, 'the state of the last project');
    judge.needs(await sharing.removeOne(whole, receivers[0] as string), 'one member is removed');
    judge.accepted(await sharing.addOne(whole, { member: last }), 'there is room for one again');
  },
);

test(
  'calls at once keep to the limit',
  proves('image-sharing.limit-parallel'),
  async ({ sharing, own, crowd, judge }) => {
    const [limit, before] = [crowd.length - 1, crowd.slice(0, -3)];
    const first = await sharing.addAll(own, before);
    if (first.job?.status !== 'SUCCESS') throw new Unjudged(`${before.length} members could not be prepared.`);
    const late = crowd.slice(-3);
    const batches = await Promise.all(late.map(async (project) => sharing.add([own], [project])));
    const states = await sharing.settledWhen(own, () => false);
    const count = Object.keys(states).length;
    judge.that(count <= limit, `no more than ${limit} members`, `${count} members`);
    const accepted = late.filter((_, at) => hasDone(batches[at] as Batch));
    const missing = accepted.filter((project) => !states[project]);
    judge.equal(missing, [], 'projects that were shared with, and are no members');
  },
);

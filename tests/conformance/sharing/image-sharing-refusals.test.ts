import { randomBytes } from 'node:crypto';
import { applies, csbsRetired } from '../../../fixtures/creation/applies.js';
import { imagesOf } from '../../../fixtures/images/image-view.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { noMember } from '../../../fixtures/sharing/member-desk.js';
import { isNativelyRefused, isTurnedDown, needsCarriedOut } from '../../../fixtures/sharing/sharing-checks.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

test(
  'nobody shares with himself',
  proves('image-sharing.own-project'),
  async ({ sharing, own, ims, receiver, judge }) => {
    const self = ims.projectId;
    isTurnedDown(judge, await sharing.add([own], [self]), 'sharing with the own project is refused');
    judge.equal(await sharing.stateOf(own, self, noMember), noMember, 'the state of the own project');
    needsCarriedOut(judge, await sharing.add([own], [receiver]), 'sharing with another project');
  },
);

for (const [rule, type, what] of [
  ['public-image', 'gold', 'public image'],
  ['market-image', 'market', 'image of the Marketplace'],
] as const) {
  test(
    `nobody shares a ${what}`.replace('a i', 'an i'),
    proves(`image-sharing.${rule}`),
    async ({ sharing, own, ims, receiver, judge }) => {
      const listed = imagesOf(await ims.call('ListImages', { query: { __imagetype: type, limit: 3 } }));
      const image = listed.find(({ visibility }) => visibility === 'public');
      if (!image) throw new Unjudged(`The region has no ${what}.`);
      isTurnedDown(judge, await sharing.add([image], [receiver]), `sharing of a ${what} is refused`);
      const natively = await sharing.addOne(image, { member: receiver });
      isNativelyRefused(judge, natively, `sharing of a ${what} is refused`);
      needsCarriedOut(judge, await sharing.add([own], [receiver]), 'sharing an own image');
    },
  );
}

test(
  'only projects of the region receive images',
  proves('image-sharing.region'),
  async ({ sharing, own, receiver, judge }) => {
    const nobody = randomBytes(16).toString('hex');
    isTurnedDown(judge, await sharing.add([own], [nobody]), 'sharing with a project that does not exist is refused');
    judge.equal(await sharing.stateOf(own, nobody, noMember), noMember, 'the state of the project');
    needsCarriedOut(judge, await sharing.add([own], [receiver]), 'sharing with a project of the region');
  },
);

test(
  'no project of another region receives images',
  proves('image-sharing.other-region'),
  async ({ sharing, own, receiver, session, judge }) => {
    const far = session.configuration.otherRegion?.projectId ?? '';
    isTurnedDown(judge, await sharing.add([own], [far]), 'sharing with a project of another region is refused');
    const natively = await sharing.addOne(own, { member: far });
    isNativelyRefused(judge, natively, 'sharing with a project of another region is refused');
    judge.equal(await sharing.stateOf(own, far, noMember), noMember, 'the state of the project');
    needsCarriedOut(judge, await sharing.add([own], [receiver]), 'sharing with a project of the region');
  },
);

test(
  'a waiting image is shared or not',
  proves('image-sharing.inactive'),
  async ({ sharing, resources, ims, receiver, judge }) => {
    const batch = await sharing.add([await resources.queuedImage(ims)], [receiver]);
    const natively = await sharing.addOne(await resources.queuedImage(ims), { member: receiver });
    const ends = batch.job ? `its job ends ${batch.job.status}` : `status ${batch.exchange.response.status}`;
    judge.observe(`An image without a file: in a batch ${ends}, natively status ${natively.response.status}.`);
  },
);

test(
  'encrypted images are not shared',
  proves('image-sharing.encrypted'),
  async ({ sharing, own, resources, ims, receiver, provided, judge }) => {
    const encrypted = await resources.activeImage(ims, { cmk_id: provided.cmkId });
    isTurnedDown(judge, await sharing.add([encrypted], [receiver]), 'sharing an encrypted image is refused');
    const natively = await sharing.addOne(encrypted, { member: receiver });
    isNativelyRefused(judge, natively, 'sharing an encrypted image is refused');
    judge.equal(await sharing.settled(encrypted, {}), {}, 'the members of the encrypted image');
    needsCarriedOut(judge, await sharing.add([own], [receiver]), 'sharing an image that is not encrypted');
  },
);

test(
  'images of the default key are not shared',
  proves('image-sharing.default-key'),
  async ({ sharing, own, resources, ims, receiver, provided, judge }) => {
    const encrypted = await resources.activeImage(ims, { cmk_id: provided.defaultKeyId });
    isTurnedDown(judge, await sharing.add([encrypted], [receiver]), 'sharing an image of the default key is refused');
    const natively = await sharing.addOne(encrypted, { member: receiver });
    isNativelyRefused(judge, natively, 'sharing an image of the default key is refused');
    judge.equal(await sharing.settled(encrypted, {}), {}, 'the members of the encrypted image');
    needsCarriedOut(judge, await sharing.add([own], [receiver]), 'sharing an image that is not encrypted');
  },
);

test(
  'images of other keys are shared or not',
  proves('image-sharing.other-key'),
  async ({ sharing, resources, ims, receiver, provided, judge }) => {
    const encrypted = await resources.activeImage(ims, { cmk_id: provided.cmkId });
    const { exchange, job } = await sharing.add([encrypted], [receiver]);
    judge.observe(job ? `Its job ends ${job.status}.` : `It is answered ${exchange.response.status}.`);
  },
);

test(
  'whole images of CBR backups are shared',
  proves('image-sharing.whole-cbr'),
  async ({ sharing, whole, receiver, judge }) => {
    judge.accepted((await sharing.add([whole], [receiver])).exchange, 'sharing a whole image');
    judge.that(await sharing.isSharedWith(whole, receiver), 'the project as a member of a whole image', 'it is none');
    judge.accepted(await sharing.removeOne(whole, receiver), 'the member is removed');
    await sharing.settled(whole, {});
    judge.accepted(await sharing.addOne(whole, { member: receiver }), 'sharing it natively is accepted');
  },
);

test(
  'a whole image made of a CBR backup is shared',
  proves('image-sharing.whole-of-backup'),
  async ({ form, sharing, receiver, judge }) => {
    const backup = form('CreateWholeImage', ({ cbrBackupId }) => ({ backup_id: cbrBackupId, whole_image_type: 'CBR' }));
    const image = await backup.prepares();
    judge.accepted((await sharing.add([image], [receiver])).exchange, 'sharing a whole image of a backup');
    judge.that(await sharing.isSharedWith(image, receiver), 'the project as a member of the image', 'it is none');
  },
);

test(
  'whole images of received backups are not shared',
  proves('image-sharing.whole-received'),
  async ({ sharing, creation, provided, resources, whole, receiver, judge }) => {
    const source = { backup_id: provided.unfit.receivedBackupId, whole_image_type: 'CBR' };
    const made = await creation.send('CreateWholeImage', { name: resources.uniqueName(), ...source });
    const image = made.images[0];
    if (!image)
      throw new Unjudged(`No whole image of a received backup could be made (${made.exchange.response.status}).`);
    needsCarriedOut(judge, await sharing.add([whole], [receiver]), 'sharing a whole image of an own backup');
    isTurnedDown(judge, await sharing.add([image], [receiver]), 'sharing it is refused');
    isNativelyRefused(judge, await sharing.addOne(image, { member: receiver }), 'sharing it is refused');
    judge.equal(await sharing.settled(image, {}), {}, 'the members');
  },
);

test(
  'whole images of other backups are not shared',
  proves('image-sharing.whole-others'),
  async ({ sharing, creation, provided, resources, receiver, judge }) => {
    const source = { backup_id: provided.csbsBackupId, whole_image_type: 'CSBS' };
    const made = await creation.send('CreateWholeImage', { name: resources.uniqueName(), ...source });
    applies(made, [csbsRetired]);
    const image = made.images[0];
    if (!image) throw new Unjudged(`No whole image of a CSBS backup could be made (${made.exchange.response.status}).`);
    isTurnedDown(judge, await sharing.add([image], [receiver]), 'sharing it is refused');
    isNativelyRefused(judge, await sharing.addOne(image, { member: receiver }), 'sharing it is refused');
    judge.equal(await sharing.settled(image, {}), {}, 'the members');
  },
);

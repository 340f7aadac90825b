import { randomUUID } from 'node:crypto';
import { proves } from '../../../fixtures/index.js';
import { isTurnedDown, needsCarriedOut } from '../../../fixtures/sharing/sharing-checks.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

test(
  'whole images are accepted into a vault',
  proves('batch-update-members.vault-required'),
  async ({ sharing, whole, receiver, provided, judge }) => {
    await sharing.given(whole, { [receiver]: 'pending' });
    const vaults = { 'no vault': undefined, 'an object': {}, 'a list of vaults': [provided.memberVaultId] };
    for (const [which, vault_id] of Object.entries(vaults)) {
      const batch = await sharing.decide([whole], 'accepted', { vault_id });
      isTurnedDown(judge, batch, `accepting a whole image with ${which} is refused`);
    }
    judge.equal(await sharing.stateOf(whole, receiver, 'pending'), 'pending', 'the state of the member');
    const batch = await sharing.decide([whole], 'accepted', { vault_id: provided.memberVaultId });
    judge.accepted(batch.exchange, 'accepting a whole image into a vault');
    judge.equal(await sharing.stateOf(whole, receiver, 'accepted'), 'accepted', 'the state of the member');
  },
);

test(
  'a vault serves the whole image among others',
  proves('batch-update-members.vault-required'),
  async ({ sharing, own, whole, receiver, provided, judge }) => {
    for (const images of [
      [own, whole],
      [whole, own],
    ]) {
      for (const image of images) await sharing.given(image, { [receiver]: 'pending' });
      // What becomes of the other image without a vault, no page says.
      await sharing.decide(images, 'accepted');
      judge.equal(await sharing.stateOf(whole, receiver, 'pending'), 'pending', 'its state without a vault');
      for (const image of images) await sharing.given(image, { [receiver]: 'pending' });
      const batch = await sharing.decide(images, 'accepted', { vault_id: provided.memberVaultId });
      judge.accepted(batch.exchange, 'accepting a whole image and another with a vault');
      for (const image of images)
        judge.equal(await sharing.stateOf(image, receiver, 'accepted'), 'accepted', 'the state with a vault');
    }
  },
);

test(
  'whole images are natively accepted into a vault',
  proves('glance-update-image-member.vault-required'),
  async ({ sharing, whole, receiver, provided, judge }) => {
    await sharing.given(whole, { [receiver]: 'pending' });
    const vaults = { 'no vault': undefined, 'an object': {}, 'a list of vaults': [provided.memberVaultId] };
    for (const [which, vault_id] of Object.entries(vaults)) {
      const exchange = await sharing.decideOne(whole, { status: 'accepted', vault_id });
      judge.rejected(exchange, `natively accepting a whole image with ${which} is refused`);
    }
    judge.equal(await sharing.stateOf(whole, receiver, 'pending'), 'pending', 'the state of the member');
    const exchange = await sharing.decideOne(whole, { status: 'accepted', vault_id: provided.memberVaultId });
    judge.accepted(exchange, 'a whole image is accepted into a vault');
    judge.equal(await sharing.stateOf(whole, receiver, 'accepted'), 'accepted', 'the state of the member');
  },
);

test(
  'whole images are accepted into own vaults',
  proves('batch-update-members.unknown-vault'),
  async ({ sharing, whole, receiver, provided, judge }) => {
    await sharing.given(whole, { [receiver]: 'pending' });
    const vaults = { 'that is not there': randomUUID(), 'of the owner': provided.vaultId, 'without id': '' };
    for (const [which, vault_id] of Object.entries(vaults)) {
      const batch = await sharing.decide([whole], 'accepted', { vault_id });
      isTurnedDown(judge, batch, `a vault ${which} is refused`);
      const natively = await sharing.decideOne(whole, { status: 'accepted', vault_id });
      judge.rejected(natively, `a vault ${which} is natively refused`);
    }
    judge.equal(await sharing.stateOf(whole, receiver, 'pending'), 'pending', 'the state of the member');
    const own = await sharing.decide([whole], 'accepted', { vault_id: provided.memberVaultId });
    needsCarriedOut(judge, own, 'accepting a whole image into an own vault');
  },
);

test(
  'a whole image is rejected without a vault',
  proves('batch-update-members.reject-without-vault'),
  async ({ sharing, whole, receiver, judge }) => {
    await sharing.given(whole, { [receiver]: 'pending' });
    judge.accepted((await sharing.decide([whole], 'rejected')).exchange, 'rejecting a whole image without a vault');
    judge.equal(await sharing.stateOf(whole, receiver, 'rejected'), 'rejected', 'the state of the member');
    await sharing.given(whole, { [receiver]: 'pending' });
    judge.accepted(await sharing.decideOne(whole, { status: 'rejected' }), 'natively rejecting it without a vault');
    judge.equal(await sharing.stateOf(whole, receiver, 'rejected'), 'rejected', 'the state of the member');
  },
);

import { randomUUID } from 'node:crypto';
import { csbsRetired } from '../../../fixtures/creation/applies.js';
import { turnedDownWith } from '../../../fixtures/creation/busy-codes.js';
import type { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { test as base } from '../../../fixtures/creation/cross-region-test.js';
import type { ImageView } from '../../../fixtures/images/image-view.js';
import { shownText } from '../../../fixtures/images/shown-text.js';
import { proves } from '../../../fixtures/index.js';

/** The way of copying a whole image whose backup lies in a vault, to a vault. */
const test = base.extend<{ wholeCopy: CreationForm; vault: { vault_id?: string } }>({
  wholeCopy: async ({ form, copyOf }, use) => {
    const made = form('CreateWholeImage', ({ instanceId, vaultId }) => ({
      instance_id: instanceId,
      vault_id: vaultId,
    }));
    await use(copyOf(await made.prepares()));
  },
  vault: async ({ otherRegion: { vaultId } }, use) => {
    await use(vaultId ? { vault_id: vaultId } : {});
  },
});
const rule = (name: string) => proves(`copy-image-cross-region.${name}`);

test('a whole image is copied to a vault', rule('whole'), async ({ wholeCopy, vault, there, judge }) => {
  const image = await wholeCopy.makes(vault, 'a vault that takes copies');
  const isWhole = ({ __whole_image }: ImageView) => shownText('__whole_image', __whole_image);
  const view = await there.settled(image, (seen) => isWhole(seen) === 'true');
  judge.equal(isWhole(view), 'true', 'the `__whole_image` of the copy');
});

test('a whole image may serve one zone at first', rule('one-zone'), async ({ wholeCopy, vault, judge }) => {
  const code = turnedDownWith(await wholeCopy.sends(vault, ['IMG.0152']));
  judge.observe(code ? `A copy right after the job is turned down with ${code}.` : 'It is copied right after its job.');
});

test('a whole image needs a vault there', rule('vault-required'), async ({ wholeCopy, vault }) => {
  await wholeCopy.needs(vault, 'a vault that takes copies');
  await wholeCopy.comesToNothing({}, 'no vault');
});

test('a whole image needs a known vault', rule('unknown-vault'), async ({ wholeCopy, vault }) => {
  await wholeCopy.needs(vault, 'a vault that takes copies');
  await wholeCopy.comesToNothing({ vault_id: randomUUID() }, 'a vault that does not exist');
});

test('a vault for backups takes no copies', rule('backup-vault'), async ({ wholeCopy, vault, otherRegion }) => {
  await wholeCopy.needs(vault, 'a vault that takes copies');
  await wholeCopy.comesToNothing({ vault_id: otherRegion.backupVaultId }, 'a vault that does not');
});

/** Say that every whole image takes a vault, or lies in one. */
const noneWithoutVault = [csbsRetired, 'IMG.0184'];

test('a CSBS backup is copied once', rule('backup-once'), async ({ form, copyOf }) => {
  const made = form('CreateWholeImage', ({ instanceId }) => ({ instance_id: instanceId }));
  const whole = copyOf(await made.prepares(noneWithoutVault));
  await whole.needs({}, 'the first copy', noneWithoutVault);
  await whole.comesToNothing({}, 'the second copy');
});

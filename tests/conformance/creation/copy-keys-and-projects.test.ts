import { test } from '../../../fixtures/creation/copy-test.js';
import { isMadeAsAsked } from '../../../fixtures/creation/creation-checks.js';
import { isOfNamedProject, isOfNoAbsentProject } from '../../../fixtures/creation/enterprise-project-checks.js';
import { lockedImages, needsEncrypted } from '../../../fixtures/creation/locked-images.js';
import { namesNoBackup } from '../../../fixtures/images/names-no-backup.js';
import { proves } from '../../../fixtures/index.js';

test(
  'a copy is of the enterprise project asked for',
  proves('copy-image-in-region.named-enterprise-project'),
  async ({ copy, images, provided }) => {
    await isOfNamedProject(copy, images, provided.enterpriseProjectId);
  },
);

test('a copy without a key is plain', proves('copy-image-in-region.plain'), async ({ copy, images, judge }) => {
  const view = await images.show(await copy.prepares());
  judge.equal(view.__system__cmkid ?? '', '', '__system__cmkid');
  namesNoBackup(judge, view);
});

test('a blank key encrypts no copy', proves('copy-image-in-region.blank-key'), async ({ copy, images }) => {
  await isMadeAsAsked(copy, images, { cmk_id: '' }, { __system__cmkid: '' });
});

test('no copy is of an absent project', proves('enterprise-projects.absent'), async ({ copy }) => {
  await isOfNoAbsentProject(copy, ' of a copy');
});

test('no copy is of a disabled project', proves('enterprise-projects.disabled'), async ({ copy, provided }) => {
  const { disabledEnterpriseProjectId: disabled } = provided.unfit;
  await copy.needs({ enterprise_project_id: '0' }, 'the default enterprise project of a copy');
  await copy.comesToNothing({ enterprise_project_id: disabled }, 'a copy of a disabled enterprise project');
});

const unfit = [
  { rule: 'disabled', what: 'a disabled key', name: 'disabledKeyId' },
  { rule: 'foreign', what: "another project's key", name: 'memberKeyId' },
];
for (const { rule, what, name } of unfit) {
  test(`${what} encrypts no copy`, proves(`image-keys.${rule}`), async ({ copy, images, provided }) => {
    await copy.needs({ cmk_id: provided.cmkId }, 'a usable key for a copy');
    await copy.makesNone({ cmk_id: provided.unfit[name] }, `${what} for a copy`, images);
  });
}

test(
  'a copy can have another key than its source',
  proves('copy-image-in-region.re-encrypted'),
  async ({ keyed, copyOf, images, provided, judge }) => {
    const { cmkId, secondKeyId } = provided;
    await isMadeAsAsked(copyOf(keyed), images, { cmk_id: secondKeyId }, { __system__cmkid: secondKeyId });
    const { __system__cmkid: key } = await images.show(keyed);
    judge.equal(key, cmkId, 'the key of the source');
  },
);

for (const { rule, what, name } of lockedImages) {
  test(`no image is copied ${what}`, proves(`image-keys.${rule}`), async ({ keyed, copyOf, images, provided }) => {
    const locked = await needsEncrypted(images, provided.unfit[name], what);
    await copyOf(keyed).needs({}, 'a copy of an image whose key is there');
    await copyOf(locked).makesNone({}, `a copy of an image ${what}`, images);
  });
}

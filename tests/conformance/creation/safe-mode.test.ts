import { addressesHaveTheirForm } from '../../../fixtures/creation/address-checks.js';
import { becomesOneImage } from '../../../fixtures/creation/becomes-one-image.js';
import { isMadeAsAsked, refusesEach } from '../../../fixtures/creation/creation-checks.js';
import type { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { test } from '../../../fixtures/creation/creation-test.js';
import {
  longestTag,
  oddNames,
  tagsInBothForms,
  wrongDescriptions,
  wrongNames,
  wrongTags,
} from '../../../fixtures/creation/wrong-identities.js';
import { proves } from '../../../fixtures/index.js';
import type { Profile } from '../../../schemas/profiles.js';

const twins = [
  ['create-image-in-safe-mode.', 'CreateImageInSafeMode', 'FusionCompute'],
  ['create-data-image-in-safe-mode.', 'CreateDataImageInSafeMode', 'DataImage'],
] as const;

const imageCases = [{ architecture: 'mips' }, { is_config: 'yes' }];

/** Names, descriptions and tags that are refused, as they are by the older twin. */
function identities({ desk }: CreationForm, profile: Profile): Record<string, unknown>[] {
  const name = desk.resources.uniqueName();
  const names = [{ name: undefined }, { name: '' }, ...wrongNames(name), ...oddNames(name)];
  return [...names, ...wrongDescriptions(), ...tagsInBothForms(), ...wrongTags(profile)];
}

for (const [rules, call, kind] of twins) {
  test(`${call} makes an image by a job`, proves(`${rules}job`), async ({ form, images, judge, ims }) => {
    const twin = form(call, ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 }));
    const asked = twin.body();
    const shown = { name: String(asked.name), virtual_env_type: kind };
    const made = await twin.accepts(asked, 'a body with a file');
    judge.status(made.exchange, 200);
    await becomesOneImage(made, { ims, images, judge }, shown);
  });

  test(`${call} encrypts with a key`, proves(`${rules}encrypted`), async ({ form, images, provided }) => {
    const twin = form(call, ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 }));
    await isMadeAsAsked(twin, images, { cmk_id: provided.cmkId }, { __system__cmkid: provided.cmkId });
  });

  test(`${call} refuses what its twin refuses`, proves(`${rules}refuses`), async ({ form, provided, session }) => {
    const twin = form(call, ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 }));
    await addressesHaveTheirForm(twin, provided.objects.qcow2);
    await twin.needs({ image_tags: [longestTag] }, 'the longest tag');
    const sizes = [undefined, 0, kind === 'DataImage' ? 2049 : 1025, 5000].map((min_disk) => ({ min_disk }));
    const systems = [{ os_type: 'BeOS' }, ...(kind === 'DataImage' ? [{ os_type: 'Other' }] : imageCases)];
    await refusesEach(twin, [...sizes, ...systems, ...identities(twin, session.profile)]);
  });
}

test(
  'an undocumented path may make data images',
  proves('create-data-image-legacy.served'),
  async ({ form, creation, judge }) => {
    const twin = form('CreateDataImageLegacy', ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 }));
    const members = { description: 'a data disk', os_type: 'Linux', enterprise_project_id: '0' };
    for (const tags of [{ tags: ['purpose.test'] }, { image_tags: [{ key: 'purpose', value: 'test' }] }]) {
      const { exchange, job } = await creation.send('CreateDataImageLegacy', twin.body({ ...members, ...tags }));
      judge.observe(job ? `it starts a job, which ends in ${job.status}` : `it answers ${exchange.response.status}`);
    }
  },
);

const quick = 'import-image-quick-in-safe-mode.';
const prepared = ({ objects }: { objects: Record<string, string> }) => ({
  image_url: objects.zvhd2,
  os_version: 'CentOS 7.3 64bit',
  min_disk: 40,
});

test('the safe quick import makes an image', proves(`${quick}job`), async ({ form, images, judge, ims }) => {
  const twin = form('ImportImageQuickInSafeMode', prepared);
  const asked = twin.body();
  const shown = { name: String(asked.name) };
  const made = await twin.accepts(asked, 'a body with a file');
  judge.status(made.exchange, 200);
  await becomesOneImage(made, { ims, images, judge }, shown);
});

test('the safe quick import refuses alike', proves(`${quick}refuses`), async ({ form, provided, session }) => {
  const twin = form('ImportImageQuickInSafeMode', prepared);
  await addressesHaveTheirForm(twin, provided.objects.zvhd2);
  await twin.needs({ image_tags: [longestTag] }, 'the longest tag');
  const sizes = [undefined, 0, 1025].map((min_disk) => ({ min_disk }));
  const systems = [{ os_version: undefined }, { type: 'Bms2' }, { architecture: 'mips' }];
  await refusesEach(twin, [...sizes, ...systems, ...identities(twin, session.profile)]);
});

import { becomesOneImage } from '../../../fixtures/becomes-one-image.js';
import { isMadeAsAsked } from '../../../fixtures/creation-checks.js';
import { test } from '../../../fixtures/creation-test.js';
import { proves } from '../../../fixtures/index.js';

const twins = [
  ['create-image-in-safe-mode.', 'CreateImageInSafeMode', 'FusionCompute'],
  ['create-data-image-in-safe-mode.', 'CreateDataImageInSafeMode', 'DataImage'],
] as const;

for (const [rules, call, kind] of twins) {
  test(`${call} makes an image by a job`, proves(`${rules}job`), async ({ form, images, judge, ims }) => {
    const twin = form(call, ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 }));
    const asked = twin.body();
    const shown = { name: String(asked.name), virtual_env_type: kind };
    await becomesOneImage(await twin.accepts(asked, 'a body with a file'), { ims, images, judge }, shown);
  });

  test(`${call} encrypts with a key`, proves(`${rules}encrypted`), async ({ form, images, provided }) => {
    const twin = form(call, ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 }));
    await isMadeAsAsked(twin, images, { cmk_id: provided.cmkId }, { __system__cmkid: provided.cmkId });
  });

  test(`${call} refuses what its twin refuses`, proves(`${rules}refuses`), async ({ form }) => {
    const twin = form(call, ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 }));
    await twin.accepts({}, 'a body with a file');
    const wrong = [{ name: undefined }, { min_disk: undefined }, { min_disk: 0 }, { min_disk: 5000 }];
    for (const change of wrong) await twin.refuses(change, `a body with ${JSON.stringify(change)}`);
    await twin.refuses({ name: 'a'.repeat(129) }, 'a name of 129 characters');
    await twin.refuses({ image_url: 'no-bucket' }, 'an address without a bucket');
    await twin.refuses({ tags: ['a.b'], image_tags: [{ key: 'a', value: 'b' }] }, 'a body with both forms of tags');
  });
}

test(
  'an undocumented path may make data images',
  proves('create-data-image-legacy.served'),
  async ({ form, creation, judge }) => {
    const body = form('CreateDataImageLegacy', ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 })).body();
    const { exchange, job } = await creation.send('CreateDataImageLegacy', body);
    judge.observe(job ? `it starts a job, which ends in ${job.status}` : `it answers ${exchange.response.status}`);
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
  await becomesOneImage(await twin.accepts(asked, 'a body with a file'), { ims, images, judge }, shown);
});

test('the safe quick import refuses alike', proves(`${quick}refuses`), async ({ form }) => {
  const twin = form('ImportImageQuickInSafeMode', prepared);
  await twin.accepts({}, 'a body with a file');
  const wrong = [{ name: undefined }, { os_version: undefined }, { min_disk: undefined }, { min_disk: 1025 }];
  for (const change of wrong) await twin.refuses(change, `a body with ${JSON.stringify(change)}`);
  await twin.refuses({ image_url: 'no-bucket' }, 'an address without a bucket');
  await twin.refuses({ tags: ['a.b'], image_tags: [{ key: 'a', value: 'b' }] }, 'a body with both forms of tags');
});

import { supportsApart } from '../../../fixtures/filters/supports-apart.js';
import { proves } from '../../../fixtures/index.js';
import { hasNone, test } from '../../../fixtures/update-test.js';

const common = ['xen', 'largememory', 'diskintensive', 'highperformance'];
/** What the page of each cloud names, beside what excludes others. */
const supports: Record<string, string[]> = {
  huaweicloud: ['kvm', ...common],
  otc: [...common, 'fc_inject', 'amd', 'kvm_hi1822_hisriov', 'kvm_hi1822_hivirtionet'],
};

test('kinds of support can be set', proves('update-image.support'), async ({ spare, sets, session }) => {
  for (const kind of supports[session.profile.name] ?? common) await sets(spare, `__support_${kind}`, 'true');
});

test('kinds of special support can be set', proves('update-image.special-support'), async ({ spare, sets, lacks }) => {
  const special = { xen_gpu_type: 'M60', kvm_gpu_type: 'V100', xen_hana: 'true', kvm_infiniband: 'true' };
  await lacks(spare, ['__support_kvm', '__support_xen']);
  for (const [kind, value] of Object.entries(special)) {
    const property = `__support_${kind}`;
    await sets(spare, property, value);
    await lacks(spare, [property]);
  }
});

test(
  'kinds of support that exclude each other stay apart',
  proves('update-image.support-apart'),
  async ({ spare, images, lacks, judge }) => {
    for (const [special, plain] of supportsApart) {
      const [[one, value] = ['', ''], [other, yes] = ['', '']] = [special, plain].flatMap(Object.entries<string>);
      await lacks(
        spare,
        [one, '__support_kvm', '__support_xen'].filter((property) => property !== other),
      );
      await images.given(spare, { [other]: yes });
      const exchange = await images.patch(spare, { op: 'add', path: `/${one}`, value });
      if (exchange.response.status >= 400) judge.rejected(exchange, `${one} beside ${other} is refused`);
      const view = await images.settled(spare, (shown) => hasNone(shown, one) || hasNone(shown, other));
      const apart = hasNone(view, one) || hasNone(view, other);
      judge.that(apart, `an image without both ${one} and ${other}`, 'it shows both', { exchange });
    }
  },
);

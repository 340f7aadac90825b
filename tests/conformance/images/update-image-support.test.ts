import type { OwnImage } from '../../../fixtures/books/resources.js';
import { kindsOfSupport, supportsApart } from '../../../fixtures/filters/supports-apart.js';
import { test as base, hasNone } from '../../../fixtures/images/update-test.js';
import { proves } from '../../../fixtures/index.js';

interface SupportFixtures {
  /** Sets one kind of support after the other on an image without KVM and Xen, and takes each away again. */
  setsEach: (image: OwnImage, kinds: Record<string, string>) => Promise<void>;
}

const test = base.extend<SupportFixtures>({
  setsEach: async ({ sets, lacks }, use) => {
    await use(async (image, kinds) => {
      await lacks(image, ['__support_kvm', '__support_xen']);
      for (const [kind, value] of Object.entries(kinds)) {
        await sets(image, `__support_${kind}`, value);
        await lacks(image, [`__support_${kind}`]);
      }
    });
  },
});

const kinds = kindsOfSupport.flatMap((kind) => Object.keys(kind));
/** Values of those kinds of special support that are more than true. */
const gpus: Record<string, string> = { xen_gpu_type: 'M60_vGPU', kvm_gpu_type: 'V100' };

test('kinds of support can be set', proves('update-image.support'), async ({ spare, sets, images, session }) => {
  for (const kind of session.profile.lists.kindsOfSupport) {
    // An image may have it from the first, and that would prove nothing.
    await images.patch(spare, { op: 'remove', path: `/__support_${kind}`, value: '' });
    await sets(spare, `__support_${kind}`, 'true');
  }
});

test('kinds of support can be denied', proves('update-image.support-denied'), async ({ spare, sets }) => {
  for (const kind of ['amd', 'fc_inject'])
    for (const value of ['true', 'false', 'true']) await sets(spare, `__support_${kind}`, value);
});

test(
  'an architecture is that of AMD or not',
  proves('update-image.support-values'),
  async ({ spare, images, judge }) => {
    const set = (value: string) => images.patch(spare, { op: 'add', path: '/__support_amd', value });
    for (const value of ['true', 'false']) judge.accepted(await set(value), `"${value}" is accepted`);
    for (const value of ['yes', '2', 'truefalse']) judge.rejected(await set(value), `"${value}" is refused`);
  },
);

test(
  'kinds of special support can be set',
  proves('update-image.special-support'),
  async ({ spare, setsEach, session }) => {
    const special = session.profile.lists.kindsOfSpecialSupport.map((kind) => [kind, gpus[kind] ?? 'true']);
    await setsEach(spare, Object.fromEntries(special));
  },
);

test(
  'what clients set beside can be set',
  proves('update-image.further-properties'),
  async ({ spare, sets, setsEach }) => {
    await sets(spare, 'max_ram', '65536');
    await sets(spare, '__support_largememory', 'true');
    await setsEach(spare, { xen_hana: 'true', kvm_infiniband: 'true' });
  },
);

test(
  'kinds of support that exclude each other stay apart',
  proves('update-image.support-apart'),
  async ({ spare, images, lacks, judge }) => {
    const pairs = supportsApart.flatMap(([special, plain]) => [[special, plain] as const, [plain, special] as const]);
    for (const [added, there] of pairs) {
      const [[one, value] = ['', ''], [other, yes] = ['', '']] = [added, there].flatMap(Object.entries<string>);
      await lacks(
        spare,
        kinds.filter((property) => property !== other),
      );
      await images.given(spare, { [other]: yes });
      const exchange = await images.patch(spare, { op: 'add', path: `/${one}`, value });
      if (exchange.response.status >= 400) {
        // What a refused change leaves is another rule's matter.
        judge.rejected(exchange, `${one} beside ${other} is refused`);
        continue;
      }
      const view = await images.settled(spare, (shown) => hasNone(shown, one) || hasNone(shown, other));
      const apart = hasNone(view, one) || hasNone(view, other);
      judge.that(apart, `an image without both ${one} and ${other}`, 'it shows both', { exchange });
    }
  },
);

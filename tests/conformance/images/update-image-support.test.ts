import { kindsOfSupport, supportsApart } from '../../../fixtures/filters/supports-apart.js';
import { test } from '../../../fixtures/images/support-test.js';
import { hasNone } from '../../../fixtures/images/update-test.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import type { Profile } from '../../../schemas/profiles.js';

const kinds = kindsOfSupport.flatMap((kind) => Object.keys(kind));
/** Values of those kinds of special support that are more than true (ims_03_0910, tables 2 and 3). */
const gpus = ({ lists }: Profile): Record<string, string[]> => ({
  xen_gpu_type: ['M60_vGPU'],
  kvm_gpu_type: lists.kvmGpuTypes,
});

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

test('support is there or not', proves('update-image.support-values'), async ({ spare, images, judge, session }) => {
  // Of the injection, any value but true means that it is there.
  for (const kind of session.profile.lists.kindsOfSupport.filter((kind) => kind !== 'fc_inject')) {
    const set = (value: string) => images.patch(spare, { op: 'add', path: `/__support_${kind}`, value });
    judge.needs(await set('true'), `${kind} as "true" is accepted`);
    for (const value of ['yes', '2', 'truefalse']) judge.rejected(await set(value), `${kind} as "${value}" is refused`);
  }
});

test(
  'kinds of special support can be set',
  proves('update-image.special-support'),
  async ({ spare, setsEach, session }) => {
    const { profile } = session;
    const special = profile.lists.kindsOfSpecialSupport.flatMap((kind) =>
      (gpus(profile)[kind] ?? ['true']).map((value) => [kind, value] as const),
    );
    await setsEach(spare, special);
  },
);

test(
  'a graphics card is one of the list',
  proves('update-image.gpu-types'),
  async ({ spare, images, suited, judge, session }) => {
    const cards = gpus(session.profile);
    for (const kind of await suited(spare, Object.keys(cards))) {
      const [listed] = cards[kind] ?? [];
      const set = (value?: string) => images.patch(spare, { op: 'add', path: `/__support_${kind}`, value });
      judge.needs(await set(listed), `the card "${listed}" is accepted`);
      for (const value of ['true', 'V1000', 'no such card']) judge.rejected(await set(value), `"${value}" is refused`);
    }
  },
);

test(
  'what clients set beside can be set',
  proves('update-image.further-properties'),
  async ({ spare, sets, setsEach }) => {
    await sets(spare, 'max_ram', '65536');
    await sets(spare, '__support_largememory', 'true');
    await setsEach(spare, [
      ['xen_hana', 'true'],
      ['kvm_infiniband', 'true'],
    ]);
  },
);

test(
  'kinds of support that exclude each other stay apart',
  proves('update-image.support-apart'),
  async ({ spare, images, strips, bears, isListed, judge }) => {
    let tried = 0;
    const pairs = supportsApart.flatMap(([special, plain]) => [[special, plain] as const, [plain, special] as const]);
    for (const [added, there] of pairs) {
      const [[one, value] = ['', ''], [other, yes] = ['', '']] = [added, there].flatMap(Object.entries<string>);
      const kept = await strips(
        spare,
        kinds.filter((property) => property !== other),
      );
      // A pair is left out where the service keeps one, or does not take the other: OTC's page lists no KVM to be changed.
      if (kept.includes(one) || !(await bears(spare, other, yes))) continue;
      tried += 1;
      const exchange = await images.patch(spare, { op: 'add', path: `/${one}`, value });
      if (exchange.response.status >= 400) {
        // What a refused change leaves is another rule's matter, and so is how one is refused that nobody may make.
        if (isListed(one)) judge.rejected(exchange, `${one} beside ${other} is refused`);
        continue;
      }
      const view = await images.settled(spare, (shown) => hasNone(shown, one) || hasNone(shown, other));
      const apart = hasNone(view, one) || hasNone(view, other);
      judge.that(apart, `an image without both ${one} and ${other}`, 'it shows both', { exchange });
    }
    if (tried === 0) throw new Unjudged('No image takes one of the kinds of support that exclude each other.');
  },
);

import {
  blankKey,
  changedValue,
  illegalInKeys,
  keyOfLength,
  pieces,
  tagKey,
  tagLimits,
  tagSet,
  unusedKey,
  valueOfLength,
} from '../../../fixtures/arbitraries/tags.js';
import { fc, proves, test } from '../../../fixtures/index.js';
import { inTurn } from '../../../fixtures/judging/ends-as-in-turn.js';
import { withoutKeys } from '../../../fixtures/model/tag-effects.js';
import { givenNatively, nativeOnlyKeys } from '../../../fixtures/tags/native-only-tag.js';
import { tagCalls } from '../../../fixtures/tags/tag-calls.js';
import { inOrder, type Tags, toList } from '../../../fixtures/tags/tag-desk.js';

/** Tags of which some are named for deletion; one that is not named begins with, or begins, one that is. */
const partly = fc
  .tuple(tagSet({ min: 2, max: 8 }), tagKey({ max: 30 }), fc.boolean(), fc.nat({ max: 255 }))
  .map(([some, key, longer, choice]) => {
    const [named, kept] = longer ? [key, `${key}-1`] : [`${key}-1`, key];
    const chosen = Object.keys(some).filter(
      (other, at) => other !== kept && other !== named && (choice >> at) % 2 === 1,
    );
    return { all: { ...some, [named]: 'v', [kept]: 'v' } as Tags, named: [named, ...chosen] };
  });

test(
  'a deleting batch removes what it names',
  proves('batch-tags.delete-removes'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(partly, async ({ all, named }) => {
      await tags.given(image, all);
      const batch = named.map((key) => ({ key, value: all[key] }));
      judge.needs(await tags.batch(image, 'delete', batch));
      const rest = withoutKeys(all, named);
      judge.equal(await tags.settledList(image, rest), inOrder(rest), 'the tags');
    });
    for (const key of nativeOnlyKeys) {
      if (!(await givenNatively({ ims, tags, judge }, image, key))) continue;
      judge.needs(await tags.batch(image, 'delete', [{ key }]), `a batch that names "${key}" is accepted`);
      const left = await tags.settled(image, {});
      // By the native call, so that a target that keeps this one keeps it for no other test.
      if (key in left) await tagCalls.deleteNative(ims, image.id, key);
      judge.equal(left, {}, `the tags after the deletion of "${key}"`);
    }
  },
);

test('deleting absent keys answers 204', proves('batch-tags.delete-absent'), async ({ image, tags, forAll, judge }) => {
  await forAll(fc.tuple(tagSet({ max: 4 }), unusedKey(), fc.boolean()), async ([before, absent, alone]) => {
    await tags.given(image, before);
    const named = alone ? [absent] : [...Object.keys(before), absent];
    judge.status(
      await tags.batch(
        image,
        'delete',
        named.map((key) => ({ key, value: before[key] ?? 'v' })),
      ),
      204,
    );
    judge.status(await tags.batch(image, 'delete', [{ key: absent }]), 204);
    await tags.settled(image, alone ? before : {});
  });
});

test(
  'a deleting batch may name another value',
  proves('batch-tags.delete-other-value'),
  async ({ image, tags, forAll, judge }) => {
    // Whether the tag then goes, the page does not say.
    await forAll(fc.tuple(tagSet({ min: 1, max: 5 }), changedValue()), async ([all, [old, young]]) => {
      const [first, ...others] = toList(all);
      const key = first?.key ?? '';
      await tags.given(image, { ...all, [key]: old });
      judge.status(await tags.batch(image, 'delete', [{ key, value: young }, ...others]), 204);
    });
  },
);

test(
  'a deleting batch needs no values',
  proves('batch-tags.delete-value-optional'),
  async ({ image, tags, forAll, judge }) => {
    await forAll(fc.tuple(tagSet({ min: 1, max: 5 }), fc.nat()), async ([all, at]) => {
      await tags.given(image, all);
      const batch = toList(all).map(({ key, value }, index) => (index === at % 5 ? { key, value } : { key }));
      const bare = await tags.batch(image, 'delete', batch);
      await judge.acceptedLike(bare, 'a batch without values is accepted', async () => [
        await tags.batch(image, 'delete', toList(all)),
      ]);
      judge.equal(await tags.settled(image, {}), {}, 'the tags');
    });
  },
);

test(
  'a deleted key has at most 127 characters',
  proves('batch-tags.delete-key-length'),
  async ({ image, tags, forAll, judge }) => {
    const between = fc.integer({ min: 37, max: 126 }).chain(keyOfLength);
    await forAll(fc.tuple(between, keyOfLength(tagLimits.deletedKey)), async ([key, longest]) => {
      for (const legal of [key, longest]) {
        const exchange = await tags.batch(image, 'delete', [{ key: legal, value: 'v' }]);
        await judge.acceptedLike(exchange, `a key of ${legal.length} characters is accepted`, () =>
          inTurn(pieces(legal), (piece) => tags.batch(image, 'delete', [{ key: piece, value: 'v' }])),
        );
      }
      const illegal = await tags.batch(image, 'delete', [{ key: `${longest}k` }]);
      judge.rejected(illegal, 'a key of 128 characters is refused');
    });
  },
);

test(
  'a deleted value has at most 255 characters',
  proves('batch-tags.delete-value-length'),
  async ({ image, tags, forAll, judge }) => {
    await forAll(valueOfLength(tagLimits.deletedValue), async (value) => {
      const longest = await tags.batch(image, 'delete', [{ key: 'purpose', value }]);
      await judge.acceptedLike(longest, 'a value of 255 characters is accepted', () =>
        inTurn(pieces(value), (piece) => tags.batch(image, 'delete', [{ key: 'purpose', value: piece }])),
      );
      const illegal = await tags.batch(image, 'delete', [{ key: 'purpose', value: `${value}v` }]);
      judge.rejected(illegal, 'a value of 256 characters is refused');
    });
  },
);

test(
  'a blank key spoils a deleting batch',
  proves('batch-tags.delete-key-blank'),
  async ({ image, tags, forAll, judge }) => {
    await forAll(fc.tuple(unusedKey(), blankKey(), fc.boolean()), async ([other, blank, first]) => {
      judge.needs(await tags.batch(image, 'delete', [{ key: other }]), 'a batch without blank keys is accepted');
      const named = first ? [blank, other] : [other, blank];
      const exchange = await tags.batch(
        image,
        'delete',
        named.map((key) => ({ key })),
      );
      judge.rejected(exchange, `a batch with the key "${blank}" is refused`);
    });
  },
);

test(
  'characters of deleted tags are not checked',
  proves('batch-tags.delete-characters'),
  async ({ image, tags, forAll, judge }) => {
    await forAll(
      unusedKey(),
      async (start) => {
        for (let at = 0; at < illegalInKeys.length; at += 10) {
          const odd = illegalInKeys.slice(at, at + 10);
          const named = odd.map((character) => ({ key: `${start}${character}k`, value: `v${character}v` }));
          await judge.acceptedLike(
            await tags.batch(image, 'delete', named),
            `a batch with the characters ${odd.join('')} is accepted`,
            async () => [await tags.batch(image, 'delete', [{ key: start, value: 'v' }])],
          );
        }
      },
      { weight: 0.2 },
    );
  },
);

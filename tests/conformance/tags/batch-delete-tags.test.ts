import {
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

test(
  'named tags go and others stay',
  proves('batch-delete-tags.removes'),
  async ({ ims, image, tags, forAll, judge }) => {
    const situation = fc.tuple(tagSet({ max: 8 }), tagKey({ max: 30 }), fc.boolean(), fc.nat({ max: 255 }));
    await forAll(situation, async ([some, key, longer, choice]) => {
      const [named, kept] = longer ? [key, `${key}-1`] : [`${key}-1`, key];
      const all: Tags = { ...some, [named]: 'v', [kept]: 'v' };
      const chosen = Object.keys(some).filter((other, at) => other !== kept && (choice >> at) % 2 === 1);
      const keys = [...new Set([named, ...chosen])];
      await tags.given(image, all);
      judge.accepted(
        await tagCalls.deleteList(
          ims,
          image.id,
          keys.map((name) => ({ key: name, value: all[name] })),
        ),
      );
      const rest = withoutKeys(all, keys);
      judge.equal(await tags.settledList(image, rest), inOrder(rest), 'the tags');
    });
    for (const key of nativeOnlyKeys) {
      if (!(await givenNatively({ ims, tags, judge }, image, key))) continue;
      judge.needs(await tagCalls.deleteList(ims, image.id, [{ key, value: '' }]), `a list with "${key}" is accepted`);
      const left = await tags.settled(image, {});
      // By the native call, so that a target that keeps this one keeps it for no other test.
      if (key in left) await tagCalls.deleteNative(ims, image.id, key);
      judge.equal(left, {}, `the tags after the deletion of "${key}"`);
    }
  },
);

test(
  'deleting a list answers 204 without a body',
  proves('batch-delete-tags.no-content'),
  async ({ ims, image, tags, judge }) => {
    const before = { purpose: 'test', owner: '' };
    await tags.given(image, before);
    const exchange = judge.status(await tagCalls.deleteList(ims, image.id, toList(before)), 204);
    judge.equal(exchange.response.text, '', 'the body', { exchange });
  },
);

test(
  'deleting a list again succeeds',
  proves('batch-delete-tags.absent-key'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(fc.tuple(tagSet({ max: 5 }), unusedKey(), fc.boolean()), async ([before, absent, alone]) => {
      await tags.given(image, before);
      const named = toList(alone ? { [absent]: 'v' } : { ...before, [absent]: 'v' });
      for (const time of ['first', 'second'])
        judge.accepted(await tagCalls.deleteList(ims, image.id, named), `the ${time} deletion is accepted`);
      await tags.settled(image, alone ? before : {});
    });
  },
);

test(
  'a listed key has at most 127 characters',
  proves('batch-delete-tags.key-length'),
  async ({ ims, image, forAll, judge }) => {
    const between = fc.integer({ min: 37, max: 126 }).chain(keyOfLength);
    await forAll(fc.tuple(between, keyOfLength(tagLimits.deletedKey)), async ([key, longest]) => {
      for (const legal of [key, longest]) {
        const exchange = await tagCalls.deleteList(ims, image.id, [{ key: legal, value: 'v' }]);
        await judge.acceptedLike(exchange, `a key of ${legal.length} characters is accepted`, () =>
          inTurn(pieces(legal), (piece) => tagCalls.deleteList(ims, image.id, [{ key: piece, value: 'v' }])),
        );
      }
      const illegal = await tagCalls.deleteList(ims, image.id, [{ key: `${longest}k`, value: 'v' }]);
      judge.rejected(illegal, 'a key of 128 characters is refused');
    });
  },
);

test(
  'a listed value has at most 255 characters',
  proves('batch-delete-tags.value-length'),
  async ({ ims, image, forAll, judge }) => {
    await forAll(valueOfLength(tagLimits.deletedValue), async (value) => {
      const longest = await tagCalls.deleteList(ims, image.id, [{ key: 'purpose', value }]);
      await judge.acceptedLike(longest, 'a value of 255 characters is accepted', () =>
        inTurn(pieces(value), (piece) => tagCalls.deleteList(ims, image.id, [{ key: 'purpose', value: piece }])),
      );
      const illegal = await tagCalls.deleteList(ims, image.id, [{ key: 'purpose', value: `${value}v` }]);
      judge.rejected(illegal, 'a value of 256 characters is refused');
    });
  },
);

test('a misshapen list is refused', proves('batch-delete-tags.body'), async ({ ims, image, judge }) => {
  const tag = { key: 'k', value: 'v' };
  judge.needs(await tagCalls.deleteList(ims, image.id, [tag]), 'a list of tags is accepted');
  const misshapen = [
    undefined,
    null,
    'k',
    7,
    tag,
    ['k'],
    [7],
    [null],
    [[tag]],
    [{ value: 'v' }],
    [{ ...tag, key: null }],
  ];
  for (const list of misshapen) {
    const exchange = await tagCalls.deleteList(ims, image.id, list);
    judge.rejected(exchange, `the body ${exchange.request.body} is refused`);
  }
});

test(
  'no list is deleted from an absent image',
  proves('batch-delete-tags.absent-image'),
  async ({ ims, image, forAll, judge }) => {
    await forAll(
      fc.tuple(fc.uuid(), tagSet({ min: 1, max: 3 })),
      async ([id, named]) => {
        judge.needs(await tagCalls.deleteList(ims, image.id, toList(named)), 'a deletion for an own image is accepted');
        judge.rejected(await tagCalls.deleteList(ims, id, toList(named)), 'a deletion for an absent image is refused');
      },
      { weight: 0.3 },
    );
  },
);

test(
  "another project's tags cannot be deleted as a list",
  proves('batch-delete-tags.foreign-image'),
  async ({ member, image, tags, judge }) => {
    const before = { purpose: 'test', owner: '' };
    await tags.given(image, before);
    const exchange = await tagCalls.deleteList(member, image.id, toList(before));
    judge.rejected(exchange, "deleting tags of another project's image is refused");
    judge.equal(await tags.settledList(image, before), inOrder(before), 'the tags');
  },
);

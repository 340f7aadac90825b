import {
  blankKey,
  illegalInKeys,
  illegalInValues,
  keyOfLength,
  keysOfEveryCharacter,
  pieces,
  plainKey,
  plainValue,
  tagKey,
  tagLimits,
  tagSet,
  valueOfLength,
  valuesOfEveryCharacter,
} from '../../../fixtures/arbitraries/tags.js';
import { fc, proves, test } from '../../../fixtures/index.js';
import { type Tag, toList, toTags } from '../../../fixtures/tags/tag-desk.js';

/** The tag at any place among legal others. */
const among = (others: Tag[], at: number, tag: unknown) => others.toSpliced(at % (others.length + 1), 0, tag as Tag);
const others = tagSet({ max: 3 }).map(toList);
/** Tags that hold what a text does, in short pieces. */
const inPieces = (text: string, tag: (piece: string, at: number) => Tag): Tag[] => pieces(text).map(tag);

test(
  'a batch key has at most 36 characters',
  proves('batch-tags.key-length'),
  async ({ image, tags, forAll, judge }) => {
    await forAll(fc.tuple(others, fc.nat(), keyOfLength(tagLimits.key)), async ([more, at, key]) => {
      await tags.given(image, {});
      const legal = among(more, at, { key, value: 'v' });
      await judge.acceptedLike(
        await tags.batch(image, 'create', legal),
        'a key of 36 characters is accepted',
        async () => [
          await tags.batch(image, 'create', more),
          await tags.batch(
            image,
            'create',
            inPieces(key, (piece, part) => ({ key: `${part}${piece}`, value: 'v' })),
          ),
        ],
      );
      await tags.settled(image, toTags(legal));
      const illegal = await tags.batch(image, 'create', among(more, at, { key: `${key}k`, value: 'v' }));
      judge.rejected(illegal, 'a key of 37 characters is refused');
    });
  },
);

test(
  'a batch value has at most 43 characters',
  proves('batch-tags.value-length'),
  async ({ image, tags, forAll, judge }) => {
    await forAll(fc.tuple(others, fc.nat(), valueOfLength(tagLimits.value)), async ([more, at, value]) => {
      await tags.given(image, {});
      const key = 'the-longest-value';
      const legal = among(more, at, { key, value });
      await judge.acceptedLike(
        await tags.batch(image, 'create', legal),
        'a value of 43 characters is accepted',
        async () => [
          await tags.batch(image, 'create', more),
          await tags.batch(
            image,
            'create',
            inPieces(value, (piece, part) => ({ key: `${key}${part}`, value: piece })),
          ),
        ],
      );
      await tags.settled(image, toTags(legal));
      const illegal = await tags.batch(image, 'create', among(more, at, { key, value: `${value}v` }));
      judge.rejected(illegal, 'a value of 44 characters is refused');
    });
  },
);

test('a blank key spoils a batch', proves('batch-tags.key-blank'), async ({ image, tags, forAll, judge }) => {
  await forAll(fc.tuple(others, fc.nat(), blankKey()), async ([more, at, key]) => {
    await tags.given(image, {});
    const legal = among(more, at, { key: 'a-key-that-is-not-blank', value: 'v' });
    judge.needs(await tags.batch(image, 'create', legal), 'a batch without blank keys is accepted');
    await tags.settled(image, toTags(legal));
    const illegal = await tags.batch(image, 'create', among(more, at, { key, value: 'v' }));
    judge.rejected(illegal, `a batch with the key "${key}" is refused`);
  });
});

const filled = ({ key, value }: Tag): Tag => ({ key, value: value || 'v' });

test('a batch takes empty values', proves('batch-tags.value-empty'), async ({ image, tags, forAll, judge }) => {
  await forAll(fc.tuple(others, fc.nat(), tagKey()), async ([more, at, key]) => {
    await tags.given(image, {});
    const unique = more.filter((tag) => tag.key !== key);
    const empty = await tags.batch(image, 'create', among(unique, at, { key, value: '' }));
    await judge.acceptedLike(empty, 'an empty value is accepted', async () => [
      await tags.batch(image, 'create', toList({ ...toTags(unique.map(filled)), [key]: 'v' })),
    ]);
    const after = await tags.settled(image, { ...toTags(unique), [key]: '' });
    judge.equal(after[key], '', `the value of "${key}"`);
  });
});

test("a batch's value of blanks is noted", proves('batch-tags.value-blank'), async ({ image, tags, judge }) => {
  await tags.given(image, {});
  const { status } = (await tags.batch(image, 'create', [{ key: 'purpose', value: '  ' }])).response;
  judge.observe(`A value of two blanks is ${status < 400 ? 'taken' : `answered ${status}`}.`);
});

test('a batch tag needs a value', proves('batch-tags.value-required'), async ({ image, tags, forAll, judge }) => {
  await forAll(
    fc.tuple(others, fc.nat(), fc.constantFrom({}, { value: null })),
    async ([more, at, none]) => {
      await tags.given(image, {});
      const legal = among(more, at, { key: 'without-value', value: '' });
      judge.needs(await tags.batch(image, 'create', legal), 'an empty value is accepted');
      const exchange = await tags.batch(image, 'create', among(more, at, { key: 'without-value', ...none }));
      judge.rejected(exchange, 'a batch with a tag without a value is refused');
    },
    { weight: 0.3 },
  );
});

test(
  'batch keys hold only their own characters',
  proves('batch-tags.key-characters'),
  async ({ image, tags, forAll, judge }) => {
    await tags.given(image, {});
    const legal = keysOfEveryCharacter.map((key) => ({ key, value: 'v' }));
    judge.accepted(
      await tags.batch(image, 'create', legal),
      `the keys "${keysOfEveryCharacter.join('", "')}" are accepted`,
    );
    await tags.settled(image, toTags(legal));
    await forAll(
      fc.tuple(plainKey(), plainKey()),
      async ([start, end]) => {
        for (const key of illegalInKeys.map((character) => start + character + end))
          judge.rejected(await tags.batch(image, 'create', [{ key, value: 'v' }]), `the key "${key}" is refused`);
      },
      { weight: 0.1 },
    );
  },
);

test(
  'batch values hold only their own characters',
  proves('batch-tags.value-characters'),
  async ({ image, tags, forAll, judge }) => {
    await tags.given(image, {});
    const legal = valuesOfEveryCharacter.map((value, at) => ({ key: `k${at}`, value }));
    judge.accepted(await tags.batch(image, 'create', legal), 'values of every legal character are accepted');
    await tags.settled(image, toTags(legal));
    await forAll(
      fc.tuple(plainValue(), plainValue()),
      async ([start, end]) => {
        for (const value of illegalInValues.map((character) => start + character + end))
          judge.rejected(await tags.batch(image, 'create', [{ key: 'k', value }]), `the value "${value}" is refused`);
      },
      { weight: 0.1 },
    );
  },
);

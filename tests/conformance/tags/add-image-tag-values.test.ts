import {
  blankKey,
  illegalInKeys,
  illegalInValues,
  keyOfLength,
  keysOfEveryCharacter,
  pieces,
  plainKey,
  tagKey,
  tagLimits,
  valueOfLength,
  valuesOfEveryCharacter,
} from '../../../fixtures/arbitraries/tags.js';
import { fc, proves, test } from '../../../fixtures/index.js';
import { inTurn } from '../../../fixtures/judging/ends-as-in-turn.js';
import { tagCalls } from '../../../fixtures/tags/tag-calls.js';

test(
  'a key has at most 36 characters',
  proves('add-image-tag.key-length'),
  async ({ ims, image, tags, forAll, judge }) => {
    const short = fc.constantFrom(1, 2, tagLimits.key - 1).chain(keyOfLength);
    await forAll(fc.tuple(short, keyOfLength(tagLimits.key), keyOfLength(30)), async ([key, longest, more]) => {
      await tags.given(image, {});
      for (const legal of [key, longest]) {
        const exchange = await tagCalls.add(ims, image.id, { key: legal, value: 'v' });
        await judge.acceptedLike(exchange, `a key of ${legal.length} characters is accepted`, () =>
          inTurn(pieces(legal), (piece) => tagCalls.add(ims, image.id, { key: piece, value: 'v' })),
        );
      }
      await tags.settled(image, { [key]: 'v', [longest]: 'v' });
      for (const illegal of [`${longest}k`, longest + more]) {
        const exchange = await tagCalls.add(ims, image.id, { key: illegal, value: 'v' });
        judge.rejected(exchange, `a key of ${illegal.length} characters is refused`);
      }
    });
  },
);

test(
  'a value has at most 43 characters',
  proves('add-image-tag.value-length'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(fc.tuple(valueOfLength(tagLimits.value), valueOfLength(100)), async ([value, more]) => {
      await tags.given(image, {});
      const longest = await tagCalls.add(ims, image.id, { key: 'purpose', value });
      await judge.acceptedLike(longest, 'a value of 43 characters is accepted', () =>
        inTurn(pieces(value), (piece, at) => tagCalls.add(ims, image.id, { key: `purpose${at}`, value: piece })),
      );
      for (const illegal of [`${value}v`, value + more]) {
        const exchange = await tagCalls.add(ims, image.id, { key: 'purpose', value: illegal });
        judge.rejected(exchange, `a value of ${illegal.length} characters is refused`);
      }
    });
  },
);

test('a blank key is refused', proves('add-image-tag.key-blank'), async ({ ims, image, forAll, judge }) => {
  await forAll(blankKey(), async (key) => {
    judge.needs(await tagCalls.add(ims, image.id, { key: 'k', value: 'v' }), 'a key of one letter is accepted');
    judge.rejected(await tagCalls.add(ims, image.id, { key, value: 'v' }), `the key "${key}" is refused`);
  });
});

test(
  'the empty string is a value',
  proves('add-image-tag.value-empty'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(tagKey(), async (key) => {
      await tags.given(image, {});
      const empty = await tagCalls.add(ims, image.id, { key, value: '' });
      await judge.acceptedLike(empty, 'an empty value is accepted', async () => [
        await tagCalls.add(ims, image.id, { key, value: 'v' }),
      ]);
      judge.equal(await tags.settled(image, { [key]: '' }), { [key]: '' }, 'the tags');
    });
  },
);

test('a value of blanks is noted', proves('add-image-tag.value-blank'), async ({ ims, image, judge }) => {
  const { status } = (await tagCalls.add(ims, image.id, { key: 'purpose', value: '  ' })).response;
  judge.observe(`A value of two blanks is ${status < 400 ? 'taken' : `answered ${status}`}.`);
});

test(
  'a tag without a value is refused',
  proves('add-image-tag.value-required'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(
      tagKey(),
      async (key) => {
        await tags.given(image, {});
        judge.needs(await tagCalls.add(ims, image.id, { key, value: '' }), 'an empty value is accepted');
        judge.rejected(await tagCalls.add(ims, image.id, { key }), 'a tag without a value is refused');
        judge.rejected(await tagCalls.add(ims, image.id, { key, value: null }), 'null as a value is refused');
      },
      { weight: 0.3 },
    );
  },
);

test(
  'a key holds only its own characters',
  proves('add-image-tag.key-characters'),
  async ({ ims, image, tags, forAll, judge }) => {
    await tags.given(image, {});
    for (const key of keysOfEveryCharacter)
      judge.accepted(await tagCalls.add(ims, image.id, { key, value: 'v' }), `the key "${key}" is accepted`);
    await tags.settled(image, Object.fromEntries(keysOfEveryCharacter.map((key) => [key, 'v'])));
    const parts = fc.tuple(plainKey(), plainKey());
    await forAll(
      parts,
      async ([start, end]) => {
        for (const key of illegalInKeys.map((character) => start + character + end))
          judge.rejected(await tagCalls.add(ims, image.id, { key, value: 'v' }), `the key "${key}" is refused`);
      },
      { weight: 0.1 },
    );
  },
);

test(
  'a value holds only its own characters',
  proves('add-image-tag.value-characters'),
  async ({ ims, image, tags, forAll, judge }) => {
    await tags.given(image, {});
    for (const [at, value] of valuesOfEveryCharacter.entries())
      judge.accepted(await tagCalls.add(ims, image.id, { key: `k${at}`, value }), `the value "${value}" is accepted`);
    await tags.settled(image, Object.fromEntries(valuesOfEveryCharacter.map((value, at) => [`k${at}`, value])));
    await forAll(
      fc.tuple(plainKey(), plainKey()),
      async ([start, end]) => {
        for (const value of illegalInValues.map((character) => start + character + end))
          judge.rejected(await tagCalls.add(ims, image.id, { key: 'k', value }), `the value "${value}" is refused`);
      },
      { weight: 0.1 },
    );
  },
);

test('a misshapen body is refused', proves('add-image-tag.body'), async ({ ims, image, judge }) => {
  const legal = { key: 'k', value: 'v' };
  judge.needs(await tagCalls.add(ims, image.id, legal), 'a tag with key and value is accepted');
  const misshapen: unknown[] = [undefined, null, 'k.v', 7, [legal], { value: 'v' }, { ...legal, key: null }];
  for (const odd of [['k'], { k: 'v' }]) misshapen.push({ ...legal, key: odd }, { ...legal, value: odd });
  for (const tag of misshapen) {
    const exchange = await tagCalls.add(ims, image.id, tag);
    judge.rejected(exchange, `the body ${exchange.request.body} is refused`);
  }
});

test(
  'what becomes of other characters is noted',
  proves('add-image-tag.other-characters'),
  async ({ ims, image, judge }) => {
    for (const [what, tag] of [
      ['A Chinese key', { key: '用途', value: 'test' }],
      ['A Chinese value', { key: 'purpose', value: '测试' }],
      ['A value with a dot', { key: 'release', value: '1.2' }],
    ] as const) {
      const { status } = (await tagCalls.add(ims, image.id, tag)).response;
      judge.observe(`${what} is ${status < 400 ? 'taken' : `answered ${status}`}.`);
    }
  },
);

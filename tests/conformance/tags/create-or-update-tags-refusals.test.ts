import {
  illegalInKeys,
  illegalInTexts,
  illegalInValues,
  keysOfEveryCharacter,
  plainKey,
  plainValue,
  tagSet,
  valuesOfEveryCharacter,
} from '../../../fixtures/arbitraries/tags.js';
import { fc, proves, test } from '../../../fixtures/index.js';
import { inBoth, inEach } from '../../../fixtures/tags/both-notations.js';
import { tagCalls } from '../../../fixtures/tags/tag-calls.js';
import { inOrder, toTags } from '../../../fixtures/tags/tag-desk.js';

test(
  'an empty written key is refused',
  proves('create-or-update-tags.key-blank'),
  async ({ ims, image, tags, forAll, judge }) => {
    await tags.given(image, {});
    await forAll(
      plainValue(),
      async (value) => {
        for (const exchange of await inBoth(ims, image, 'k', value))
          judge.needs(exchange, 'a key of one letter is accepted');
        for (const exchange of await inBoth(ims, image, '', value)) judge.rejected(exchange, 'an empty key is refused');
        for (const exchange of await inBoth(ims, image, ' ', value))
          judge.rejected(exchange, 'a key of a blank is refused');
      },
      { weight: 0.3 },
    );
  },
);

test(
  'a written key holds only its own characters',
  proves('create-or-update-tags.key-characters'),
  async ({ ims, image, tags, forAll, judge }) => {
    for (const key of keysOfEveryCharacter) {
      await tags.given(image, {});
      const written = [key, [...key].reverse().join('')].map((each) => ({ key: each, value: 'v' }));
      for (const exchange of await inEach(ims, image, written))
        judge.accepted(exchange, `a key of the characters ${key} is accepted`);
      // Where reads lag, what is not seen yet would not be taken away again.
      await tags.settled(image, toTags(written));
    }
    await forAll(
      fc.tuple(plainKey(), plainKey()),
      async ([start, end]) => {
        for (const odd of illegalInKeys) {
          const [pair, text] = await inBoth(ims, image, start + odd + end, 'v');
          // In one string a dot divides key and value.
          for (const exchange of odd === '.' ? [pair] : [pair, text])
            if (exchange) judge.rejected(exchange, `the key "${start}${odd}${end}" is refused`);
        }
      },
      { weight: 0.1 },
    );
  },
);

test(
  'a written value holds only its own characters',
  proves('create-or-update-tags.value-characters'),
  async ({ ims, image, tags, forAll, judge }) => {
    for (const value of valuesOfEveryCharacter) {
      await tags.given(image, {});
      const [pair, text] = await inEach(ims, image, [
        { key: 'purpose', value },
        { key: 'owner', value },
      ]);
      // Where a text is divided that has several dots, is another matter.
      for (const exchange of value.includes('.') ? [pair] : [pair, text])
        if (exchange) judge.accepted(exchange, `the value "${value}" is accepted`);
    }
    await forAll(
      fc.tuple(plainValue(), plainValue()),
      async ([start, end]) => {
        for (const value of illegalInValues.map((odd) => start + odd + end))
          for (const exchange of await inBoth(ims, image, 'k', value))
            judge.rejected(exchange, `the value "${value}" is refused`);
      },
      { weight: 0.1 },
    );
  },
);

test(
  'a tag in one string holds no other signs',
  proves('create-or-update-tags.text-characters'),
  async ({ ims, image, tags, forAll, judge }) => {
    const put = (tag: string) => tagCalls.put(ims, image.id, { tag });
    await forAll(
      fc.tuple(plainKey(), plainValue()),
      async ([key, value]) => {
        await tags.given(image, {});
        judge.accepted(await put(`${key}.${value}`), `the tag "${key}.${value}" is accepted`);
        for (const odd of illegalInTexts) {
          for (const text of [`${key}${odd}k.${value}`, `${key}.${value}${odd}v`])
            judge.rejected(await put(text), `the tag "${text}" is refused`);
        }
      },
      { weight: 0.1 },
    );
  },
);

test(
  'an eleventh written tag is refused',
  proves('create-or-update-tags.limit'),
  async ({ ims, image, tags, forAll, judge }) => {
    const keys = fc.uniqueArray(plainKey(), { minLength: 2, maxLength: 2 });
    await forAll(
      fc.tuple(tagSet({ min: 12, max: 12 }), keys, fc.boolean()),
      async ([many, [tenth, eleventh], inPair]) => {
        const nine = Object.entries(many).filter(([key]) => key !== tenth && key !== eleventh);
        const before = Object.fromEntries(nine.slice(0, 9));
        await tags.given(image, before);
        const written = inPair ? { image_tag: { key: tenth, value: 'v' } } : { tag: `${tenth}.v` };
        judge.accepted(await tagCalls.put(ims, image.id, written), 'a tenth tag is accepted');
        await tags.settled(image, { ...before, [tenth as string]: 'v' });
        for (const exchange of await inBoth(ims, image, eleventh as string, 'v'))
          judge.rejected(exchange, 'an eleventh tag is refused');
      },
      { weight: 0.5 },
    );
  },
);

test(
  'an absent image takes no written tag',
  proves('create-or-update-tags.absent-image'),
  async ({ ims, image, forAll, judge }) => {
    for (const exchange of await inBoth(ims, image, 'purpose', 'test'))
      judge.needs(exchange, 'tagging an image that is there is accepted');
    await forAll(
      fc.uuid(),
      async (id) => {
        for (const exchange of await inBoth(ims, { id }, 'purpose', 'test'))
          judge.rejected(exchange, 'tagging an absent image is refused');
      },
      { weight: 0.3 },
    );
  },
);

test(
  "another project's image takes no written tag",
  proves('create-or-update-tags.foreign-image'),
  async ({ member, image, tags, judge }) => {
    const before = toTags([{ key: 'purpose', value: 'test' }]);
    await tags.given(image, before);
    for (const key of ['purpose', 'owner'])
      for (const exchange of await inBoth(member, image, key, 'theirs'))
        judge.rejected(exchange, "tagging another project's image is refused");
    judge.equal(await tags.settledList(image, before), inOrder(before), 'the tags');
  },
);

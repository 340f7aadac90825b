import { keyOfLength, pieces, plainKey, tagLimits } from '../../../fixtures/arbitraries/tags.js';
import { fc, proves, test } from '../../../fixtures/index.js';
import { inTurn } from '../../../fixtures/judging/ends-as-in-turn.js';
import { inBoth, notations } from '../../../fixtures/tags/both-notations.js';
import { tagCalls } from '../../../fixtures/tags/tag-calls.js';
import { toTags } from '../../../fixtures/tags/tag-desk.js';

test(
  'a written key has at most 36 characters',
  proves('create-or-update-tags.key-length'),
  async ({ ims, image, tags, forAll, judge }) => {
    const lengths = fc.constantFrom(1, 2, tagLimits.key - 1, tagLimits.key);
    const two = fc.uniqueArray(keyOfLength(tagLimits.key), {
      minLength: 2,
      maxLength: 2,
      selector: (key) => key[0],
    });
    const keys = fc.tuple(lengths, two).map(([length, texts]) => texts.map((text) => text.slice(0, length)));
    await forAll(fc.tuple(keys, plainKey({ min: 37, max: 37 })), async ([legal, illegal]) => {
      await tags.given(image, {});
      for (const [at, write] of notations.entries()) {
        const key = legal[at] as string;
        const put = (text: string) => tagCalls.put(ims, image.id, write(text, 'v'));
        const what = `a key of ${key.length} characters is accepted`;
        await judge.acceptedLike(await put(key), what, () => inTurn(pieces(key), put));
      }
      await tags.settled(image, toTags(legal.map((key) => ({ key, value: 'v' }))));
      for (const exchange of await inBoth(ims, image, illegal, 'v'))
        judge.rejected(exchange, 'a key of 37 characters is refused');
    });
  },
);

test(
  'a written value has at most 43 characters',
  proves('create-or-update-tags.value-length'),
  async ({ ims, image, tags, forAll, judge }) => {
    // Of the characters of keys: where a text is divided that has several dots, is another matter.
    await forAll(keyOfLength(tagLimits.value), async (value) => {
      await tags.given(image, {});
      for (const [at, write] of notations.entries()) {
        const put = (text: string, part = 0) => tagCalls.put(ims, image.id, write(`key-${at}-${part}`, text));
        const what = 'a value of 43 characters is accepted';
        await judge.acceptedLike(await put(value), what, () => inTurn(pieces(value), put));
      }
      for (const exchange of await inBoth(ims, image, 'purpose', `${value}v`))
        judge.rejected(exchange, 'a value of 44 characters is refused');
    });
  },
);

import {
  changedValue,
  plainKey,
  plainValue,
  tagKey,
  tagSet,
  tagValue,
  valueOfLength,
} from '../../../fixtures/arbitraries/tags.js';
import { fc, proves, test } from '../../../fixtures/index.js';
import { notations } from '../../../fixtures/tags/both-notations.js';
import { tagCalls } from '../../../fixtures/tags/tag-calls.js';
import { inOrder, toTags } from '../../../fixtures/tags/tag-desk.js';

const notation = fc.constantFrom(...notations);
const plainTag = fc.tuple(plainKey(), plainValue());

test(
  'a tag in two members is listed',
  proves('create-or-update-tags.image-tag'),
  async ({ ims, image, tags, forAll, judge }) => {
    await tags.given(image, {});
    judge.accepted(await tagCalls.put(ims, image.id, { image_tag: { key: 'purpose', value: 'test' } }));
    await forAll(fc.tuple(tagSet({ max: 4 }), tagKey(), tagValue()), async ([before, key, value]) => {
      await tags.given(image, before);
      judge.needs(await tagCalls.put(ims, image.id, { image_tag: { key, value } }));
      const after = await tags.settled(image, { ...before, [key]: value });
      judge.equal(after[key], value, `the value of "${key}"`);
    });
  },
);

test(
  'a tag in one string is listed',
  proves('create-or-update-tags.tag'),
  async ({ ims, image, tags, forAll, judge }) => {
    await tags.given(image, {});
    judge.accepted(await tagCalls.put(ims, image.id, { tag: 'purpose.test' }));
    await forAll(fc.tuple(tagSet({ max: 4 }), plainTag), async ([before, [key, value]]) => {
      await tags.given(image, before);
      judge.needs(await tagCalls.put(ims, image.id, { tag: `${key}.${value}` }));
      const after = await tags.settled(image, { ...before, [key]: value });
      judge.equal(after[key], value, `the value of "${key}"`);
    });
  },
);

test(
  'the first dot divides key and value',
  proves('create-or-update-tags.tag-split'),
  async ({ ims, image, tags, forAll, judge }) => {
    const dotted = fc.array(fc.oneof(fc.constant(''), valueOfLength(3)), { minLength: 2, maxLength: 5 });
    await forAll(fc.tuple(tagKey(), dotted), async ([key, parts]) => {
      const value = parts.join('.');
      const expected = { [key]: value };
      await tags.given(image, {});
      const written = await tagCalls.put(ims, image.id, { tag: `${key}.${value}` });
      await judge.acceptedLike(written, 'a text of several dots is accepted', async () => [
        await tagCalls.put(ims, image.id, { image_tag: { key, value } }),
      ]);
      judge.equal(await tags.settled(image, expected), expected, 'the tags');
    });
  },
);

test(
  'a string without dot is a key',
  proves('create-or-update-tags.tag-without-dot'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(fc.tuple(tagKey(), fc.boolean()), async ([key, exists]) => {
      await tags.given(image, exists ? { [key]: 'old' } : {});
      const written = await tagCalls.put(ims, image.id, { tag: key });
      await judge.acceptedLike(written, 'a text without a dot is accepted', async () => [
        await tagCalls.put(ims, image.id, { image_tag: { key, value: '' } }),
      ]);
      judge.equal(await tags.settled(image, { [key]: '' }), { [key]: '' }, 'the tags');
    });
  },
);

test(
  'the empty string is a value',
  proves('create-or-update-tags.value-empty'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(fc.tuple(plainKey(), fc.boolean(), notation), async ([key, exists, write]) => {
      await tags.given(image, exists ? { [key]: 'old' } : {});
      const written = await tagCalls.put(ims, image.id, write(key, ''));
      await judge.acceptedLike(written, 'an empty value is accepted', async () => [
        await tagCalls.put(ims, image.id, write(key, 'v')),
      ]);
      judge.equal(await tags.settled(image, { [key]: '' }), { [key]: '' }, 'the tags');
    });
  },
);

test(
  'outer blanks of a pair are taken away',
  proves('create-or-update-tags.blanks-trimmed'),
  async ({ ims, image, tags, forAll, judge }) => {
    const blanks = fc.constantFrom(['', ' '], [' ', ''], [' ', ' ']);
    await forAll(fc.tuple(plainTag, blanks, blanks), async ([[key, value], ofKey, ofValue]) => {
      await tags.given(image, {});
      const image_tag = { key: ofKey.join(key), value: ofValue.join(value) };
      judge.accepted(await tagCalls.put(ims, image.id, { image_tag }));
      judge.equal(await tags.settled(image, { [key]: value }), { [key]: value }, 'the tags');
    });
  },
);

test(
  'writing a tag answers 204 without a body',
  proves('create-or-update-tags.no-content'),
  async ({ ims, image, tags, judge }) => {
    await tags.given(image, {});
    const pair = { key: 'purpose', value: 'test' };
    for (const written of [{ image_tag: pair }, { tag: 'owner.me' }, { tag: 'owner.you' }]) {
      const put = await tagCalls.put(ims, image.id, written);
      const exchange = judge.status(written.tag === 'owner.you' ? judge.needs(put) : put, 204);
      judge.equal(exchange.response.text, '', 'the body', { exchange });
    }
  },
);

test(
  'both notations together are refused',
  proves('create-or-update-tags.exclusive'),
  async ({ ims, image, tags, forAll, judge }) => {
    const same = plainTag.map((tag): [typeof tag, typeof tag] => [tag, tag]);
    await forAll(fc.oneof(same, fc.tuple(plainTag, plainTag)), async ([[key, value], text]) => {
      await tags.given(image, {});
      const [pair, line] = [{ image_tag: { key, value } }, { tag: text.join('.') }];
      judge.rejected(await tagCalls.put(ims, image.id, { ...pair, ...line }), 'a body with both notations is refused');
      for (const alone of [pair, line])
        judge.needs(await tagCalls.put(ims, image.id, alone), 'either notation alone is accepted');
      await tags.settled(image, { [key]: value, [text[0]]: text[1] });
    });
  },
);

test(
  'writing an existing key replaces its value',
  proves('create-or-update-tags.upsert'),
  async ({ ims, image, tags, forAll, judge }) => {
    const situation = fc.tuple(tagSet({ max: 4 }), plainKey(), changedValue(plainValue()), notation);
    await forAll(situation, async ([others, key, [old, young], write]) => {
      await tags.given(image, { ...others, [key]: old });
      const put = () => tagCalls.put(ims, image.id, write(key, young));
      await judge.acceptedLike(await put(), 'another value of a known key is accepted', () => tags.bare(image, put));
      const after = await tags.settledList(image, { ...others, [key]: young });
      const found = after.filter((tag) => tag.key === key);
      judge.equal(found, [{ key, value: young }], `the tags of the key "${key}"`);
    });
  },
);

test(
  'writing the same tag again changes nothing',
  proves('create-or-update-tags.idempotent'),
  async ({ ims, image, tags, forAll, judge }) => {
    const several = fc.uniqueArray(plainTag, { minLength: 1, maxLength: 5, selector: ([key]) => key });
    await forAll(fc.tuple(several, fc.nat(), notation), async ([all, at, write]) => {
      const before = toTags(all.map(([key, value]) => ({ key, value })));
      await tags.given(image, before);
      const put = () => tagCalls.put(ims, image.id, write(...(all[at % all.length] as [string, string])));
      await judge.acceptedLike(await put(), 'the same tag again is accepted', () => tags.bare(image, put));
      judge.equal(await tags.settledList(image, before), inOrder(before), 'the tags');
    });
  },
);

test(
  'writing a tag keeps the others',
  proves('create-or-update-tags.keeps-others'),
  async ({ ims, image, tags, forAll, judge }) => {
    const situation = fc.tuple(tagSet({ max: 5 }), plainTag, fc.boolean(), notation);
    await forAll(situation, async ([more, [key, value], exists, write]) => {
      const { [key]: _, ...others } = { ...more, [`${key}-1`]: value, [`a${key}`]: 'v' };
      await tags.given(image, exists ? { ...others, [key]: 'old' } : others);
      judge.needs(await tagCalls.put(ims, image.id, write(key, value)));
      const after = await tags.settledList(image, { ...others, [key]: value });
      const kept = after.filter((tag) => tag.key !== key);
      judge.equal(kept, inOrder(others), 'the other tags');
    });
  },
);

test(
  'a full image takes a new value by an upsert',
  proves('create-or-update-tags.update-when-full'),
  async ({ ims, image, tags, forAll, judge }) => {
    const keys = fc.uniqueArray(plainKey(), { minLength: 10, maxLength: 10 });
    await forAll(
      fc.tuple(keys, plainValue(), notation),
      async ([[key, ...others], value, written]) => {
        const before = Object.fromEntries([key, ...others].map((each) => [each, `${value}-old`.slice(-40)]));
        await tags.given(image, before);
        const put = () => tagCalls.put(ims, image.id, written(key as string, value));
        await judge.acceptedLike(await put(), 'an update on a full image is accepted', () => tags.bare(image, put));
        const after = await tags.settled(image, { ...before, [key as string]: value });
        judge.equal(after[key as string], value, `the value of "${key}"`);
      },
      { weight: 0.5 },
    );
  },
);

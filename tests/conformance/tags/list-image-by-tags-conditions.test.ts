import { forbiddenCharacters } from '../../../fixtures/arbitraries/tags.js';
import { fc, proves } from '../../../fixtures/index.js';
import { conditionLists, type TagQuery } from '../../../fixtures/model/tag-query.js';
import { imagesIn } from '../../../fixtures/tags/image-finder.js';
import { test } from '../../../fixtures/tags/query-test.js';
import type { TaggedImages } from '../../../fixtures/tags/tagged-images.js';

/** Matches the id of one of the images, the name of one, or both: of two different images there is none. */
function matching({ all }: TaggedImages, about: { id?: number | undefined; name?: number | undefined }): TagQuery {
  const fields = (['id', 'name'] as const).filter((field) => about[field] !== undefined);
  const matches = fields.map((field) => ({ key: `resource_${field}`, value: all[about[field] ?? 0]?.[field] ?? '' }));
  return matches.length > 0 ? { matches } : {};
}

/** Cases that tag three images anew and ask five times. */
const costly = { weight: 0.5 };

test(
  'tags finds images that carry all of them',
  proves('list-image-by-tags.tags'),
  async ({ finder, trio, alphabet, forAll }) => {
    const rounds = alphabet.rounds(alphabet.conditions());
    await forAll(
      rounds,
      async ([given, queries]) => {
        await trio.given(given);
        for (const tags of queries) await finder.finds({ tags }, trio.all);
      },
      costly,
    );
  },
);

test(
  'several values of one key are alternatives',
  proves('list-image-by-tags.values-or'),
  async ({ finder, trio, mark: key, forAll }) => {
    const values = ['test', 'tests', 'testing', 'live'];
    await trio.given(values.slice(0, 3).map((value) => ({ [key]: value })));
    await forAll(fc.shuffledSubarray(values, { minLength: 2 }), async (asked) => {
      await finder.finds({ tags: [{ key, values: asked }] }, trio.all);
    });
  },
);

test(
  'no values match every value of the key',
  proves('list-image-by-tags.any-value'),
  async ({ finder, trio, alphabet, forAll }) => {
    await forAll(
      alphabet.tagging,
      async (given) => {
        await trio.given(given);
        for (const key of alphabet.keys) {
          for (const list of conditionLists) await finder.finds({ [list]: [{ key, values: [] }] }, trio.all);
        }
      },
      costly,
    );
  },
);

test(
  'tags_any finds images that carry any of them',
  proves('list-image-by-tags.tags-any'),
  async ({ finder, trio, alphabet, forAll }) => {
    const rounds = alphabet.rounds(alphabet.conditions());
    await forAll(
      rounds,
      async ([given, queries]) => {
        await trio.given(given);
        for (const tags_any of queries) await finder.finds({ tags_any }, trio.all);
      },
      costly,
    );
  },
);

test(
  'not_tags leaves out images that carry them',
  proves('list-image-by-tags.not-tags'),
  async ({ finder, trio, alphabet, forAll }) => {
    const rounds = alphabet.rounds(alphabet.conditions({ max: 2 }));
    await forAll(
      rounds,
      async ([given, queries]) => {
        await trio.given(given);
        for (const not_tags of queries) await finder.finds({ not_tags }, trio.all);
      },
      costly,
    );
  },
);

test(
  'not_tags_any leaves out images that carry them',
  proves('list-image-by-tags.not-tags-any'),
  async ({ finder, trio, alphabet, forAll }) => {
    const rounds = alphabet.rounds(alphabet.conditions({ max: 2 }));
    await forAll(
      rounds,
      async ([given, queries]) => {
        await trio.given(given);
        for (const not_tags_any of queries) await finder.finds({ not_tags_any }, trio.all);
      },
      costly,
    );
  },
);

test(
  'an unwanted tag beside conditions that are met is noted',
  proves('list-image-by-tags.not-tags-any-example'),
  async ({ finder, trio, mark, judge }) => {
    const [tagged] = trio.all;
    await trio.given([{ [`${mark}-0`]: 'v', [`${mark}-3`]: 'v', [`${mark}-7`]: 'v' }]);
    const query = {
      tags: [{ key: `${mark}-3`, values: ['v'] }],
      tags_any: [{ key: `${mark}-0`, values: ['v'] }],
      not_tags: [{ key: `${mark}-9`, values: ['v'] }],
      matches: [{ key: 'resource_name', value: tagged?.name ?? '' }],
    };
    await finder.finds(query, trio.all);
    const exchange = await finder.ask({
      action: 'filter',
      ...query,
      not_tags_any: [{ key: `${mark}-7`, values: ['v'] }],
    });
    const fate = imagesIn(exchange).some(({ resource_id }) => resource_id === tagged?.id) ? 'found' : 'left out';
    const { status } = exchange.response;
    judge.observe(`The image is ${status === 200 ? fate : `not told of (status ${status})`}.`);
  },
);

test(
  'some of several unwanted tags are noted',
  proves('list-image-by-tags.not-tags-partly'),
  async ({ finder, trio, mark, judge }) => {
    await trio.given([{ [`${mark}-1`]: 'v' }]);
    const both = [1, 2].map((number) => ({ key: `${mark}-${number}`, values: ['v'] }));
    const matches = [{ key: 'resource_id', value: trio.all[0]?.id }];
    for (const list of ['not_tags', 'not_tags_any']) {
      const exchange = await finder.ask({ action: 'filter', [list]: both, matches });
      const fate = imagesIn(exchange).length > 0 ? 'found' : 'left out';
      const { status } = exchange.response;
      judge.observe(`${list}: an image with one of two tags is ${status === 200 ? fate : `answered ${status}`}.`);
    }
  },
);

test(
  'conditions of several kinds hold together',
  proves('list-image-by-tags.combined'),
  async ({ finder, trio, alphabet, forAll }) => {
    const of = fc.option(fc.nat(2), { freq: 2, nil: undefined });
    const about = fc.record({ id: of, name: of });
    await forAll(
      alphabet.rounds(fc.tuple(fc.oneof(alphabet.combined, fc.constant({})), about)),
      async ([given, queries]) => {
        await trio.given(given);
        for (const [query, about] of queries) await finder.finds({ ...query, ...matching(trio, about) }, trio.all);
      },
      costly,
    );
  },
);

test(
  'without_any_tag finds images without tags',
  proves('list-image-by-tags.without-any-tag'),
  async ({ finder, trio, alphabet, forAll }) => {
    await forAll(
      alphabet.tagging,
      async (given) => {
        await trio.given(given);
        for (const without_any_tag of [true, false]) await finder.finds({ without_any_tag }, trio.all);
      },
      costly,
    );
  },
);

test(
  'without_any_tag ignores conditions beside it',
  proves('list-image-by-tags.without-any-tag-alone'),
  async ({ finder, trio, alphabet, forAll }) => {
    await forAll(
      alphabet.rounds(alphabet.combined),
      async ([given, queries]) => {
        await trio.given(given);
        for (const query of queries) await finder.finds({ ...query, without_any_tag: true }, trio.all);
        // What is matched is no condition on tags.
        for (const id of [0, 1, 2]) await finder.finds({ without_any_tag: true, ...matching(trio, { id }) }, trio.all);
      },
      costly,
    );
  },
);

test('conditions may hold any character', proves('list-image-by-tags.characters'), async ({ finder, mark, forAll }) => {
  const odd = fc.constantFrom(...forbiddenCharacters, ' ', 'é', 'я', 'か', '😀');
  const condition = fc.record({ key: odd.map((text) => `${mark}${text}k`), values: fc.tuple(odd) });
  await forAll(fc.tuple(fc.constantFrom(...conditionLists), condition), async ([list, asked]) => {
    await finder.page({ [list]: [asked] }, { limit: '1' });
  });
});

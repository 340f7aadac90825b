import { randomBytes } from 'node:crypto';
import { absentId } from '../../../fixtures/arbitraries/absent-id.js';
import { fourCharacters } from '../../../fixtures/arbitraries/image-texts.js';
import { tagSet, valueEnds } from '../../../fixtures/arbitraries/tags.js';
import { namesOf, refused } from '../../../fixtures/filters/filter-relation.js';
import { test } from '../../../fixtures/filters/filter-test.js';
import { fc, proves } from '../../../fixtures/index.js';
import { eachList } from '../../../fixtures/lists/each-list.js';

eachList(['ListImages', 'GlanceListImages'], (of) => {
  test(
    'an id lists that image alone',
    of('by-id'),
    async ({ ims, image, resources, listing, others, leavesNoneOut }) => {
      const other = await resources.queuedImage(ims);
      for (const [asked, left] of [
        [image, other],
        [other, image],
      ] as const) {
        await listing.expect({ id: asked.id }, { holds: [asked], lacks: [left], fits: ({ id }) => id === asked.id });
      }
      for (const { id } of await others()) {
        await leavesNoneOut({ filters: { id }, passes: (listed) => listed.id === id });
      }
    },
  );

  test(
    'a name lists the images of that whole name',
    of('name'),
    async ({ ims, resources, listing, session, others, leavesNoneOut }) => {
      const name = `${resources.uniqueName()}_${fourCharacters} a.b`;
      const names = [
        name,
        `${name}2`,
        name.replace('a.b', session.profile.readings.nameCase === 'distinct' ? 'A.b' : 'b.b'),
        name.replace(`_${fourCharacters}`, `-${fourCharacters}`),
      ];
      const own = [];
      for (const each of names) own.push(await resources.queuedImage(ims, { name: each }));
      for (const [at, asked] of names.entries()) {
        const [holds, lacks] = [own.slice(at, at + 1), own.filter((_, index) => index !== at)];
        await listing.expect({ name: asked }, { holds, lacks, fits: (listed) => listed.name === asked });
      }
      await listing.expect({ name: name.slice(0, -1) }, { lacks: own });
      for (const relation of namesOf(await others())) await leavesNoneOut(relation);
    },
  );

  test('a tag lists the images that carry it', of('tag'), async ({ ims, image, resources, tags, listing, forAll }) => {
    const other = await resources.queuedImage(ims);
    const mark = randomBytes(6).toString('hex');
    // The other image misses the tag by little: by an end of key or value, or both exchanged.
    const pairs = fc.constantFrom<[string, string]>(['k', 'v1'], ['k1', 'v'], ['v', 'k']);
    const near = pairs.filter(([k]) => k !== 'k' || !tags.native);
    await forAll(fc.tuple(near, fc.constantFrom(...valueEnds), tagSet({ max: 3 })), async ([[k, v], end, others]) => {
      const [key, value] = [`${mark}${k}`, `${v}${end}`];
      const [one, another] = [{ [`${mark}k`]: `v${end}` }, { [key]: value }];
      await tags.given(image, tags.possible({ ...others, ...one }));
      await tags.given(other, tags.possible({ ...others, ...another }));
      await listing.expect(tags.query(`${mark}k`, `v${end}`), { holds: [image], lacks: [other] });
      await listing.expect(tags.query(key, value), { holds: [other], lacks: [image] });
    });
    const shared = { [`${mark}both`]: 'v' };
    for (const each of [image, other]) await tags.given(each, tags.possible(shared));
    await listing.expect(tags.query(`${mark}both`, 'v'), { holds: [image, other] });
  });
});

eachList(['ListImages', 'GlanceListImages', 'ListImagesFuzzy'], (of) => {
  test(
    "another project's private images are not listed",
    of('own-project'),
    async ({ ims, member, resources, listing }) => {
      const [own, foreign] = [await resources.queuedImage(ims), await resources.queuedImage(member)];
      await listing.expect({}, { holds: [own], lacks: [foreign] });
      // A service may refuse to tell of a project that is not the caller's.
      const asked = { owner: member.projectId };
      if (!refused(await listing.ask(asked))) await listing.expect(asked, { lacks: [foreign] });
      await listing.expect({ id: foreign.id }, { lacks: [foreign] });
      await listing.expect({ name: foreign.name }, { lacks: [foreign] });
    },
  );
});

test('an absent id lists nothing', proves('list-images.absent-id'), async ({ image, listing, forAll, judge }) => {
  await forAll(absentId(image.id), async (id) => {
    const { images, exchange } = await listing.page({ id });
    judge.status(exchange, 200);
    judge.equal(
      images.map((listed) => listed.id),
      [],
      'the listed images',
      { exchange },
    );
  });
});

test(
  'unknown query parameters are ignored',
  proves('list-images.unknown-filter'),
  async ({ image, listing, forAll }) => {
    const word = fc.stringMatching(/^[a-z]{4,12}$/).map((letters) => `zz_${letters}`);
    const unknown = fc.oneof(fc.constantFrom('size_min', 'size_max'), word);
    await forAll(fc.tuple(unknown, fc.stringMatching(/^[a-z0-9]{1,8}$/)), async ([parameter, value]) => {
      await listing.expect({ id: image.id, [parameter]: value }, { holds: [image] });
    });
  },
);

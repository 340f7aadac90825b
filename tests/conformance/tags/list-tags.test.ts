import { isDeepStrictEqual } from 'node:util';
import { tagSet } from '../../../fixtures/arbitraries/tags.js';
import { fc, proves } from '../../../fixtures/index.js';
import type { ListQuery } from '../../../fixtures/lists/image-listing.js';
import { readListedTags } from '../../../fixtures/tags/listed-tags.js';
import { test } from '../../../fixtures/tags/query-test.js';
import { TagDesk, type Tags } from '../../../fixtures/tags/tag-desk.js';

/** Tags for two images, with room for one more each. */
const pair = fc.tuple(tagSet({ max: 9 }), tagSet({ max: 9 }));
const texts = (...tags: Tags[]) =>
  [...new Set(tags.flatMap(Object.entries<string>).map(([key, value]) => `${key}=${value}`))].sort();

test(
  'the tags of all images that fit are listed',
  proves('list-tags.complete'),
  async ({ ims, image, trio, tags, mark, eventually, forAll, judge }) => {
    const four = fc.array(tagSet({ max: 9 }), { minLength: 4, maxLength: 4 });
    await forAll(
      four,
      async (some) => {
        const given = some.map((own) => ({ ...own, [mark]: 'all' }));
        await Promise.all([image, ...trio.all].map((own, at) => tags.given(own, given[at] ?? {})));
        const missing = (listed: string[]) => texts(...given).filter((tag) => !listed.includes(tag));
        const read = await eventually(
          () => readListedTags(ims, { tag: `${mark}=all` }),
          (answer) => missing(answer.tags).length === 0,
        );
        judge.accepted(read.exchange);
        judge.equal(missing(read.tags), [], 'the tags that are carried and not listed', read);
      },
      { weight: 0.3 },
    );
  },
);

for (const filter of ['id', 'name', 'tag'] as const) {
  test(
    `with ${filter}, exactly its tags are listed`,
    proves(`list-tags.filter-${filter}`),
    async ({ ims, image, resources, tags, mark, eventually, forAll, judge }) => {
      const second = await resources.queuedImage(ims);
      const condition = { id: image.id, name: image.name, tag: `${mark}=v` }[filter];
      await forAll(
        pair,
        async ([some, others]) => {
          const [own, theirs] = [
            { ...some, [mark]: 'v' },
            { ...others, [mark]: 'v1' },
          ];
          await Promise.all([tags.given(image, own), tags.given(second, theirs)]);
          const read = await eventually(
            () => readListedTags(ims, { [filter]: condition }),
            (answer) => isDeepStrictEqual(answer.tags, texts(own)),
          );
          judge.accepted(read.exchange);
          judge.equal(read.tags, texts(own), 'the tags', read);
        },
        { weight: 0.5 },
      );
    },
  );
}

test(
  'a part of a name is not that name',
  proves('list-tags.filter-name'),
  async ({ ims, image: { id, name }, tags, mark, judge }) => {
    await tags.given({ id }, { [mark]: 'v' });
    for (const part of [name.slice(0, -1), name.slice(1), name.slice(0, 5), `${name}0`]) {
      const read = await readListedTags(ims, { name: part });
      judge.that(!read.tags.includes(`${mark}=v`), `no tag of "${name}" by the name "${part}"`, 'it is listed', read);
    }
  },
);

test(
  "another project's tags are not listed",
  proves('list-tags.own-project'),
  async ({ ims, member, resources, session, mark, eventually, judge }) => {
    const { id, name } = await resources.queuedImage(member);
    await new TagDesk(member, session.configuration.consistencySeconds).given({ id }, { [mark]: 'v' });
    await eventually(
      () => readListedTags(member, { id }),
      ({ tags }) => tags.length > 0,
    );
    const owner = member.projectId;
    for (const conditions of [{}, { id }, { name }, { owner }, { tag: `${mark}=v` }, { __imagetype: 'private' }]) {
      const read = await readListedTags(ims, conditions as ListQuery);
      judge.that(!read.tags.includes(`${mark}=v`), 'the tag is listed for its own project alone', 'it is listed', read);
    }
  },
);

test(
  'how key and value are joined is noted',
  proves('list-tags.separator'),
  async ({ ims, image, tags, mark, eventually, judge }) => {
    await tags.given(image, { [mark]: 'v' });
    const { texts, exchange } = await eventually(
      () => readListedTags(ims, { id: image.id }),
      (answer) => answer.tags.length > 0,
    );
    const text = texts.find((tag) => tag.startsWith(mark));
    const seen = text?.replace(mark, 'key').replace(/v$/, 'value') ?? `no tag (status ${exchange.response.status})`;
    judge.observe(`Key and value are joined as "${seen}".`);
  },
);

import { makeCrowd, roomOf } from '../../../fixtures/books/crowd.js';
import { fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { ProjectTags } from '../../../fixtures/tags/project-tags.js';
import { test } from '../../../fixtures/tags/query-test.js';
import { TagDesk } from '../../../fixtures/tags/tag-desk.js';

/** More than a page of any list holds by default, and the room that is left to others. */
const [newer, spare] = [30, 40];

/** Cases that tag three images anew. */
const costly = { weight: 0.5 };

test(
  'every key is listed with every value',
  proves('list-images-tags.complete'),
  async ({ ims, trio, mark, alphabet, eventually, forAll, judge }) => {
    await forAll(
      alphabet.tagging,
      async (given) => {
        await trio.given(given);
        // That the empty value is one is a rule of its own.
        const valued = trio.texts.filter((text) => !text.endsWith('='));
        const missing = (read: ProjectTags) => without(valued, read.texts(mark));
        const read = await eventually(
          () => ProjectTags.read(ims),
          (tags) => missing(tags).length === 0,
        );
        judge.equal(missing(read), [], 'the tags that are carried and not listed', { exchange: read.exchange });
      },
      costly,
    );
  },
);

test(
  'tags of many images are listed',
  proves('list-images-tags.many-images'),
  async ({ ims, resources, tags, session, mark, eventually, judge }) => {
    const oldest = await resources.queuedImage(ims);
    await tags.given(oldest, { [mark]: 'oldest' });
    if ((await roomOf(ims, session.profile)) < newer + spare)
      throw new Unjudged(`The quota leaves ${newer} images no room.`);
    const crowd = session.openResources();
    try {
      await makeCrowd(crowd, ims, newer);
      const read = await eventually(
        () => ProjectTags.read(ims),
        (read) => read.texts(mark).length > 0,
      );
      const missing = without([`${mark}=oldest`], read.texts(mark));
      judge.equal(missing, [], `the tags of an image that ${newer} are newer than, not listed`, {
        exchange: read.exchange,
      });
    } finally {
      await crowd.close();
    }
  },
);

test(
  'no key and no value is listed twice',
  proves('list-images-tags.unique'),
  async ({ ims, trio, alphabet, forAll, judge }) => {
    await forAll(
      alphabet.tagging,
      async (given) => {
        await trio.given(given);
        const { listed, exchange } = await ProjectTags.read(ims);
        judge.equal(twice(listed.map(({ key }) => key)), [], 'the keys that are listed twice', { exchange });
        for (const { key, values } of listed) judge.equal(twice(values), [], `values twice under ${key}`, { exchange });
      },
      costly,
    );
  },
);

test(
  'a key alone shows the empty value',
  proves('list-images-tags.empty-value'),
  async ({ ims, trio, mark, eventually, judge }) => {
    const [alone, among] = [`${mark}-alone`, `${mark}-among`];
    await trio.given([{ [alone]: '', [among]: 'v' }, { [alone]: '', [among]: '' }, { [among]: 'w' }]);
    const read = await eventually(
      () => ProjectTags.read(ims),
      (tags) => without([`${alone}=`, `${among}=`], tags.texts(mark)).length === 0,
    );
    for (const key of [alone, among]) {
      const values = read.listed.filter((row) => row.key === key).flatMap((row) => row.values);
      judge.that(values.includes(''), `"" among the values of ${key}`, JSON.stringify(values), read);
    }
  },
);

test(
  'what no image carries any longer is forgotten',
  proves('list-images-tags.forgets'),
  async ({ ims, trio, mark, alphabet, eventually, forAll, judge }) => {
    await forAll(
      fc.tuple(alphabet.tagging, alphabet.tagging, fc.constantFrom(...alphabet.keys)),
      async ([before, after, dropped]) => {
        await trio.given(before);
        // Listed once, so that what is remembered of it would show.
        await ProjectTags.read(ims);
        await trio.given(after.map(({ [dropped]: _, ...kept }) => kept));
        const stale = (read: ProjectTags) => without(read.texts(mark), trio.texts);
        const read = await eventually(
          () => ProjectTags.read(ims),
          (tags) => stale(tags).length === 0,
        );
        judge.equal(stale(read), [], 'the tags that are listed and not carried', { exchange: read.exchange });
      },
      { weight: 0.3 },
    );
  },
);

test(
  "another project's tags are not listed",
  proves('list-images-tags.own-project'),
  async ({ ims, member, resources, tags, session, mark, eventually, judge }) => {
    const [own, theirs] = [await resources.queuedImage(ims), await resources.queuedImage(member)];
    await tags.given(own, { [mark]: 'own' });
    await new TagDesk(member, session.configuration.consistencySeconds).given(theirs, {
      [mark]: 'theirs',
      [`${mark}-theirs`]: 'v',
    });
    await eventually(
      () => ProjectTags.read(member),
      (read) => read.texts(mark).length > 1,
    );
    const read = await ProjectTags.read(ims);
    const foreign = without(read.texts(mark), [`${mark}=own`]);
    judge.equal(foreign, [], "another project's tags in the list", { exchange: read.exchange });
  },
);

/** The texts of the first list that are not in the second. */
function without(texts: readonly string[], others: readonly string[]): string[] {
  return texts.filter((text) => !others.includes(text));
}

/** The texts that occur more than once. */
function twice(texts: readonly string[]): string[] {
  return texts.filter((text, at) => texts.indexOf(text) < at);
}

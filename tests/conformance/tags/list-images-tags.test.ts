import { fc, proves } from '../../../fixtures/index.js';
import { ProjectTags } from '../../../fixtures/project-tags.js';
import { test } from '../../../fixtures/query-test.js';
import { readUntil } from '../../../fixtures/read-until.js';
import { TagDesk } from '../../../fixtures/tag-desk.js';

/** Cases that tag three images anew. */
const costly = { weight: 0.5 };

test(
  'every key is listed with every value',
  proves('list-images-tags.complete'),
  async ({ ims, trio, alphabet, session, forAll, judge }) => {
    await forAll(
      alphabet.tagging,
      async (given) => {
        await trio.given(given);
        const missing = (tags: ProjectTags) =>
          alphabet.keys.flatMap((key) =>
            trio.valuesOf(key).filter((value) => !tags.valuesOf(key).includes(value)).map((value) => ({ key, value })),
          );
        const read = () => ProjectTags.read(ims);
        const tags = await readUntil(read, (read) => missing(read).length === 0, session.configuration.consistencySeconds);
        judge.equal(missing(tags), [], 'tags of images that are not listed', tags);
      },
      costly,
    );
  },
);

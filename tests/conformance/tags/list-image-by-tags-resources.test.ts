import { isDeepStrictEqual } from 'node:util';
import { tagSet } from '../../../fixtures/arbitraries/tags.js';
import type { Client } from '../../../fixtures/client.js';
import { imageOf } from '../../../fixtures/images/image-view.js';
import { fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import type { TagQuery } from '../../../fixtures/model/tag-query.js';
import { type FoundImage, ImageFinder } from '../../../fixtures/tags/image-finder.js';
import { test } from '../../../fixtures/tags/query-test.js';
import { type ShownTag, TagDesk } from '../../../fixtures/tags/tag-desk.js';

test(
  'a found image shows what its own calls show',
  proves('list-image-by-tags.resource'),
  async ({ ims, finder, resources, image, tags, eventually, forAll, judge }) => {
    const images = [image, await resources.queuedImage(ims)];
    await forAll(
      fc.tuple(fc.constantFrom(...images), tagSet({ min: 1 })),
      async ([{ id }, given]) => {
        await tags.given({ id }, given);
        // Of how many keys a condition may be is a rule of its own.
        const some = Object.entries(given).slice(0, 9);
        const query = { tags: some.map(([key, value]) => ({ key, values: value ? [value] : [] })) };
        const look = async () => {
          const { images, exchange } = await finder.all(query);
          return { view: seen(images.find(({ resource_id }) => resource_id === id)), exchange };
        };
        const documented = { ...(await shown(ims, id)), tags: sorted(await tags.list({ id })) };
        const { view, exchange } = await eventually(look, (found) => isDeepStrictEqual(found.view, documented));
        if (!view) throw new Unjudged('The query for the tags of an image does not find it.');
        judge.equal(view, documented, 'the found image', { exchange });
      },
      { weight: 0.5 },
    );
  },
);

test(
  "another project's image is never found",
  proves('list-image-by-tags.own-project'),
  async ({ member, finder, resources, mark: key, session, eventually, judge }) => {
    const { consistencySeconds } = session.configuration;
    const { id, name } = await resources.queuedImage(member);
    const theirs = new ImageFinder(member, judge, consistencySeconds);
    const look = async (by: ImageFinder, query: TagQuery) => {
      const { images, exchange } = await by.all(query);
      return { isFound: images.some(({ resource_id }) => resource_id === id), exchange };
    };
    const staysHidden = async (...queries: TagQuery[]) => {
      for (const query of queries) {
        if (
          !(
            await eventually(
              () => look(theirs, query),
              ({ isFound }) => isFound,
            )
          ).isFound
        )
          throw new Unjudged(`The project itself does not find its image by ${JSON.stringify(query)}.`);
        const { isFound, exchange } = await look(finder, query);
        judge.that(!isFound, 'the image is found by its own project alone', 'it is found', { exchange });
      }
    };
    await staysHidden({ without_any_tag: true });
    await new TagDesk(member, consistencySeconds).given({ id }, { [key]: 'v' });
    const own = [{ key, values: ['v'] }];
    const other = [{ key, values: ['w'] }];
    await staysHidden({ tags: own }, { tags_any: own }, { not_tags: other }, { not_tags_any: other });
    await staysHidden({ matches: [{ key: 'resource_id', value: id }] });
    await staysHidden({ matches: [{ key: 'resource_name', value: name }] });
    const { total, exchange } = await finder.count({ tags: own });
    judge.equal(total, 0, 'the number of images with the tag', { exchange });
  },
);

/** What the image's own call shows of it. @throws {Unjudged} when it shows nothing. */
async function shown(ims: Client, id: string): Promise<{ name: unknown; status: unknown }> {
  const exchange = await ims.call('GlanceShowImage', { path: { image_id: id } });
  const { name, status } = imageOf(exchange) ?? {};
  if (status === undefined) throw new Unjudged(`Image ${id} is not shown (status ${exchange.response.status}).`);
  return { name, status };
}

function seen(image: FoundImage | undefined) {
  return (
    image && {
      name: image.resource_name,
      status: image.resource_detail?.status,
      tags: sorted(image.tags ?? []),
    }
  );
}

function sorted(tags: readonly ShownTag[]): string[] {
  return tags.map(({ key, value }) => `${key}=${value ?? ''}`).sort();
}

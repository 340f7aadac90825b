import { isDeepStrictEqual } from 'node:util';
import { tagSet } from '../../../fixtures/arbitraries/tags.js';
import type { Client } from '../../../fixtures/client.js';
import { type Exchange, jsonOf } from '../../../fixtures/exchange.js';
import { imageOf } from '../../../fixtures/images/image-view.js';
import { fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { splitTagText } from '../../../fixtures/tags/listed-tags.js';
import { test } from '../../../fixtures/tags/query-test.js';
import { type Tag, type TagDesk, type Tags, toList } from '../../../fixtures/tags/tag-desk.js';

test(
  'the list holds exactly the tags',
  proves('list-image-tags.complete'),
  async ({ ims, resources, tags, eventually, forAll, judge }) => {
    const image = await resources.queuedImage(ims);
    let present: Tags = {};
    await forAll(tagSet({ min: 1 }), async (given) => {
      await replace(tags, image.id, present, given);
      present = given;
      const documented = sorted(toList(given));
      const listed = () => ims.call('ListImageTags', { path: { image_id: image.id } });
      const isListed = (exchange: Exchange) => isDeepStrictEqual(sorted(tagsOf(exchange)), documented);
      const exchange = judge.accepted(await eventually(listed, isListed));
      if (!isListed(exchange)) await confirm(ims, image.id, given);
      judge.equal(sorted(tagsOf(exchange)), documented, 'the tags', { exchange });
    });
  },
);

test(
  'an image without tags has an empty list',
  proves('list-image-tags.empty'),
  async ({ ims, resources, tags, eventually, judge }) => {
    const { id } = await resources.queuedImage(ims);
    const listed = () => ims.call('ListImageTags', { path: { image_id: id } });
    const exchange = judge.status(await listed(), 200);
    judge.equal(tagsOf(exchange), [], 'the tags of an image that never had one', { exchange });
    await replace(tags, id, {}, { purpose: 'test' });
    await replace(tags, id, { purpose: 'test' }, {});
    const answer = await eventually(listed, (exchange) => isDeepStrictEqual(tagsOf(exchange), []));
    judge.equal(tagsOf(judge.status(answer, 200)), [], 'the tags of an image that lost its only one', {
      exchange: answer,
    });
  },
);

test(
  'the tags of an absent image are refused',
  proves('list-image-tags.absent-image'),
  async ({ ims, image, forAll, judge }) => {
    judge.needs(await ims.call('ListImageTags', { path: { image_id: image.id } }), 'the tags of an own image');
    await forAll(fc.uuid(), async (image_id) => {
      judge.rejected(await ims.call('ListImageTags', { path: { image_id } }), 'an absent image');
    });
  },
);

test(
  "another project's tags are not shown",
  proves('list-image-tags.foreign-image'),
  async ({ ims, member, image, tags, judge }) => {
    for (const given of [{}, { purpose: 'test' }] as Tags[]) {
      await tags.given(image, given);
      const asked = { path: { image_id: image.id } };
      judge.needs(await ims.call('ListImageTags', asked), 'the own project is answered');
      judge.rejected(await member.call('ListImageTags', asked), 'another project');
    }
  },
);

/** Writes tags without reading them by the call that is judged. @throws {Unjudged} when a write is refused. */
async function replace(desk: TagDesk, id: string, before: Tags, after: Tags): Promise<void> {
  for (const [action, tags] of [['delete', before] as const, ['create', after] as const]) {
    if (Object.keys(tags).length === 0) continue;
    const { response } = await desk.batch({ id }, action, toList(tags));
    if (response.status >= 400)
      throw new Unjudged(`The batch that is to ${action} tags is refused (${response.status}).`);
  }
}

/** Makes sure that the image has these tags, by the call that shows the whole image. @throws {Unjudged} when it does not. */
async function confirm(ims: Client, image_id: string, expected: Tags): Promise<void> {
  const texts = imageOf(await ims.call('GlanceShowImage', { path: { image_id } }))?.tags ?? [];
  const present = Object.fromEntries(texts.map(splitTagText));
  if (!isDeepStrictEqual(present, expected))
    throw new Unjudged(`The tags could not be prepared; the image itself shows ${JSON.stringify(texts)}.`);
}

function sorted(tags: readonly Tag[] | undefined): string[] | undefined {
  return tags?.map(({ key, value }) => `${key}=${value}`).sort();
}

function tagsOf(exchange: Exchange): Tag[] | undefined {
  const { tags } = (jsonOf(exchange) ?? {}) as { tags?: unknown };
  return Array.isArray(tags) ? (tags as Tag[]) : undefined;
}

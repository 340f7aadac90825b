import { refusedWrite } from '../../../fixtures/arbitraries/refused-writes.js';
import type { Client } from '../../../fixtures/client.js';
import { fc, proves, test } from '../../../fixtures/index.js';
import { tagCommands } from '../../../fixtures/model/tag-commands.js';
import { poolTag } from '../../../fixtures/model/tag-pool.js';
import { readUntil } from '../../../fixtures/read-until.js';
import { tagCalls } from '../../../fixtures/tags/tag-calls.js';
import { inOrder, type Tag } from '../../../fixtures/tags/tag-desk.js';
import { tagViews } from '../../../fixtures/tags/tag-views.js';

test(
  'any sequence leaves the tags it explains',
  proves('tags.any-sequence'),
  async ({ ims, image, tags, session, judge, forAllCommands }) => {
    const begin = async () => {
      await tags.given(image, {});
      return { model: { tags: {} }, real: { ims, image, desk: tags, judge } };
    };
    await forAllCommands(tagCommands(session.profile.operations), begin, { weight: 4, maxCommands: 24 });
  },
);

/** Every way to write a tag, and every way to delete one. */
const ways = {
  add: (ims: Client, id: string, tag: Tag) => tagCalls.add(ims, id, tag),
  batch: (ims: Client, id: string, tag: Tag) => tagCalls.batch(ims, id, 'create', [tag]),
  pair: (ims: Client, id: string, tag: Tag) => tagCalls.put(ims, id, { image_tag: tag }),
  text: (ims: Client, id: string, tag: Tag) => tagCalls.put(ims, id, { tag: `${tag.key}.${tag.value}` }),
  native: (ims: Client, id: string, tag: Tag) => tagCalls.createNative(ims, id, tag.key),
  delete: (ims: Client, id: string, tag: Tag) => tagCalls.delete(ims, id, tag.key),
  deleteBatch: (ims: Client, id: string, tag: Tag) => tagCalls.batch(ims, id, 'delete', [{ key: tag.key }]),
  deleteList: (ims: Client, id: string, tag: Tag) => tagCalls.deleteList(ims, id, [tag]),
  deleteNative: (ims: Client, id: string, tag: Tag) => tagCalls.deleteNative(ims, id, tag.key),
};

test(
  'every view shows the same tags',
  proves('tags.views-agree'),
  async ({ ims, image, tags, session, forAll, judge }) => {
    const offered = (way: string) => way !== 'deleteList' || session.profile.operations.includes('BatchDeleteTags');
    const names = (Object.keys(ways) as (keyof typeof ways)[]).filter(offered);
    const step = fc.tuple(fc.constantFrom(...names), poolTag);
    await forAll(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
      await tags.given(image, {});
      for (const [way, tag] of steps) await ways[way](ims, image.id, tag);
      const look = async () => {
        const list = inOrder(await tags.list(image));
        return (await tagViews(ims, image, list)).find(({ agrees }) => !agrees);
      };
      const odd = await readUntil(look, (seen) => !seen, session.configuration.consistencySeconds);
      if (odd) judge.that(false, odd.documented, JSON.stringify(odd.shown), { exchange: odd.exchange });
    });
  },
);

test(
  'a refused write changes no tag',
  proves('tags.refused-unchanged'),
  async ({ ims, image, tags, forAll, judge }) => {
    await forAll(refusedWrite, async ({ why, before, add, put }) => {
      await tags.given(image, before);
      const calls = [() => tagCalls.put(ims, image.id, put), ...(add ? [() => tagCalls.add(ims, image.id, add)] : [])];
      for (const call of calls) {
        const exchange = await call();
        if (exchange.response.status < 400) return; // Whether it must be refused is what other rules say.
        const after = await tags.settledList(image, before);
        judge.equal(after, inOrder(before), `the tags after a write refused for ${why}`, { exchange });
      }
    });
  },
);

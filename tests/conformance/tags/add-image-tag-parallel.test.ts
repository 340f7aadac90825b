import { tagLimits, tagSet } from '../../../fixtures/arbitraries/tags.js';
import type { Exchange } from '../../../fixtures/exchange.js';
import { fc, proves, test } from '../../../fixtures/index.js';
import { endsAsInTurn, inTurn } from '../../../fixtures/judging/ends-as-in-turn.js';
import { acceptedExplain } from '../../../fixtures/model/serial-order.js';
import { writtenIfFit } from '../../../fixtures/model/tag-effects.js';
import { tagCalls } from '../../../fixtures/tags/tag-calls.js';
import { type Tag, type Tags, toList, toTags } from '../../../fixtures/tags/tag-desk.js';

test(
  'parallel additions end as if in turn',
  proves('add-image-tag.parallel'),
  async ({ ims, image, tags, forAll, judge }) => {
    const race = fc.tuple(tagSet({ min: 15, max: 15 }).map(toList), fc.integer({ min: 2, max: 6 }), fc.nat());
    await forAll(
      race,
      async ([all, racers, over]) => {
        const present = tagLimits.tags - racers + (over % racers);
        const before = toTags(all.slice(0, present));
        const added = all.slice(present, present + racers);
        await tags.given(image, before);
        const add = (tag: Tag) => tagCalls.add(ims, image.id, tag);
        const endingOf = async (exchanges: Exchange[]) => {
          const calls = added.map((tag, at) => ({
            accepted: (exchanges[at]?.response.status ?? 0) < 400,
            effect: (now: Tags) => writtenIfFit(now, [tag]),
          }));
          const after = await tags.listWhen(image, (list) => acceptedExplain(before, calls, toTags(list)));
          const explained = after.length <= tagLimits.tags && acceptedExplain(before, calls, toTags(after));
          const ends = added.map((tag, at) => `${tag.key} ${exchanges[at]?.response.status}`).join(', ');
          return {
            explained,
            documented: `after ${ends}: as after one call at a time`,
            observed: JSON.stringify(after),
          };
        };
        await endsAsInTurn(judge, await endingOf(await Promise.all(added.map(add))), async () => {
          await tags.given(image, before);
          return endingOf(await inTurn(added, add));
        });
      },
      { weight: 0.5 },
    );
  },
);

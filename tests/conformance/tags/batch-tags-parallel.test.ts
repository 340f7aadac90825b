import { tagLimits, tagSet } from '../../../fixtures/arbitraries/tags.js';
import type { Exchange } from '../../../fixtures/exchange.js';
import { fc, proves, test } from '../../../fixtures/index.js';
import { endsAsInTurn, inTurn } from '../../../fixtures/judging/ends-as-in-turn.js';
import { acceptedExplain } from '../../../fixtures/model/serial-order.js';
import { withoutKeys, writtenIfFit } from '../../../fixtures/model/tag-effects.js';
import { type Tag, type Tags, toList, toTags } from '../../../fixtures/tags/tag-desk.js';

/** Batches over fourteen keys, of which the first few are on the image; each writes its own value. */
const race = fc.record({
  all: tagSet({ min: 14, max: 14 }).map(toList),
  present: fc.integer({ min: 3, max: 8 }),
  batches: fc.array(
    fc.record({
      action: fc.constantFrom('create', 'create', 'delete'),
      places: fc.uniqueArray(fc.nat({ max: 13 }), { minLength: 1, maxLength: 5 }),
    }),
    { minLength: 2, maxLength: 4 },
  ),
});

/** A deleting batch names keys alone: whether it compares values is not said. */
const bodyOf = ({ action, tags }: { action: string; tags: Tag[] }) =>
  action === 'create' ? tags : tags.map(({ key }) => ({ key }));

test('parallel batches end as if in turn', proves('batch-tags.parallel'), async ({ image, tags, forAll, judge }) => {
  await forAll(race, async ({ all, present, batches }) => {
    const before = toTags(all.slice(0, present));
    await tags.given(image, before);
    const sent = batches.map(({ action, places }, at) => ({
      action,
      tags: places.map((place) => ({ key: all[place]?.key as string, value: `of-batch-${at}` })),
    }));
    const send = (batch: (typeof sent)[number]) => tags.batch(image, batch.action, bodyOf(batch));
    const endingOf = async (exchanges: Exchange[]) => {
      const calls = sent.map((batch, at) => ({
        accepted: (exchanges[at]?.response.status ?? 0) < 400,
        effect: (now: Tags) =>
          batch.action === 'create'
            ? writtenIfFit(now, batch.tags)
            : withoutKeys(
                now,
                batch.tags.map(({ key }) => key),
              ),
      }));
      // A late read would show the tags from before: that says something only where they cannot be the outcome.
      if (acceptedExplain(before, calls, before)) await tags.lapse();
      const after = await tags.listWhen(image, (list) => acceptedExplain(before, calls, toTags(list)));
      const explained = after.length <= tagLimits.tags && acceptedExplain(before, calls, toTags(after));
      const ends = exchanges.map(({ response }) => response.status).join(', ');
      return {
        explained,
        documented: `after batches that ended ${ends}: as after one at a time`,
        observed: JSON.stringify(after),
      };
    };
    await endsAsInTurn(judge, await endingOf(await Promise.all(sent.map(send))), async () => {
      await tags.given(image, before);
      return endingOf(await inTurn(sent, send));
    });
  });
});

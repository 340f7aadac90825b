import { jsonOf } from '../../../fixtures/exchange.js';
import { proves } from '../../../fixtures/index.js';
import { type Ending, endsAsInTurn } from '../../../fixtures/judging/ends-as-in-turn.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { test } from '../../../fixtures/quotas/quota-test.js';
import { imageQuotaOf } from '../../../fixtures/quotas/quota-watch.js';
import { readUntil } from '../../../fixtures/read-until.js';

// Tests that count the same images keep out of each other's way.
test.describe.configure({ mode: 'default' });

const atOnce = [1, 2, 3];
/** A project is filled only when it has no more room than this. */
const roomMax = 20;

test(
  'images made or deleted at once count each',
  proves('parallel-calls.quota'),
  async ({ owner, resources, images, quota, makeCounted, judge }) => {
    const { consistencySeconds, deletionSeconds } = images.patience;
    const make = (number: number) => Promise.all(atOnce.slice(0, number).map(makeCounted));
    const creations = async (number: number) => {
      const prepare = async () => {
        await resources.release();
        return { carryOut: () => make(number) };
      };
      const { used } = await quota.difference(prepare, number, consistencySeconds);
      return endOf('creations', used, number);
    };
    const deletions = async (number: number) => {
      const prepare = async () => {
        await resources.release();
        const made = await make(number);
        const carryOut = async () => {
          await Promise.all(made.map(({ id }) => owner.call('GlanceDeleteImage', { path: { image_id: id } })));
          for (const { name } of made) resources.forget(name);
          return made;
        };
        return { carryOut };
      };
      const { used } = await quota.difference(prepare, -number, deletionSeconds);
      return endOf('deletions', used, -number);
    };
    // One alone, where those at once are not counted: whether that counts is another rule's matter.
    for (const change of [creations, deletions]) {
      await endsAsInTurn(judge, await change(atOnce.length), () => change(1));
    }
  },
);

/** What became of `used`, beside what is due. */
function endOf(what: string, used: number, due: number): Ending {
  return { explained: used === due, documented: `used changed by ${due} by ${what}`, observed: `by ${used}` };
}

test(
  'one image is deleted once only',
  proves('parallel-calls.deletions'),
  async ({ owner, resources, images, quota, judge }) => {
    let statuses: number[] = [];
    let last = '';
    const prepare = async () => {
      await resources.release();
      // Others stay: a count that falls too far must not end at nothing, not even the third time.
      for (let kept = 0; kept < 2 * atOnce.length; kept += 1) await resources.queuedImage(owner);
      const image = await resources.queuedImage(owner);
      const carryOut = async () => {
        const path = { image_id: image.id };
        const exchanges = await Promise.all(atOnce.map(() => owner.call('GlanceDeleteImage', { path })));
        statuses = exchanges.map(({ response }) => response.status);
        last = image.id;
        resources.forget(image.name);
        return image;
      };
      return { carryOut };
    };
    const { used, exchange } = await quota.difference(prepare, -1, images.patience.deletionSeconds);
    // Whether metadata without a file counts, the page does not say.
    const changed = `the change of used after deletions that ended ${statuses}`;
    judge.that(used === -1 || used === 0, `${changed}: -1 at most`, `${used}`, { exchange });
    judge.that(
      statuses.some((status) => status < 400),
      'one deletion is accepted',
      `${statuses}`,
    );
    const show = () => owner.call('GlanceShowImage', { path: { image_id: last } });
    const gone = await readUntil(show, ({ response }) => response.status === 404, images.patience.deletionSeconds);
    judge.status(gone, 404);
  },
);

test(
  'creations at once keep to the quota',
  proves('parallel-calls.quota-limit'),
  async ({ stranger, resources, judge }) => {
    if (!stranger) throw new Unjudged('It takes a third project.');
    const read = async () => imageQuotaOf(judge.needs(await stranger.call('ShowImageQuota')));
    const { used = 0, quota = 0 } = (await read()) ?? {};
    const room = Number(quota) - Number(used);
    if (!(room >= 0 && room <= roomMax)) {
      throw new Unjudged(`The quota of the third project leaves room for ${room} images; it takes at most ${roomMax}.`);
    }
    const create = async () => {
      const name = resources.uniqueName();
      const send = () => stranger.call('GlanceCreateImageMetadata', { body: { name } });
      const exchange = await resources.creating('GlanceCreateImageMetadata', stranger, name, send, { patience: 0 });
      if (exchange.response.status >= 400) {
        resources.forget(name);
        return exchange;
      }
      resources.adopt(stranger, String((jsonOf(exchange) as { id?: unknown }).id), name, 'GlanceCreateImageMetadata');
      return exchange;
    };
    const exchanges = await Promise.all(Array.from({ length: room + atOnce.length }, () => resources.wholly(create)));
    const after = await read();
    const made = exchanges.filter(({ response }) => response.status < 400).length;
    if (Number(after?.used) > Number(after?.quota) && made <= room)
      throw new Unjudged(`${made} images were made where there was room for ${room}, and used is ${after?.used}.`);
    judge.that(Number(after?.used) <= Number(after?.quota), `no more than ${after?.quota} images`, `${after?.used}`);
    for (const exchange of exchanges.filter(({ response }) => response.status >= 400)) {
      judge.rejected(exchange, 'a creation beyond the quota is refused');
    }
  },
);

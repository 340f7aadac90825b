import { isDeepStrictEqual } from 'node:util';
import type { Exchange } from '../../../fixtures/exchange.js';
import { imagesOf } from '../../../fixtures/images/image-view.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { test } from '../../../fixtures/quotas/quota-test.js';
import { imageQuotaOf, type Quota, quotasOf } from '../../../fixtures/quotas/quota-watch.js';
import { readUntil } from '../../../fixtures/read-until.js';

// Tests that count the same images keep out of each other's way.
test.describe.configure({ mode: 'default' });

test('the quota of images is listed', proves('show-image-quota.image'), async ({ ims, judge }) => {
  const exchange = judge.needs(await ims.call('ShowImageQuota'), 'the quota is shown');
  const quota = imageQuotaOf(exchange);
  judge.that(quota !== undefined, 'a quota of the type "image"', 'there is none', { exchange });
  for (const name of ['used', 'quota', 'min', 'max'] as const) {
    judge.that(Number.isInteger(quota?.[name]), `a whole number as ${name}`, `${quota?.[name]}`, { exchange });
  }
});

test('a quota is of a known type', proves('show-image-quota.types'), async ({ ims, judge }) => {
  const exchange = judge.needs(await ims.call('ShowImageQuota'));
  const types = quotasOf(exchange).map(({ type }) => type ?? 'none');
  const odd = types.filter((type) => !['image', 'image_shared', 'image_member'].includes(type));
  judge.equal(odd, [], 'other types', { exchange });
});

test('a quota lies within its bounds', proves('show-image-quota.bounds'), async ({ ims, judge }) => {
  const exchange = judge.needs(await ims.call('ShowImageQuota'));
  for (const { type, ...numbers } of quotasOf(exchange)) {
    const { used, quota, min, max } = numbers as Record<string, number>;
    // That each of them is a number is a rule of its own.
    if (![used, quota, min, max].every(Number.isFinite)) continue;
    const [one, all] = [[used, quota, min, max].map(Number), `${JSON.stringify(numbers)} of ${type}`];
    const [u, q, low, high] = one as [number, number, number, number];
    // A negative number stands for no bound, as in other quotas of OpenStack.
    const within = (number: number, most: number) => most < 0 || (number >= 0 && number <= most);
    judge.that(u >= 0 && within(u, q), 'used from 0 to the quota', all, { exchange });
    judge.that((q < 0 || low <= q) && within(q, high), 'a quota from minimum to maximum', all, { exchange });
  }
});

test(
  'every active image counts',
  proves('show-image-quota.counts-active'),
  async ({ ims, active, tags, session, judge }) => {
    const query = { owner: ims.projectId, __imagetype: 'private', status: 'active', limit: 500 };
    const list = async () => imagesOf(await ims.call('ListImages', { query })).map(({ id }) => id);
    const look = async () => {
      const [before, exchange] = [await list(), await ims.call('ShowImageQuota')];
      await tags.lapse();
      const after = await list();
      return { exchange, used: imageQuotaOf(exchange)?.used, there: before.filter((id) => after.includes(id)) };
    };
    const counted = ({ used, there }: Awaited<ReturnType<typeof look>>) =>
      Number(used) >= there.length && there.includes(active.id);
    const { used, there, exchange } = await readUntil(look, counted, session.configuration.consistencySeconds);
    judge.needs(exchange, 'the quota is shown');
    if (!there.includes(active.id)) throw new Unjudged(`The active image ${active.id} is not listed.`);
    judge.that(Number(used) >= there.length, `${there.length} in use at the least`, `${used}`, { exchange });
  },
);

test(
  'an image more counts one more',
  proves('show-image-quota.counts-up'),
  async ({ resources, quota, makeCounted, session, judge }) => {
    const { consistencySeconds } = session.configuration;
    const prepare = async () => {
      await resources.release();
      return { carryOut: makeCounted };
    };
    const { used, exchange } = await quota.difference(prepare, 1, consistencySeconds);
    judge.equal(used, 1, 'the change of used', { exchange });
  },
);

test(
  'a deleted image counts no more',
  proves('show-image-quota.counts-down'),
  async ({ owner, resources, images, quota, makeCounted, judge }) => {
    const prepare = async () => {
      await resources.release();
      const image = await makeCounted();
      const carryOut = async () => {
        const { response } = await owner.call('GlanceDeleteImage', { path: { image_id: image.id } });
        if (response.status >= 400)
          throw new Unjudged(`Image ${image.id} cannot be deleted (status ${response.status}).`);
        resources.forget(image.name);
        return image;
      };
      return { carryOut };
    };
    const { used, exchange } = await quota.difference(prepare, -1, images.patience.deletionSeconds);
    // What was not counted need not be counted off.
    if (used !== -1) {
      const create = async () => ({ carryOut: makeCounted });
      const more = await quota.difference(create, 1, images.patience.consistencySeconds);
      if (more.used !== 1) throw new Unjudged(`An image more changes used by ${more.used}, not by 1.`);
    }
    judge.equal(used, -1, 'the change of used', { exchange });
  },
);

test(
  'a project is shown the quota by its id too',
  proves('show-project-image-quota.agrees'),
  async ({ ims, session, judge }) => {
    // What others make or delete between the two calls says nothing.
    const read = async () => ({
      plain: await ims.call('ShowImageQuota'),
      own: await ims.call('ShowProjectImageQuota'),
    });
    const same = ({ plain, own }: Awaited<ReturnType<typeof read>>) => isDeepStrictEqual(byType(own), byType(plain));
    const { plain, own } = await readUntil(read, same, Math.max(session.configuration.consistencySeconds, 5));
    judge.equal(byType(judge.accepted(own)), byType(plain), 'the quotas', { exchange: own });
  },
);

test(
  'the quota of another project is not shown',
  proves('show-project-image-quota.foreign-project'),
  async ({ ims, member, judge }) => {
    for (const [caller, other] of [
      [ims, member],
      [member, ims],
    ] as const) {
      judge.needs(await caller.call('ShowProjectImageQuota'), 'the own quota is shown');
      const exchange = await caller.call('ShowProjectImageQuota', { projectId: other.projectId });
      judge.rejected(exchange, "the other project's is refused");
    }
  },
);

/** The quotas in one order: the pages name none. */
function byType(exchange: Exchange): Quota[] {
  return quotasOf(exchange).sort((one, other) => String(one.type).localeCompare(String(other.type)));
}

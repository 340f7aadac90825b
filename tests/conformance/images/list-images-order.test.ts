import type { OwnImage } from '../../../fixtures/books/resources.js';
import { viewsOf } from '../../../fixtures/filters/filter-relation.js';
import { test as base } from '../../../fixtures/images/image-test.js';
import { type ImageView, imagesOf } from '../../../fixtures/images/image-view.js';
import { fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { eachList } from '../../../fixtures/lists/each-list.js';

/** Three images that come in different orders by each property, as they are listed. */
const test = base.extend<{ three: ImageView[] }>({
  three: async ({ trio, listing }, use) => {
    await use(await viewsOf(listing, await trio()));
  },
});

const keys = ['name', 'disk_format', 'id', 'created_at'] as const;

/** Properties that many images share: what comes in between is left open. */
const coarse = ['status', 'container_format', 'size', 'created_at'] as const;

/** Of the listed images the three, in the order of the list. */
function ofTrio(trio: readonly { id: string }[], listed: readonly ImageView[]): string[] {
  return listed.map(({ id }) => id).filter((id) => trio.some((image) => image.id === id));
}

eachList(['ListImages', 'GlanceListImages', 'ListImagesFuzzy'], (of, list) => {
  test('images come in the order asked for', of('sort'), async ({ three, listing, forAll, judge }) => {
    const direction = fc.constantFrom(1, -1);
    await forAll(fc.tuple(fc.constantFrom(...keys), direction), async ([sort_key, sign]) => {
      const compare = (a: ImageView, b: ImageView) => sign * (String(a[sort_key]) < String(b[sort_key]) ? -1 : 1);
      const ordered = [...three].sort(compare).map(({ id }) => id);
      const { images, exchange } = await listing.all({ sort_key, sort_dir: sign > 0 ? 'asc' : 'desc' });
      judge.equal(ofTrio(three, images), ordered, `the images by ${sort_key}`, { exchange });
    });
  });

  test(
    'no image comes before one that sorts before it',
    of('sort'),
    async ({ ims, resources, listing, judge, session }) => {
      await listing.awaits([await resources.queuedImage(ims), await resources.image(ims)]);
      const { sortKeys } = session.profile.lists;
      // What a profile leaves out, only its page of the extension's list does.
      for (const sort_key of coarse.filter((key) => list === 'GlanceListImages' || sortKeys.includes(key))) {
        for (const sort_dir of ['asc', 'desc']) {
          const { images, exchange } = await listing.page({ sort_key, sort_dir });
          const shown = images
            .map(({ [sort_key]: value }) => value)
            .filter((value) => value !== null && value !== undefined);
          const values = sort_dir === 'asc' ? shown : shown.reverse();
          const late = values.findIndex((value, at) => at > 0 && isBefore(value, values[at - 1]));
          judge.that(late < 0, `${sort_key} ${sort_dir}: in order`, `${values[late - 1]} beside ${values[late]}`, {
            exchange,
          });
        }
      }
    },
  );
});

function isBefore(one: unknown, other: unknown): boolean {
  return typeof one === 'number' && typeof other === 'number' ? one < other : String(one) < String(other);
}

test(
  'the order of names alone is noted',
  proves('list-images.order-example'),
  async ({ ims, resources, listing, judge }) => {
    const name = resources.uniqueName();
    const own: OwnImage[] = [];
    for (const end of ['b', 'a', 'c']) own.push(await resources.queuedImage(ims, { name: `${name}-${end}` }));
    await listing.awaits(own);
    const { images, exchange } = await listing.all({ sort_key: 'name' });
    const seen = ofTrio(own, images).map((id) => ['b', 'a', 'c'][own.findIndex((image) => image.id === id)]);
    const orders: Record<string, string> = { abc: 'names ascend', cba: 'names descend', cab: 'the newest comes first' };
    const order = orders[seen.join('')] ?? `the order is ${seen.join(', ')}`;
    judge.observe(`Without a direction ${order} (status ${exchange.response.status}).`);
  },
);

eachList(['ListImages', 'GlanceListImages'], (of) => {
  test('the order is descending by default', of('default-direction'), async ({ three, listing, judge }) => {
    for (const sort_key of keys) {
      const ordered = [...three]
        .sort((a, b) => (String(a[sort_key]) < String(b[sort_key]) ? 1 : -1))
        .map(({ id }) => id);
      const { images, exchange } = await listing.all({ sort_key });
      const asked = async () => ofTrio(three, (await listing.all({ sort_key, sort_dir: 'desc' })).images);
      if (ofTrio(three, images).join() !== ordered.join() && (await asked()).join() !== ordered.join())
        throw new Unjudged(`The images are not sorted by ${sort_key} either where the direction is given.`);
      judge.equal(ofTrio(three, images), ordered, `the images by ${sort_key}`, { exchange });
    }
  });

  test('the newest image comes first by default', of('default-sort'), async ({ three, listing, judge }) => {
    const { images, exchange } = await listing.all();
    const newest = three.map(({ id }) => id).reverse();
    judge.equal(ofTrio(three, images), newest, 'the images by default', { exchange });
    const times = images.map(({ created_at = '' }) => Date.parse(created_at));
    const late = times.findIndex((time, at) => at > 0 && time > (times[at - 1] as number));
    judge.that(
      late < 0,
      'no image before a newer one',
      `${images[late - 1]?.created_at} before ${images[late]?.created_at}`,
      {
        exchange,
      },
    );
  });

  test('what a direction alone does is noted', of('sort-dir-alone'), async ({ three, listing, judge }) => {
    const exchange = await listing.ask({ sort_dir: 'asc', limit: 500 });
    const oldest = three.map(({ id }) => id).join() === ofTrio(three, imagesOf(exchange)).join();
    const { status } = exchange.response;
    judge.observe(status >= 400 ? `It is refused (${status}).` : oldest ? 'The oldest comes first.' : 'It is ignored.');
  });
});

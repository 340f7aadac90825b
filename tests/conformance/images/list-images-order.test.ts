import { setTimeout as sleep } from 'node:timers/promises';
import { eachList } from '../../../fixtures/each-list.js';
import { test as base } from '../../../fixtures/image-test.js';
import type { ImageView } from '../../../fixtures/image-view.js';
import { fc } from '../../../fixtures/index.js';

/** Three images that come in different orders by each property, none of which depends on a collation. */
const test = base.extend<{ trio: ImageView[] }>({
  trio: async ({ ims, resources, images, listing }, use) => {
    const trio: ImageView[] = [];
    const name = resources.uniqueName();
    for (const [ending, disk_format] of [
      ['b', 'vhd'],
      ['c', 'qcow2'],
      ['a', 'raw'],
    ]) {
      if (trio.length > 0) await sleep(1100);
      const made = await resources.queuedImage(ims, { name: `${name}-${ending}`, disk_format });
      trio.push(await images.show(made));
    }
    await listing.awaits(trio);
    await use(trio);
  },
});

const keys = ['name', 'disk_format', 'id', 'created_at'] as const;

/** Of the listed images the three, in the order of the list. */
function ofTrio(trio: readonly ImageView[], listed: readonly ImageView[]): string[] {
  return listed.map(({ id }) => id).filter((id) => trio.some((image) => image.id === id));
}

eachList(['ListImages', 'GlanceListImages', 'ListImagesFuzzy'], (of) => {
  test('images come in the order asked for', of('sort'), async ({ trio, listing, forAll, judge }) => {
    const direction = fc.constantFrom(1, -1);
    await forAll(fc.tuple(fc.constantFrom(...keys), direction), async ([sort_key, sign]) => {
      const compare = (a: ImageView, b: ImageView) => sign * (String(a[sort_key]) < String(b[sort_key]) ? -1 : 1);
      const ordered = [...trio].sort(compare).map(({ id }) => id);
      const { images, exchange } = await listing.all({ sort_key, sort_dir: sign > 0 ? 'asc' : 'desc' });
      judge.equal(ofTrio(trio, images), ordered, `the images by ${sort_key}`, { exchange });
    });
  });
});

eachList(['ListImages', 'GlanceListImages'], (of) => {
  test('the newest image comes first by default', of('default-sort'), async ({ trio, listing, judge }) => {
    const { images, exchange } = await listing.all();
    const newest = trio.map(({ id }) => id).reverse();
    judge.equal(ofTrio(trio, images), newest, 'the images by default', { exchange });
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
});

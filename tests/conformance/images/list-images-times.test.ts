import { test } from '../../../fixtures/images/image-test.js';
import type { ImageView } from '../../../fixtures/images/image-view.js';
import { proves } from '../../../fixtures/index.js';

/** How many seconds the clocks of what answers may be apart, and how long an image may take until it is listed. */
const skew = 300;

test('a new image is as old as it is', proves('list-images.times'), async ({ ims, resources, listing, judge }) => {
  const begin = Date.now();
  const own = await resources.image(ims);
  await listing.awaits([own]);
  const { images, exchange } = await listing.page({ id: own.id });
  const { created_at = '', updated_at = '', active_at }: Partial<ImageView> = images[0] ?? {};
  const now = Date.parse(exchange.response.headers.date ?? '') || Date.now();
  const [created, updated] = [Date.parse(created_at), Date.parse(updated_at)];
  // A file may take long to become an image: so much older than the answer it may be.
  const taken = Date.now() - begin;
  const fits = created <= now + skew * 1000 && created >= now - taken - skew * 1000;
  judge.that(fits, `a time within ${skew} s of its making`, created_at, { exchange });
  judge.that(updated >= created, `no change before ${created_at}`, updated_at, { exchange });
  const active = active_at ? Date.parse(String(active_at)) : created;
  judge.that(active >= created, `not active before ${created_at}`, String(active_at), { exchange });
});

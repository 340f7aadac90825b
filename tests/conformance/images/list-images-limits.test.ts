import { randomBytes, randomUUID } from 'node:crypto';
import type { OwnImage } from '../../../fixtures/books/resources.js';
import { refused } from '../../../fixtures/filters/filter-relation.js';
import { listedArchitectures, listedValues } from '../../../fixtures/filters/listed-values.js';
import { kindsTogether } from '../../../fixtures/filters/supports-apart.js';
import { test } from '../../../fixtures/images/image-test.js';
import { imagesOf } from '../../../fixtures/images/image-view.js';
import { isTrue } from '../../../fixtures/images/shown-text.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import type { Judge } from '../../../fixtures/judging/judge.js';
import { eachList } from '../../../fixtures/lists/each-list.js';
import type { ImageListing } from '../../../fixtures/lists/image-listing.js';
import { missedForLong } from '../../../fixtures/lists/lasting-miss.js';
import { lostMarkers } from '../../../fixtures/lists/lost-markers.js';
import { conditionsAreReadable } from '../../../fixtures/lists/readable-conditions.js';

test(
  'all images are listed up to 500',
  proves('list-images.default-limit'),
  async ({ ims, resources, listing, images: { patience }, judge }) => {
    const own = [await resources.queuedImage(ims), await resources.queuedImage(ims)];
    await listing.awaits(own);
    const { missing, exchange } = await missedForLong(async () => {
      const before = await listing.all();
      const { images, exchange } = await listing.page();
      const after = await listing.all();
      judge.that(images.length <= 500, 'at most 500 images', `${images.length} are listed`, { exchange });
      const ids = (list: { id: string }[]) => new Set(list.map(({ id }) => id));
      const [listed, later] = [ids(images), ids(after.images)];
      // What others make or delete meanwhile says nothing: an image counts that was there before and is there after.
      const lost = before.images.filter(({ id }) => later.has(id) && !listed.has(id));
      return { missing: images.length >= 500 ? [] : lost, exchange };
    }, patience.consistencySeconds);
    const what = `the list has not ${missing[0]?.id}, which exists`;
    judge.that(missing.length === 0, 'every image of a list that is shorter than 500', what, { exchange });
  },
);

eachList(['ListImages', 'GlanceListImages', 'ListImagesFuzzy'], (of, list) => {
  test('a limit is a number of images', of('limit-values'), async ({ image, listing, judge }) => {
    for (const limit of list === 'GlanceListImages' ? [1, 100] : [1, 500, 1000]) {
      judge.accepted(await listing.ask({ id: image.id, limit }), `a limit of ${limit} is accepted`);
    }
    for (const limit of ['-1', 'ten', '1.5'])
      judge.rejected(await listing.ask({ id: image.id, limit }), `a limit of ${limit} is refused`);
  });

  test('a condition that cannot be read is refused', of('malformed'), async ({ image, listing, judge }) => {
    await conditionsAreReadable((query) => listing.ask({ id: image.id, ...query }), judge);
  });
});

test(
  'an absent enterprise project has no images',
  proves('list-images.absent-enterprise-project'),
  async ({ image, listing }) => {
    await listing.awaits([image]);
    const absent = { enterprise_project_id: randomUUID() };
    if (!refused(await listing.ask(absent))) await listing.expect(absent, { lacks: [image] });
  },
);

/** Judges that a filter's value which no page lists lists nothing, or is refused. @throws {ConformanceFailure} @throws {Unjudged} */
async function listsNothing(
  listing: ImageListing,
  { id }: OwnImage,
  judge: Judge,
  name: string,
  values: string[],
): Promise<void> {
  const holders = [];
  for (const value of values) {
    const found = imagesOf(await listing.ask({ id, [name]: value }));
    if (found.length > 0) holders.push(value);
  }
  // That a filter leaves out what has another value is a rule of its own.
  if (holders.length === values.length) throw new Unjudged(`The filter \`${name}\` leaves nothing out.`);
  const exchange = await listing.ask({ [name]: `jj${randomBytes(4).toString('hex')}` });
  if (!refused(exchange)) judge.equal(imagesOf(exchange), [], `the images by an unlisted ${name}`, { exchange });
}

test(
  'an architecture that no page lists lists nothing',
  proves('list-images.unlisted-architecture'),
  async ({ image, listing, judge }) => {
    await listing.awaits([image]);
    await listsNothing(listing, image, judge, 'architecture', listedArchitectures.architecture);
  },
);

eachList(['ListImages', 'GlanceListImages'], (of, list) => {
  test('a filter of another type lets nothing through', of('filter-types'), async ({ image, listing, judge }) => {
    for (const name of ['min_ram', 'min_disk']) {
      judge.accepted(await listing.ask({ [name]: 40 }), `a whole number as ${name} is accepted`);
      const odd = { [name]: 'much' };
      if (!refused(await listing.ask(odd))) await listing.expect(odd, { lacks: [image], fits: () => false });
    }
    judge.accepted(await listing.ask({ protected: 'true' }), 'a truth value as protected is accepted');
    const odd = { protected: 'maybe' };
    if (!refused(await listing.ask(odd))) await listing.expect(odd, { fits: (listed) => !isTrue(listed.protected) });
  });

  test('the least disk of the page is taken', of('min-disk-one'), async ({ listing, judge }) => {
    judge.needs(await listing.ask({ min_disk: 40 }), 'a minimum disk of 40 GB is accepted');
    judge.accepted(await listing.ask({ min_disk: 1 }), 'a minimum disk of 1 GB is accepted');
  });

  test('a value that no page lists lets nothing through', of('unlisted-values'), async ({ image, listing, judge }) => {
    await listing.awaits([image]);
    const { virtual_env_type, ...native } = listedValues;
    for (const [name, values] of Object.entries(list === 'ListImages' ? listedValues : native))
      await listsNothing(listing, image, judge, name, values);
  });

  test('a kind of support is asked for by true', of('support-values'), async ({ ims, resources, listing }) => {
    const own = await resources.queuedImage(ims, Object.fromEntries(kindsTogether.map((name) => [name, 'true'])));
    await listing.awaits([own]);
    for (const name of kindsTogether) {
      if (imagesOf(await listing.ask({ id: own.id, [name]: 'true' })).length === 0)
        throw new Unjudged(`The image is not listed by \`${name}\`.`);
      for (const odd of ['false', 'maybe'].map((value) => ({ [name]: value })))
        if (!refused(await listing.ask(odd))) await listing.expect(odd, { lacks: [own] });
    }
  });

  test(
    'what a marker of no image does is noted',
    of('unknown-marker'),
    async ({ ims, image, images, resources, listing, judge }) => {
      for (const [what, marker] of await lostMarkers(ims, resources, images)) {
        const exchange = await listing.ask({ id: image.id, marker });
        const seen = exchange.response.status >= 400 ? 'is refused' : `lists ${imagesOf(exchange).length} of 1 image`;
        judge.observe(`A marker ${what} ${seen} (status ${exchange.response.status}).`);
      }
    },
  );
});

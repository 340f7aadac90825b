import { setTimeout as sleep } from 'node:timers/promises';
import { absentId } from '../../../fixtures/arbitraries/absent-id.js';
import { propertyKey, propertyValue } from '../../../fixtures/arbitraries/image-texts.js';
import { tagSet } from '../../../fixtures/arbitraries/tags.js';
import { differences, type ImageView, imageOf, imagesOf } from '../../../fixtures/images/image-view.js';
import { fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { test } from '../../../fixtures/native/native-test.js';
import { readUntil } from '../../../fixtures/read-until.js';

test(
  'an own image shows what it was created with',
  proves('glance-show-image.shows'),
  async ({ ims, resources, images, session, forAll, judge }) => {
    const ofUsers = session.profile.readings.metadataProperties === 'own';
    const properties = fc.record({
      min_disk: fc.integer({ min: 40, max: 1024 }),
      min_ram: fc.integer({ min: 1, max: 64 }).map((gigabytes) => gigabytes * 1024),
      disk_format: fc.constantFrom('vhd', 'raw', 'qcow2'),
      own: fc.tuple(propertyKey(), propertyValue()),
    });
    await forAll(
      properties,
      async ({ own: [key, value], ...sent }) => {
        await resources.release();
        const given = { ...sent, ...(ofUsers ? { [key]: value } : {}) };
        const { id, name } = await resources.queuedImage(ims, given);
        const asked = { id, name, owner: ims.projectId, ...given };
        const view = await images.settled({ id }, () => true);
        const shown = Object.fromEntries(Object.keys(asked).map((property) => [property, view[property]]));
        judge.equal(shown, asked, 'the properties shown');
      },
      { weight: 0.4 },
    );
  },
);

test('a public image is shown', proves('glance-show-image.public'), async ({ ims, listing, session, judge }) => {
  const type = session.profile.readings.imageTypes === 'told' ? { __imagetype: 'gold' } : {};
  const { images } = await listing.page({ __imagetype: 'gold', limit: 3 });
  if (images.length === 0) throw new Unjudged('No public image is listed.');
  for (const { id } of images) {
    const exchange = judge.accepted(await ims.call('GlanceShowImage', { path: { image_id: id } }));
    const view = imageOf(exchange);
    const due: Record<string, unknown> = { id, visibility: 'public', ...type };
    const shown = Object.fromEntries(Object.keys(due).map((name) => [name, view?.[name]]));
    judge.equal(shown, due, 'the image', { exchange });
  }
});

test(
  'an image as shown agrees with the list',
  proves('glance-show-image.agrees'),
  async ({ ims, image, images, tags, forAll, judge }) => {
    const both = async () => {
      const listed = imagesOf(await ims.call('ListImages', { query: { id: image.id } }))[0];
      return { shown: await images.show(image), listed };
    };
    await forAll(tagSet({ max: 4 }), async (set) => {
      await tags.given(image, set);
      const { shown, listed } = await readUntil(both, agree, images.patience.consistencySeconds);
      judge.that(listed !== undefined, 'the image is listed', 'it is not');
      const different = differences(shown, listed as ImageView);
      judge.equal(
        different.map(([name, , value]) => [name, value]),
        different.map(([name, value]) => [name, value]),
        'as shown',
      );
    });
  },
);

test('an image links to itself and to its file', proves('glance-show-image.links'), async ({ ims, active, judge }) => {
  const exchange = judge.needs(await ims.call('GlanceShowImage', { path: { image_id: active.id } }));
  const view = imageOf(exchange);
  const links = [view?.self, view?.file].map((link) => String(link).replace(/^https?:\/\/[^/]+/, ''));
  judge.equal(links, [`/v2/images/${active.id}`, `/v2/images/${active.id}/file`], 'self and file', { exchange });
});

test(
  'an own image that is not shared is private',
  proves('glance-show-image.imagetype'),
  async ({ images, ims, resources, judge }) => {
    const view = await images.show(await resources.image(ims));
    judge.equal([view.__imagetype, view.visibility], ['private', 'private'], '__imagetype and visibility');
  },
);

test(
  'a change moves the time of the update',
  proves('glance-show-image.updated-at'),
  async ({ ims, resources, images, native, judge }) => {
    const image = await resources.queuedImage(ims);
    const seen = [await images.show(image)];
    for (const word of ['one', 'two']) {
      // Times are told to the second.
      await sleep(1100);
      seen.push(await native.given(image, { zz_word: word }));
    }
    const times = seen.map(({ updated_at }) => Date.parse(String(updated_at)));
    const [first = 0, second = 0, third = 0] = times;
    const told = seen.map(({ updated_at }) => updated_at).join(', ');
    judge.that(first < second && second < third, 'a later updated_at after each change', told);
    judge.equal(seen[2]?.created_at, seen[0]?.created_at, 'created_at after both changes');
    judge.that(Date.parse(String(seen[0]?.created_at)) <= first, 'created_at not after updated_at', told);
  },
);

test('an absent image answers 404', proves('glance-show-image.absent'), async ({ ims, image, forAll, judge }) => {
  judge.needs(await ims.call('GlanceShowImage', { path: { image_id: image.id } }), 'a present image is shown');
  await forAll(absentId(image.id), async (image_id) => {
    judge.rejected(await ims.call('GlanceShowImage', { path: { image_id } }), 'an absent image is refused');
  });
});

test(
  "another project's private image is not shown",
  proves('glance-show-image.foreign'),
  async ({ ims, member, image, resources, judge }) => {
    const foreign = await resources.queuedImage(member);
    for (const [reader, own, other] of [
      [ims, image, foreign],
      [member, foreign, image],
    ] as const) {
      judge.needs(await reader.call('GlanceShowImage', { path: { image_id: own.id } }), 'the own image is shown');
      judge.rejected(
        await reader.call('GlanceShowImage', { path: { image_id: other.id } }),
        "the other project's image",
      );
    }
  },
);

function agree({ shown, listed }: { shown: ImageView; listed: ImageView | undefined }): boolean {
  return listed !== undefined && differences(shown, listed).length === 0;
}

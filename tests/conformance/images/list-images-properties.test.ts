import { randomBytes } from 'node:crypto';
import { test } from '../../../fixtures/image-test.js';
import { proves } from '../../../fixtures/index.js';

test(
  'a status lists only images in it',
  proves('list-images.status'),
  async ({ ims, image, images, resources, listing }) => {
    const queued = await resources.queuedImage(ims);
    const { status: other = 'queued' } = await images.show(image);
    await listing.expect({ status: 'queued' }, { holds: [queued], fits: ({ status }) => status === 'queued' });
    await listing.expect({ status: other }, { holds: [image], fits: ({ status }) => status === other });
    await listing.expect({ status: 'active' }, { lacks: [queued], fits: ({ status }) => status === 'active' });
  },
);

test('a type lists only images of it', proves('list-images.imagetype'), async ({ image, listing }) => {
  await listing.expect(
    { __imagetype: 'private' },
    { holds: [image], fits: ({ __imagetype }) => __imagetype === 'private' },
  );
  for (const type of ['gold', 'shared']) {
    await listing.expect({ __imagetype: type }, { lacks: [image], fits: ({ __imagetype }) => __imagetype === type });
  }
});

test('a visibility lists only images of it', proves('list-images.visibility'), async ({ image, listing }) => {
  await listing.expect(
    { visibility: 'private' },
    { holds: [image], fits: ({ visibility }) => visibility === 'private' },
  );
  await listing.expect({ visibility: 'public' }, { lacks: [image], fits: ({ visibility }) => visibility === 'public' });
});

test("an owner lists only that project's images", proves('list-images.owner'), async ({ ims, image, listing }) => {
  const nobody = randomBytes(16).toString('hex');
  await listing.expect({ owner: ims.projectId }, { holds: [image], fits: ({ owner }) => owner === ims.projectId });
  await listing.expect({ owner: nobody }, { lacks: [image], fits: ({ owner }) => owner === nobody });
});

test('protection lists only images that have it', proves('list-images.protected'), async ({ image, listing }) => {
  await listing.expect({ protected: true }, { lacks: [image], fits: (listed) => listed.protected === true });
  await listing.expect({ protected: false }, { holds: [image], fits: (listed) => listed.protected === false });
});

test(
  'a minimum disk lists the images that have it',
  proves('list-images.min-disk'),
  async ({ ims, resources, listing }) => {
    const [small, large] = [
      await resources.queuedImage(ims, { min_disk: 77 }),
      await resources.queuedImage(ims, { min_disk: 770 }),
    ];
    // Larger disks than asked for are left open: one reading compares by "at least".
    await listing.expect({ min_disk: 77 }, { holds: [small] });
    await listing.expect({ min_disk: 770 }, { holds: [large], lacks: [small] });
    await listing.expect({ min_disk: 771 }, { lacks: [small, large] });
  },
);

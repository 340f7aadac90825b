import { test } from '../../../fixtures/creation/cross-region-test.js';
import { fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';

const rule = (name: string) => proves(`copy-image-cross-region.${name}`);

test(
  'an encrypted image stays in its region',
  rule('encrypted'),
  async ({ ims, resources, copy, copyOf, provided }) => {
    await copy.needs({}, 'a copy of a plain image');
    const keyed = await resources.activeImage(ims, { cmk_id: provided.cmkId });
    await copyOf(keyed).comesToNothing({}, 'a copy of an encrypted image');
  },
);

test('an image of an ISO file stays', rule('iso'), async ({ ims, resources, copy, copyOf, provided }) => {
  await copy.needs({}, 'a copy of a system disk image');
  const iso = { image_url: provided.objects.iso, type: 'IsoImage', os_version: 'CentOS 7.3 64bit' };
  await copyOf(await resources.activeImage(ims, iso)).comesToNothing({}, 'a copy of an ISO image');
});

test('an image of 500 GB stays', rule('size'), async ({ ims, resources, copy, copyOf, provided }) => {
  await copy.needs({}, 'a copy of a small image');
  await copyOf(await resources.activeImage(ims, { min_disk: 128 })).accepts({}, 'a copy of an image of 128 GB');
  const huge = { image_url: provided.objects.hugeZvhd2, min_disk: 500 };
  await copyOf(await resources.activeImage(ims, huge)).comesToNothing({}, 'a copy of a huge image');
});

test('an image of 200 GB is noted', rule('size-between'), async ({ ims, resources, copyOf, judge }) => {
  const { exchange, job } = await copyOf(await resources.activeImage(ims, { min_disk: 200 })).sends({});
  judge.observe(job ? `its job ends in ${job.status}` : `it answers ${exchange.response.status}`);
});

test('a public image stays in its region', rule('public'), async ({ listing, copy, copyOf }) => {
  await copy.needs({}, 'a copy of a private image');
  const { images } = await listing.page({ __imagetype: 'gold', status: 'active', limit: 1 });
  if (!images[0]) throw new Unjudged('There is no public image to try.');
  await copyOf(images[0]).comesToNothing({}, 'a copy of a public image');
});

test('a queued image stays in its region', rule('not-active'), async ({ ims, resources, copy, copyOf }) => {
  await copy.needs({}, 'a copy of an active image');
  await copyOf(await resources.queuedImage(ims)).comesToNothing({}, 'a copy of a queued image');
});

test('an absent image goes nowhere', rule('absent-image'), async ({ copy, copyOf, forAll }) => {
  await copy.needs({}, 'a copy of an active image');
  await forAll(fc.uuid({ version: 4 }), (id) => copyOf({ id }).comesToNothing({}, 'a copy of an absent image'));
});

test("another project's image stays in its region", rule('foreign-image'), async ({ copy, member }) => {
  await copy.needs({}, "the owner's copy");
  await copy.comesToNothing({}, "another project's copy", member);
});

test(
  'a received image stays in its region',
  rule('shared-image'),
  async ({ sharing, own, receiver, member, copyOf }) => {
    await sharing.given(own, { [receiver]: 'accepted' });
    await copyOf(own).needs({}, "the owner's copy of a shared image");
    await copyOf(own).comesToNothing({}, "the receiver's copy", member);
  },
);

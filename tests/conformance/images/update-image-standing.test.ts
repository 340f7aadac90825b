import { setTimeout as sleep } from 'node:timers/promises';
import { test } from '../../../fixtures/images/image-test.js';
import { differences, imageOf } from '../../../fixtures/images/image-view.js';
import { toldProperties } from '../../../fixtures/images/told-properties.js';
import { fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';

const describing = { op: 'add', path: '/__description', value: 'ims-conformance' };

/** What the page does not let a user change, and what it might be changed to. */
const standing = {
  visibility: 'public',
  __imagetype: 'gold',
  __isregistered: 'false',
  __image_size: '1',
  created_at: '2015-12-04T09:45:33Z',
  __data_origin: 'instance,4ee2ac5d-96bd-4ac9-8f4c-8dcf4b2f1d0b',
  __originalimagename: '0328c25e-c840-4496-81ac-c4e01b214b1f',
  __backup_id: '9f5cd3d1-6a4e-4f1b-8e0b-5f2a1c3d7e90',
  __system__cmkid: '5d6c2c6f-0c5a-4a3f-9a5e-6c1b7f0d2e31',
  __whole_image: 'true',
  active_at: '2015-12-04T09:45:33Z',
  checksum: '0'.repeat(32),
};

test(
  'what the page does not list stays',
  proves('update-image.service-properties'),
  async ({ images, active, judge }) => {
    judge.needs(await images.patch(active, describing), 'a change of the description is accepted');
    const before = await images.show(active);
    const changes = Object.entries(standing).flatMap(([name, value]) => [
      { op: 'add', path: `/${name}`, value },
      { op: 'replace', path: `/${name}`, value },
    ]);
    const removed = ['id', 'owner', 'status', 'visibility', 'created_at'];
    for (const operation of [...changes, ...removed.map((name) => ({ op: 'remove', path: `/${name}`, value: '' }))]) {
      const exchange = await images.patch(active, operation);
      const name = operation.path.slice(1);
      if (exchange.response.status >= 400) judge.rejected(exchange, `${operation.op} of ${name} is refused`);
      judge.equal((await images.show(active))[name], before[name], `the ${name}`, { exchange });
    }
  },
);

test(
  'what the service tells of an image stays',
  proves('update-image.other-properties'),
  async ({ images, active, judge }) => {
    judge.needs(await images.patch(active, describing), 'a change of the description is accepted');
    const before = await images.show(active);
    const told = { ...toldProperties, disk_format: 'iso', min_disk: '999', __image_source_type: 'file' };
    for (const [name, value] of Object.entries(told).filter(([name]) => before[name] !== undefined)) {
      for (const op of ['replace', 'add', 'remove']) {
        const exchange = await images.patch(active, { op, path: `/${name}`, value });
        judge.equal((await images.show(active))[name], before[name], `the ${name}`, { exchange });
      }
    }
  },
);

test('an update moves the time of change', proves('update-image.updated-at'), async ({ images, active, judge }) => {
  const before = await images.show(active);
  await sleep(1100);
  const value = `at ${Date.now()}`;
  const exchange = judge.needs(await images.patch(active, { ...describing, value }));
  const after = await images.settled(active, ({ __description }) => __description === value);
  const [early, late] = [before, after].map(({ updated_at = '' }) => Date.parse(updated_at)) as [number, number];
  judge.that(late > early, `a time of change after ${before.updated_at}`, `${after.updated_at}`, { exchange });
  judge.equal(after.created_at, before.created_at, 'the time of creation', { exchange });
});

test(
  'an update answers the whole image',
  proves('update-image.whole-answer'),
  async ({ images, active, tags, forAll, judge }) => {
    await tags.given(active, { kept: 'yes' });
    await images.given(active, { zz_before: 'kept' });
    await forAll(fc.integer({ min: 0, max: 1_000_000 }), async (number) => {
      const value = `now ${number}`;
      const exchange = judge.needs(await images.patch(active, { op: 'add', path: '/zz_now', value }));
      const shown = await images.settled(active, (view) => view.zz_now === value && view.zz_before === 'kept');
      const odd = differences(shown, imageOf(exchange) ?? { id: '' }, ['zz_now', 'zz_before', 'tags']);
      const told = odd.filter(([name]) => name !== 'updated_at');
      judge.equal(told, [], 'what is shown and answered differently', { exchange });
    });
  },
);

test('a public image cannot be updated', proves('update-image.public-image'), async ({ images, listing, judge }) => {
  const { images: listed } = await listing.page({ __imagetype: 'gold', limit: 3 });
  const gold = listed.find(({ visibility }) => visibility === 'public');
  if (!gold) throw new Unjudged('No public image is listed.');
  // By its own name: a service that takes it changes nothing.
  const operation = { op: 'replace', path: '/name', value: gold.name };
  judge.rejected(await images.patch(gold, operation), 'an update of a public image is refused');
});

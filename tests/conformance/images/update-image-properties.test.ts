import { randomUUID } from 'node:crypto';
import { imageOf } from '../../../fixtures/images/image-view.js';
import { isTrue } from '../../../fixtures/images/shown-text.js';
import { hasNone, test } from '../../../fixtures/images/update-test.js';
import { fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';

const flags = ['hw_vif_multiqueue_enabled', '__is_config_init'];

test('the firmware is bios or uefi', proves('update-image.firmware'), async ({ startable, sets, images, judge }) => {
  for (const firmware of ['uefi', 'bios', 'uefi', 'bios']) await sets(startable, 'hw_firmware_type', firmware);
  for (const value of ['efi', 'legacy', 'bios,uefi', 'true']) {
    const exchange = await images.patch(startable, { op: 'add', path: '/hw_firmware_type', value });
    judge.rejected(exchange, `the firmware "${value}" is refused`);
  }
});

test(
  'an image for ARM starts by UEFI alone',
  proves('update-image.arm-firmware'),
  async ({ ims, resources, images, judge }) => {
    const image = await resources.activeImage(ims, { architecture: 'arm' });
    if (!isTrue((await images.show(image)).__support_arm)) throw new Unjudged('No image for ARM could be made.');
    const patch = (value: string) => images.patch(image, { op: 'add', path: '/hw_firmware_type', value });
    judge.needs(await patch('uefi'), 'uefi is accepted');
    const exchange = await patch('bios');
    // What a refused change leaves is another rule's matter.
    if (exchange.response.status >= 400) return void judge.rejected(exchange, 'bios is refused');
    const { hw_firmware_type } = await images.settled(image, (view) => view.hw_firmware_type === 'uefi');
    judge.equal(hw_firmware_type, 'uefi', 'the firmware', { exchange });
  },
);

test('flags are set and unset', proves('update-image.flags'), async ({ active, sets }) => {
  for (const flag of flags) for (const value of ['true', 'false', 'true']) await sets(active, flag, value);
});

test('a flag is true or false', proves('update-image.flag-values'), async ({ active, images, judge }) => {
  for (const flag of flags) {
    const set = (value: string) => images.patch(active, { op: 'add', path: `/${flag}`, value });
    for (const value of ['true', 'false']) judge.accepted(await set(value), `${flag} as "${value}" is accepted`);
    for (const value of ['yes', '2', 'truefalse']) judge.rejected(await set(value), `${flag} as "${value}" is refused`);
  }
});

test('the greatest memory is read back', proves('update-image.max-ram'), async ({ spare, sets, forAll }) => {
  await forAll(fc.integer({ min: 32, max: 512 }), (gigabytes) => sets(spare, 'max_ram', String(gigabytes * 1024)));
});

test(
  'memories are whole numbers of megabytes',
  proves('update-image.memory-values'),
  async ({ spare, images, judge, session }) => {
    for (const memory of session.profile.lists.wholeMemories) {
      const set = (value: unknown) => images.patch(spare, { op: 'add', path: `/${memory}`, value });
      judge.needs(await set('65536'), `a ${memory} of 65536 is accepted`);
      for (const value of ['-1', '1.5', 'many', '64GB', -1, 1.5])
        judge.rejected(await set(value), `a ${memory} of ${JSON.stringify(value)} is refused`);
    }
  },
);

test('memories are numbers or texts', proves('update-image.memory-types'), async ({ spare, sets }) => {
  for (const value of [1024, '2048', 2048, '1024']) await sets(spare, 'min_ram', value);
  for (const value of [65536, '131072', 131072, '65536']) await sets(spare, 'max_ram', value);
});

test(
  'an image changes its enterprise project',
  proves('update-image.enterprise-project'),
  async ({ spare, sets, listing, session }) => {
    const { enterpriseProjectId: other = '' } = session.configuration.provided;
    for (const [now, before] of [
      [other, '0'],
      ['0', other],
    ] as const) {
      await sets(spare, 'enterprise_project_id', now);
      await listing.expect({ enterprise_project_id: now }, { holds: [spare] });
      await listing.expect({ enterprise_project_id: before }, { lacks: [spare] });
    }
  },
);

test(
  'an enterprise project that is left blank is the default one',
  proves('update-image.blank-enterprise-project'),
  async ({ spare, images, judge, session }) => {
    const set = (value?: string) => images.patch(spare, { op: 'add', path: '/enterprise_project_id', value });
    judge.needs(
      await set(session.configuration.provided.enterpriseProjectId),
      'another enterprise project is accepted',
    );
    const exchange = judge.accepted(await set(''), 'a blank enterprise project is accepted');
    const projectOf = (view: Record<string, unknown>) => String(view.enterprise_project_id || '0');
    const view = await images.settled(spare, (shown) => projectOf(shown) === '0');
    judge.equal(projectOf(view), '0', 'the enterprise project', { exchange });
  },
);

test(
  'an absent enterprise project is refused',
  proves('update-image.absent-enterprise-project'),
  async ({ active, images, judge }) => {
    const set = (value: string) => images.patch(active, { op: 'add', path: '/enterprise_project_id', value });
    judge.needs(await set('0'), 'the default enterprise project is accepted');
    judge.rejected(await set(randomUUID()), 'an absent enterprise project is refused');
  },
);

test(
  'a server has 60 to 300 seconds to stop',
  proves('update-image.shutdown-timeout'),
  async ({ active, sets, images, judge }) => {
    for (const seconds of ['60', '61', '299', '300']) await sets(active, 'os_shutdown_timeout', seconds);
    for (const value of ['0', '59', '301', '3000', '-60', 'long']) {
      const exchange = await images.patch(active, { op: 'add', path: '/os_shutdown_timeout', value });
      judge.rejected(exchange, `${value} seconds are refused`);
    }
  },
);

test(
  "a user's property has no capital letters",
  proves('update-image.custom-names'),
  async ({ active, images, judge }) => {
    const add = (name: string) => images.patch(active, { op: 'add', path: `/${name}`, value: 'a' });
    judge.needs(await add('zz_small'), 'a name of small letters is accepted');
    for (const name of ['Zz_small', 'zz_Small', 'zz_smalL', 'ZZ_SMALL'])
      judge.rejected(await add(name), `the name "${name}" is refused`);
  },
);

test('what was set can be removed', proves('update-image.removals'), async ({ spare, images, judge }) => {
  for (const [property, value] of [
    ['__description', 'to be removed'],
    ['__support_diskintensive', 'true'],
    ['hw_vif_multiqueue_enabled', 'true'],
  ] as const) {
    await images.given(spare, { [property]: value });
    const exchange = judge.accepted(await images.patch(spare, { op: 'remove', path: `/${property}`, value }));
    const view = await images.settled(spare, (shown) => hasNone(shown, property));
    judge.that(hasNone(view, property), `no ${property}`, JSON.stringify(view[property]) ?? '', { exchange });
  }
});

test(
  'a removal without a value is noted',
  proves('update-image.remove-valueless'),
  async ({ active, images, judge }) => {
    await images.given(active, { zz_valueless: 'a' });
    const { status } = (await images.patch(active, { op: 'remove', path: '/zz_valueless' })).response;
    const { zz_valueless: left } = await images.settled(active, ({ zz_valueless }) => zz_valueless === undefined);
    judge.observe(`It is answered ${status}, and the property ${left === undefined ? 'is gone' : 'stays'}.`);
  },
);

test('a description can be emptied', proves('update-image.empty-description'), async ({ active, images, judge }) => {
  await images.given(active, { __description: 'before' });
  const exchange = judge.accepted(await images.patch(active, { op: 'replace', path: '/__description', value: '' }));
  judge.equal(imageOf(exchange)?.__description ?? '', '', 'the description in the answer', { exchange });
  const view = await images.settled(active, ({ __description }) => !__description);
  judge.equal(view.__description ?? '', '', 'the description read back');
});

test(
  'an update comes in three media types',
  proves('update-image.media-types'),
  async ({ ims, active, images, resources, judge }) => {
    for (const type of [
      'application/json',
      'application/json;charset=UTF-8',
      'application/openstack-images-v2.1-json-patch',
    ]) {
      const name = resources.uniqueName();
      const exchange = await ims.call('UpdateImage', {
        path: { image_id: active.id },
        body: [{ op: 'add', path: '/zz_type', value: name }],
        headers: { 'Content-Type': type },
      });
      judge.accepted(exchange, `a body of the type ${type} is accepted`);
      const { zz_type } = await images.settled(active, (view) => view.zz_type === name);
      judge.equal(zz_type, name, 'the property read back');
    }
  },
);

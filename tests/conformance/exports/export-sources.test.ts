import { lockedImages, needsEncrypted } from '../../../fixtures/creation/locked-images.js';
import { errorCodeOf } from '../../../fixtures/exchange.js';
import type { ExportForm } from '../../../fixtures/exports/export-form.js';
import { test } from '../../../fixtures/exports/export-test.js';
import { type ImageView, imagesOf } from '../../../fixtures/images/image-view.js';
import { fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';

const rule = (name: string) => proves(`export-image.${name}`);

test('a queued image is not exported', rule('not-active'), async ({ ims, resources, exportOf, neighbour }) => {
  await neighbour();
  await exportOf(await resources.queuedImage(ims)).comesToNothing({}, 'an export of a queued image');
});

test('an absent image is not exported', rule('absent-image'), async ({ exportOf, exporting, forAll }) => {
  await exporting.needs({}, 'an export of an active image');
  await forAll(fc.uuid({ version: 4 }), (id) => exportOf({ id }).comesToNothing({}, 'an export of an absent image'));
});

for (const [rules, call] of [
  ['export-image', 'ExportImage'],
  ['export-image-in-safe-mode', 'ExportImageInSafeMode'],
] as const) {
  test(
    `${call} exports no other project's image`,
    proves(`${rules}.foreign-image`),
    async ({ active, exportOf, neighbour, provided, member }) => {
      await neighbour();
      const form = exportOf(active, call);
      const bucket_url = form.desk.newUrl('qcow2', provided.memberBucket);
      await form.comesToNothing({ bucket_url }, "an export of another project's image", member);
    },
  );
}

test(
  'a shared image is not exported',
  rule('shared-image'),
  async ({ own, sharing, receiver, exportOf, neighbour, provided, member }) => {
    await neighbour();
    await sharing.given(own, { [receiver]: 'accepted' });
    const form = exportOf(own);
    const bucket_url = form.desk.newUrl('qcow2', provided.memberBucket);
    await form.comesToNothing({ bucket_url }, 'an export of a shared image by its member', member);
  },
);

for (const [name, type, what] of [
  ['public-image', 'gold', 'public image'],
  ['market-image', 'market', 'image of the Marketplace'],
] as const) {
  test(`a ${what} is not exported`.replace('a i', 'an i'), rule(name), async ({ ims, exportOf, neighbour }) => {
    const [image] = imagesOf(await ims.call('ListImages', { query: { __imagetype: type, limit: 1 } }));
    if (!image) throw new Unjudged(`The region has no ${what}.`);
    await neighbour();
    await exportOf(image).comesToNothing({}, `an export of a ${what}`);
  });
}

test('a data disk image is exported', rule('data-image'), async ({ form, exportOf, neighbour }) => {
  await neighbour();
  const data = form('CreateDataImage', ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 }));
  await exportOf(await data.prepares()).exports({}, 'an export of an image of a data disk');
});

test('a whole image is not exported', rule('whole'), async ({ whole, exportOf, neighbour }) => {
  await neighbour();
  await exportOf(whole).comesToNothing({}, 'an export of a whole image');
});

test(
  'an image of an ISO file is not exported',
  rule('iso'),
  async ({ ims, resources, exportOf, neighbour, provided }) => {
    await neighbour();
    const iso = { image_url: provided.objects.iso, type: 'IsoImage', os_version: 'CentOS 7.3 64bit' };
    await exportOf(await resources.activeImage(ims, iso)).comesToNothing({}, 'an export of an ISO image');
  },
);

test(
  'a large image is exported quickly alone',
  rule('converted-size'),
  async ({ ims, resources, exportOf, exporting, exported, neighbour, provided }) => {
    await neighbour();
    const large = exportOf(await resources.activeImage(ims, { min_disk: 120 }));
    await large.exports({}, 'an export of an image of 120 GB that is not quick');
    const huge = { image_url: provided.objects.hugeZvhd2, min_disk: 500 };
    const form = exportOf(await resources.activeImage(ims, huge));
    await form.comesToNothing({}, 'an export of a huge image that is not quick');
    exporting.needsSuccess(await exported('quick'), 'a quick export of a plain image');
    form.succeeded(await form.send(quickly(form)), 'a quick export of a huge image');
  },
);

test('a vast image is not exported', rule('size'), async ({ images, exportOf, neighbour, provided }) => {
  const id = provided.unfit.vastImageId ?? '';
  const { status, __image_size: size } = await images.show({ id });
  if (status !== 'active' || Number(size) < 1024 ** 4)
    throw new Unjudged(`It takes an active image of 1 TB or more; image ${id} is ${status}, its size ${size}.`);
  await neighbour();
  const form = exportOf({ id });
  await form.comesToNothing({}, 'an export of an image of 1 TB');
  await form.comesToNothing(quickly(form), 'a quick export of an image of 1 TB');
});

for (const [name, what, derivedFrom, platforms] of [
  ['derived', 'a Windows server', 'windowsInstanceId', ['windows']],
  [
    'derived-linux',
    'a server of other guarded systems',
    'derivedInstanceId',
    ['suse', 'redhat', 'ubuntu', 'oraclelinux'],
  ],
] as const) {
  test(`an image of ${what} is not exported`, rule(name), async ({ ims, form, images, exportOf, neighbour }) => {
    const server = form('CreateImage', ({ windowsInstanceId, unfit }) => ({
      instance_id: { windowsInstanceId, derivedInstanceId: unfit.derivedInstanceId }[derivedFrom],
    }));
    const image = await server.prepares();
    const { __originalimagename: parent } = await images.show(image);
    const listed = parent ? imagesOf(await ims.call('ListImages', { query: { id: String(parent) } })) : [];
    if (!listed.some((view) => isPublicOf(view, platforms))) {
      throw new Unjudged(`The server provided as ${derivedFrom} was not made from a public image of such a system.`);
    }
    await neighbour();
    await exportOf(image).comesToNothing({}, 'an export of an image that descends from a public one');
  });
}

test(
  'an image of a bought server is not exported',
  rule('derived-market'),
  async ({ ims, form, images, exportOf, neighbour }) => {
    const image = await form('CreateImage', ({ unfit }) => ({ instance_id: unfit.marketInstanceId })).prepares();
    const { __originalimagename: parent, __productcode: product } = await images.show(image);
    const query = { __imagetype: 'market', id: String(parent) };
    const isBought = Boolean(product) || (parent && imagesOf(await ims.call('ListImages', { query })).length > 0);
    if (!isBought)
      throw new Unjudged('The server provided as marketInstanceId was not made from an image of the Marketplace.');
    await neighbour();
    await exportOf(image).comesToNothing({}, 'an export of an image that descends from one of the Marketplace');
  },
);

test(
  'an image of a charged server is not exported',
  rule('derived-charged'),
  async ({ ims, form, images, exportOf, neighbour }) => {
    const image = await form('CreateImage', ({ unfit }) => ({ instance_id: unfit.chargedInstanceId })).prepares();
    const { __originalimagename: parent, __account_code: account } = await images.show(image);
    const listed = parent ? imagesOf(await ims.call('ListImages', { query: { id: String(parent) } })) : [];
    if (!account && !listed.some(({ __account_code: code }) => code))
      throw new Unjudged('The server provided as chargedInstanceId was not made from an image that is charged for.');
    await neighbour();
    await exportOf(image).comesToNothing({}, 'an export of an image that descends from a charged one');
  },
);

/** Whether it is a public image of one of these platforms, which are written with blanks here, and without them there. */
function isPublicOf({ visibility, __os_type: type, __platform: platform }: ImageView, platforms: readonly string[]) {
  const told = [type, platform].map((text) => String(text).toLowerCase().replaceAll(' ', ''));
  return visibility === 'public' && told.some((text) => platforms.includes(text));
}

test(
  'an encrypted image is not exported quickly',
  rule('encrypted-quick'),
  async ({ ims, resources, exporting, exported, exportOf, provided }) => {
    exporting.needsSuccess(await exported('quick'), 'a quick export of a plain image');
    const keyed = exportOf(await resources.activeImage(ims, { cmk_id: provided.cmkId }));
    await keyed.comesToNothing(quickly(keyed), 'a quick export of an encrypted image');
  },
);

function quickly({ desk }: ExportForm): Record<string, unknown> {
  return { bucket_url: desk.newUrl('zvhd2'), file_format: undefined, is_quick_export: true };
}

test('an encrypted image', rule('encrypted'), async ({ ims, resources, exportOf, provided, judge }) => {
  const keyed = exportOf(await resources.activeImage(ims, { cmk_id: provided.cmkId }));
  const { exchange, job } = await keyed.send();
  judge.observe(`it is answered ${exchange.response.status}${job ? `, and its job ends ${job.status}` : ''}`);
});

for (const { rule: keys, what, name } of lockedImages) {
  test(
    `no image is exported ${what}`,
    proves(`image-keys.${keys}`),
    async ({ exportOf, neighbour, images, provided }) => {
      const locked = await needsEncrypted(images, provided.unfit[name], what);
      await neighbour();
      await exportOf(locked).comesToNothing({}, `an export of an image ${what}`);
    },
  );
}

test('two exports of an image at once', rule('twice-at-once'), async ({ ims, resources, exportOf, judge }) => {
  const image = await resources.activeImage(ims);
  const form = exportOf(image);
  const first = await form.desk.start('ExportImage', image, form.body());
  const second = await form.desk.start('ExportImage', image, form.body());
  const { status } = second.exchange.response;
  judge.observe(`the second is answered ${[status, errorCodeOf(second.exchange)].filter(Boolean).join(' ')}`);
  for (const exported of [first, second]) await form.desk.end(exported);
});

test('a user who may only read exports nothing', rule('reader'), async ({ reader, exporting, neighbour }) => {
  await neighbour();
  await exporting.refuses({}, 'an export by a user who may only read', reader);
});

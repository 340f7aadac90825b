import { setTimeout as sleep } from 'node:timers/promises';
import type { CreationDesk } from '../../../fixtures/creation-desk.js';
import { test } from '../../../fixtures/creation-test.js';
import { Unjudged } from '../../../fixtures/failure.js';
import { isTrue, judgeFilter } from '../../../fixtures/filter-relation.js';
import type { ImageView } from '../../../fixtures/image-view.js';
import { proves } from '../../../fixtures/index.js';
import type { OwnImage } from '../../../fixtures/resources.js';

/** The image that a call makes. @throws {Unjudged} when it makes none. */
async function made(
  creation: CreationDesk,
  call: Parameters<CreationDesk['send']>[0],
  body: object,
): Promise<OwnImage> {
  const { images, exchange, job } = await creation.send(call, { name: creation.resources.uniqueName(), ...body });
  if (images[0]) return images[0];
  throw new Unjudged(`${call} makes no image (status ${exchange.response.status}, job ${job?.status}).`);
}

const systems = [
  ['__os_bit', 'os-bit', ['Other(32 bit)', 'Ubuntu 22.04 server 64bit']],
  ['__platform', 'platform', ['CentOS 7.3 64bit', 'Ubuntu 22.04 server 64bit']],
  ['__os_type', 'os-type', ['Windows Server 2019 Standard 64bit', 'Ubuntu 22.04 server 64bit']],
] as const;

for (const [property, id, versions] of systems) {
  test(
    `${property} lists only images that have it`,
    proves(`list-images.${id}`),
    async ({ ims, resources, listing }) => {
      const own = await Promise.all(versions.map((os_version) => resources.activeImage(ims, { os_version })));
      await listing.awaits(own);
      for (const { id: of } of own) {
        const value = (await listing.page({ id: of })).images[0]?.[property];
        if (typeof value !== 'string') throw new Unjudged(`An image of a known system shows no ${property}.`);
        await judgeFilter(listing, own, {
          filters: { [property]: value },
          passes: (image) => image[property] === value,
        });
      }
    },
  );
}

test(
  'an architecture lists only its images',
  proves('list-images.architecture'),
  async ({ ims, resources, listing }) => {
    const [x86, arm] = [
      await resources.activeImage(ims, { architecture: 'x86' }),
      await resources.activeImage(ims, { architecture: 'arm' }),
    ];
    const isArm = ({ __support_arm }: ImageView) => isTrue(__support_arm);
    await listing.expect({ architecture: 'arm' }, { holds: [arm], lacks: [x86], fits: isArm });
    await listing.expect({ architecture: 'x86' }, { holds: [x86], lacks: [arm], fits: (image) => !isArm(image) });
  },
);

test(
  'an environment lists only its images',
  proves('list-images.virtual-env-type'),
  async ({ ims, creation, resources, provided, listing }) => {
    const data = { image_url: provided.objects.qcow2, min_disk: 40, os_type: 'Linux' };
    const own = [await resources.activeImage(ims), await made(creation, 'CreateDataImage', data)];
    for (const virtual_env_type of ['FusionCompute', 'DataImage']) {
      const passes = (image: ImageView) => image.virtual_env_type === virtual_env_type;
      await judgeFilter(listing, own, { filters: { virtual_env_type }, passes });
    }
    const lacks = { lacks: own, fits: (image: ImageView) => image.virtual_env_type === 'IsoImage' };
    await listing.expect({ virtual_env_type: 'IsoImage' }, lacks);
  },
);

test(
  'whole images are listed apart from others',
  proves('list-images.whole-image'),
  async ({ ims, creation, resources, provided, listing }) => {
    const body = { instance_id: provided.instanceId, vault_id: provided.vaultId };
    const own = [await resources.activeImage(ims), await made(creation, 'CreateWholeImage', body)];
    for (const whole of [true, false]) {
      const passes = ({ __whole_image }: ImageView) => isTrue(__whole_image) === whole;
      await judgeFilter(listing, own, { filters: { __whole_image: whole }, passes });
    }
  },
);

test(
  'a key lists only images that it encrypts',
  proves('list-images.cmkid'),
  async ({ ims, resources, provided: { cmkId = '' }, listing }) => {
    const own = [await resources.activeImage(ims), await resources.activeImage(ims, { cmk_id: cmkId })];
    const passes = ({ __system__cmkid }: ImageView) => __system__cmkid === cmkId;
    await judgeFilter(listing, own, { filters: { __system__cmkid: cmkId }, passes });
  },
);

const spans: Record<string, (time: number, asked: number) => boolean> = {
  gt: (time, asked) => time > asked,
  gte: (time, asked) => time >= asked,
  lt: (time, asked) => time < asked,
  lte: (time, asked) => time <= asked,
  eq: (time, asked) => time === asked,
  neq: (time, asked) => time !== asked,
};

test(
  'a span of time lists the images changed in it',
  proves('list-images.updated-at'),
  async ({ ims, resources, images, listing }) => {
    const own = await resources.activeImage(ims);
    const { created_at } = await images.show(own);
    await sleep(1100);
    const { updated_at = '' } = await images.given(own, { __description: 'changed' });
    const changed = Date.parse(updated_at);
    if (Number.isNaN(changed) || updated_at === created_at)
      throw new Unjudged('A change leaves `updated_at` as it was.');
    for (const [step, form] of [
      [-1, 0],
      [0, 0],
      [1, 0],
      [0, 1],
    ] as const) {
      const asked = changed + step * 1000;
      const iso = new Date(asked).toISOString().replace(/\.\d+/, '');
      const text = form === 0 ? iso : iso.replace('T', ' ').replace('Z', '');
      for (const [name, holds] of Object.entries(spans)) {
        const fits = (view: ImageView) => holds(Date.parse(view.updated_at ?? ''), asked);
        const place = holds(changed, asked) ? { holds: [own] } : { lacks: [own] };
        await listing.expect({ updated_at: `${name}:${text}` }, { ...place, fits });
      }
    }
  },
);

import { everyKind, forbiddenInNames, imageLimits, propertyKey } from '../../../fixtures/arbitraries/image-texts.js';
import { illegalInTexts } from '../../../fixtures/arbitraries/tags.js';
import type { Exchange } from '../../../fixtures/exchange.js';
import { metadataTag } from '../../../fixtures/filling/metadata-tag.js';
import { test as base } from '../../../fixtures/images/image-test.js';
import { imageOf } from '../../../fixtures/images/image-view.js';
import { fc, proves } from '../../../fixtures/index.js';

/** Sends metadata of a new name with these properties. */
const test = base.extend<{ send: (properties: object) => Promise<Exchange> }>({
  send: async ({ maker, resources }, use) => {
    await use(async (properties) => {
      await resources.release();
      return (await maker.sendMetadata({ name: resources.uniqueName(), ...properties })).exchange;
    });
  },
});

const weight = 0.4;
const tagMax = 255;

test(
  'metadata without a system is Linux',
  proves('glance-create-image-metadata.default-os-version', 'glance-create-image-metadata.default-system'),
  async ({ send, judge }) => {
    const exchange = judge.needs(await send({}));
    const version = imageOf(exchange)?.__os_version;
    judge.equal(String(version).replaceAll(' ', ''), 'OtherLinux(64bit)', 'the system, without blanks', { exchange });
    const id = 'glance-create-image-metadata.default-system';
    const { __os_bit: bits, __os_type: type, __platform: platform } = imageOf(exchange) ?? { id: '' };
    judge.equal(String(bits ?? 64), '64', 'the bits of that system', { exchange, id });
    judge.that(/^(linux|other)$/i.test(String(type)), 'Linux or other as __os_type', String(type), { exchange, id });
    judge.that(/^(other.*)?$/i.test(String(platform ?? '')), 'Other as __platform', String(platform), { exchange, id });
  },
);

test(
  'a container format is always bare',
  proves('glance-create-image-metadata.container-format'),
  async ({ send, judge }) => {
    judge.equal(
      imageOf(judge.accepted(await send({ container_format: 'bare' })))?.container_format,
      'bare',
      'the format',
    );
    for (const container_format of ['tarball', 'bare2', 'BAREBONE']) {
      const exchange = await send({ container_format });
      const made = imageOf(exchange);
      if (exchange.response.status >= 400 || !made) judge.rejected(exchange, `${container_format} is refused`);
      else judge.equal(made.container_format, 'bare', `the format instead of ${container_format}`, { exchange });
    }
  },
);

test(
  'a given tag has up to 255 characters',
  proves('glance-create-image-metadata.tag-length'),
  async ({ send, session, forAll, judge }) => {
    const text = fc.stringMatching(/^[a-z0-9]{20}$/).map((start) => metadataTag(session.profile, start));
    await forAll(
      fc.tuple(text, fc.integer({ min: 1, max: 200 })),
      async ([start, more]) => {
        judge.accepted(await send({ tags: [start.padEnd(tagMax, 'a')] }), 'a tag of 255 characters is accepted');
        judge.rejected(await send({ tags: [start.padEnd(tagMax + 1, 'a')] }), 'a tag of 256 characters is refused');
        judge.rejected(
          await send({ tags: [start.padEnd(tagMax + more, 'a')] }),
          `a tag of ${tagMax + more} is refused`,
        );
      },
      { weight },
    );
  },
);

test('a given tag is not empty', proves('glance-create-image-metadata.tag-empty'), async ({ send, session, judge }) => {
  const tag = metadataTag(session.profile, 'a');
  judge.needs(await send({ tags: [tag] }), 'a short tag is accepted');
  judge.rejected(await send({ tags: [''] }), 'the empty tag is refused');
  judge.rejected(await send({ tags: [tag, ''] }), 'the empty tag beside another is refused');
});

test(
  'at most ten tags are given',
  proves('glance-create-image-metadata.tag-limit'),
  async ({ send, session, judge }) => {
    const given = (count: number) =>
      Array.from({ length: count }, (_, at) => metadataTag(session.profile, `key-${at}`));
    judge.needs(await send({ tags: given(10) }), 'ten tags are accepted');
    for (const count of [11, 40]) judge.rejected(await send({ tags: given(count) }), `${count} tags are refused`);
  },
);

test(
  'a given tag holds no other signs',
  proves('glance-create-image-metadata.tag-characters'),
  async ({ send, judge }) => {
    judge.needs(await send({ tags: ['pur_po-se=te_s-t'] }), 'a tag of documented signs is accepted');
    for (const odd of illegalInTexts.filter((sign) => sign !== '=')) {
      for (const tag of [`pur${odd}pose=a`, `purpose=a${odd}b`])
        judge.rejected(await send({ tags: [tag] }), `the tag "${tag}" is refused`);
    }
  },
);

test(
  'a name given at creation has no outer blank',
  proves('glance-create-image-metadata.name-blanks'),
  async ({ send, resources, judge }) => {
    const name = resources.uniqueName();
    judge.needs(await send({ name: `${name} a` }), 'a name with a blank inside is accepted');
    for (const wrong of [` ${name}`, `${name} `]) {
      judge.rejected(await send({ name: wrong }), `the name "${wrong}" is refused`);
    }
  },
);

test(
  'a name given at creation has documented characters',
  proves('glance-create-image-metadata.name-characters'),
  async ({ send, resources, judge }) => {
    const name = resources.uniqueName();
    judge.accepted(await send({ name: `${name} ${everyKind}` }), 'a name of documented characters is accepted');
    for (const odd of forbiddenInNames) {
      judge.rejected(await send({ name: `${name}${odd}a` }), `a name with ${odd} is refused`);
    }
  },
);

test(
  "a user's property has a bounded name",
  proves('glance-create-image-metadata.custom-key-length'),
  async ({ send, forAll, judge }) => {
    const most = imageLimits.propertyKey;
    await forAll(
      fc.tuple(propertyKey(), fc.integer({ min: 1, max: 200 })),
      async ([start, more]) => {
        judge.accepted(await send({ [start.padEnd(most, 'a')]: 'x' }), `a name of ${most} characters is accepted`);
        for (const length of [most + 1, most + more]) {
          judge.rejected(await send({ [start.padEnd(length, 'a')]: 'x' }), `a name of ${length} characters is refused`);
        }
      },
      { weight },
    );
  },
);

test(
  'a minimum disk has its range',
  proves('glance-create-image-metadata.min-disk'),
  async ({ send, forAll, judge }) => {
    const legal = fc.oneof(fc.constantFrom(40, 1024), fc.integer({ min: 40, max: 1024 }));
    const wrong = fc.oneof(fc.constantFrom(1025, -1), fc.integer({ min: 1026, max: 100_000 }));
    await forAll(
      fc.tuple(legal, wrong),
      async ([min_disk, other]) => {
        judge.accepted(await send({ min_disk }), `a minimum disk of ${min_disk} GB is accepted`);
        judge.rejected(await send({ min_disk: other }), `a minimum disk of ${other} GB is refused`);
      },
      { weight, examples: [[1024, 1025]] },
    );
  },
);

test('a minimum disk may be small', proves('glance-create-image-metadata.min-disk-one'), async ({ send, judge }) => {
  const exchange = judge.accepted(await send({ min_disk: 1 }), 'a minimum disk of 1 GB is accepted');
  judge.equal(imageOf(exchange)?.min_disk, 1, 'the minimum disk', { exchange });
});

test('a minimum disk is not 0', proves('glance-create-image-metadata.min-disk-none'), async ({ send, judge }) => {
  judge.needs(await send({ min_disk: 40 }), 'a minimum disk of 40 GB is accepted');
  judge.needs(await send({}), 'metadata without a minimum disk is accepted');
  judge.rejected(await send({ min_disk: 0 }), 'a minimum disk of 0 GB is refused');
});

test('a size is a whole number', proves('glance-create-image-metadata.size-fraction'), async ({ send, judge }) => {
  judge.needs(await send({ min_disk: 40, min_ram: 1 }), 'whole numbers are accepted');
  for (const sizes of [{ min_disk: 40.5 }, { min_ram: 0.5 }]) {
    judge.rejected(await send(sizes), `${JSON.stringify(sizes)} is refused`);
  }
});

test(
  'a small minimum disk is noted',
  proves('glance-create-image-metadata.min-disk-small'),
  async ({ send, judge }) => {
    for (const min_disk of [1, 39]) {
      const { status } = (await send({ min_disk })).response;
      judge.observe(`A minimum disk of ${min_disk} GB is ${status < 400 ? 'accepted' : `refused (${status})`}.`);
    }
  },
);

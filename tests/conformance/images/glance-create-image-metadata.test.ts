import {
  imageLimits,
  isPlain,
  plainValue,
  propertyKey,
  propertyValue,
} from '../../../fixtures/arbitraries/image-texts.js';
import { metadataTag } from '../../../fixtures/filling/metadata-tag.js';
import { test } from '../../../fixtures/images/image-test.js';
import { type ImageView, imageOf, tagTexts } from '../../../fixtures/images/image-view.js';
import { fc, proves } from '../../../fixtures/index.js';

const weight = 0.4;

test(
  'metadata makes a queued private image',
  proves('glance-create-image-metadata.creates'),
  async ({ ims, maker, resources, session, forAll, judge }) => {
    const { lists, readings } = session.profile;
    const type = readings.imageTypes === 'told' ? { __imagetype: 'private' } : {};
    const formats = ['vhd', 'zvhd2', 'raw', 'qcow2'].filter((format) => lists.metadataDiskFormats.includes(format));
    const properties = fc.record({
      min_disk: fc.integer({ min: 40, max: 1024 }),
      min_ram: fc.integer({ min: 0, max: 64 }).map((gigabytes) => gigabytes * 1024),
      disk_format: fc.constantFrom(...formats),
      container_format: fc.constant('bare'),
      visibility: fc.constant('private'),
      protected: fc.constant(false),
    });
    await forAll(
      properties,
      async (sent) => {
        await resources.release();
        const asked = { name: resources.uniqueName(), ...sent };
        const { exchange } = await maker.sendMetadata(asked);
        judge.status(exchange, 201);
        const documented = { ...asked, status: 'queued', owner: ims.projectId, ...type };
        judge.equal(picked(imageOf(exchange), documented), documented, 'the image', { exchange });
      },
      { weight },
    );
  },
);

test(
  'what is left out has its default',
  proves('glance-create-image-metadata.defaults'),
  async ({ maker, resources, images, session, judge }) => {
    const { exchange } = await maker.sendMetadata({ name: resources.uniqueName() });
    const view = imageOf(judge.accepted(exchange));
    const { diskFormat } = session.profile.defaults;
    const documented = {
      ...{ container_format: 'bare', disk_format: diskFormat, min_ram: 0 },
      ...{ protected: false, visibility: 'private' },
    };
    judge.equal(picked(view, documented), documented, 'the defaults', { exchange });
    judge.equal(view?.tags ?? [], [], 'the tags', { exchange });
    const shown = await images.settled(view ?? { id: '' }, (later) => later.disk_format === diskFormat);
    judge.equal(picked(shown, documented), documented, 'the defaults read back');
  },
);

test(
  'tags given at creation stay',
  proves('glance-create-image-metadata.tags'),
  async ({ maker, resources, images, session, forAll, judge }) => {
    const tag = fc.stringMatching(/^[a-z0-9_-]{1,30}$/).map((text) => metadataTag(session.profile, text));
    await forAll(
      fc.uniqueArray(tag, { minLength: 1, maxLength: 4 }),
      async (tags) => {
        await resources.release();
        const { exchange } = await maker.sendMetadata({ name: resources.uniqueName(), tags });
        const view = imageOf(judge.needs(exchange)) as ImageView;
        judge.equal(tagTexts(view), [...tags].sort(), 'the tags in the answer', { exchange });
        const shown = await images.settled(view, (later) => tagTexts(later).length === tags.length);
        judge.equal(tagTexts(shown), [...tags].sort(), 'the tags read back');
      },
      { weight },
    );
  },
);

test(
  "a user's property is kept and shown",
  proves('glance-create-image-metadata.custom-property'),
  async ({ maker, resources, images, forAll, judge }) => {
    const key = fc.oneof(
      { weight: 4, arbitrary: propertyKey() },
      { weight: 1, arbitrary: propertyKey({ max: imageLimits.propertyKey }) },
    );
    const value = fc.oneof(fc.constant(''), plainValue(), propertyValue());
    await forAll(
      fc.tuple(key, value),
      async ([own, text]) => {
        await resources.release();
        const { exchange } = await maker.sendMetadata({ name: resources.uniqueName(), [own]: text });
        if (exchange.response.status >= 400 && text !== '' && !isPlain(text)) return;
        const view = imageOf(judge.accepted(exchange)) as ImageView;
        judge.equal(view[own], text, `the property ${own} in the answer`, { exchange });
        judge.equal((await images.settled(view, (later) => own in later))[own], text, `the property ${own} read back`);
      },
      { weight },
    );
  },
);

/** Of a view the properties that the other has. */
function picked(view: ImageView | undefined, names: object): Record<string, unknown> {
  return Object.fromEntries(Object.keys(names).map((name) => [name, view?.[name]]));
}

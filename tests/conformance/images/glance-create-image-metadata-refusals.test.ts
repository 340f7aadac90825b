import { imageLimits, nameText } from '../../../fixtures/arbitraries/image-texts.js';
import { test } from '../../../fixtures/images/image-test.js';
import { imageOf } from '../../../fixtures/images/image-view.js';
import { fc, proves } from '../../../fixtures/index.js';
import { brokenBodies } from '../../../fixtures/odd/broken-bodies.js';

const weight = 0.4;

test(
  'a visibility other than private is refused',
  proves('glance-create-image-metadata.private-only'),
  async ({ maker, resources, judge }) => {
    const send = async (visibility: string) =>
      (await maker.sendMetadata({ name: resources.uniqueName(), visibility })).exchange;
    judge.accepted(await send('private'), 'the visibility "private" is accepted');
    for (const visibility of ['public', 'shared', 'community']) {
      const exchange = await send(visibility);
      // A service that makes a private image all the same keeps the rule too.
      if (imageOf(exchange)?.visibility === 'private') continue;
      judge.rejected(exchange, `the visibility "${visibility}" is refused`);
    }
  },
);

test(
  'an undocumented disk format is refused',
  proves('glance-create-image-metadata.disk-format'),
  async ({ maker, resources, session, forAll, judge }) => {
    const known = [
      'vhd',
      'zvhd',
      'zvhd2',
      'raw',
      'qcow2',
      'iso',
      'vhdx',
      'vmdk',
      'vdi',
      'qed',
      'qcow',
      'ploop',
      'aki',
      'ari',
      'ami',
    ];
    const word = fc.stringMatching(/^[a-z]{2,8}$/).filter((format) => !known.includes(format));
    const send = async (disk_format: string) =>
      (await maker.sendMetadata({ name: resources.uniqueName(), disk_format })).exchange;
    for (const format of session.profile.lists.metadataDiskFormats)
      judge.accepted(await send(format), `the format "${format}" is accepted`);
    await forAll(fc.oneof(fc.constantFrom('jpeg', 'qcow3', 'zvhd3', 'raw2', 'vhds'), word), async (format) => {
      judge.rejected(await send(format), `the format "${format}" is refused`);
    });
  },
);

test(
  'a name of more than 255 characters is refused',
  proves('glance-create-image-metadata.name-length'),
  async ({ maker, resources, forAll, judge }) => {
    const start = resources.uniqueName();
    const room = imageLimits.name - start.length;
    judge.accepted((await maker.sendMetadata({ name: 'n' })).exchange, 'a name of one character is accepted');
    await forAll(
      fc.tuple(nameText(room), fc.integer({ min: 2, max: 200 })),
      async ([rest, more]) => {
        await resources.release();
        const legal = await maker.sendMetadata({ name: start + rest });
        judge.accepted(legal.exchange, 'a name of 128 characters is accepted');
        for (const length of [imageLimits.metadataName + 1, imageLimits.metadataName + more]) {
          const { exchange } = await maker.sendMetadata({ name: (start + rest).padEnd(length, 'a') });
          judge.rejected(exchange, `a name of ${length} characters is refused`);
        }
      },
      { weight },
    );
  },
);

test(
  'a property of another type is refused',
  proves('glance-create-image-metadata.types'),
  async ({ maker, resources, judge }) => {
    const send = async (changes: object) =>
      (
        await maker.sendMetadata({
          name: resources.uniqueName(),
          min_disk: 40,
          min_ram: 0,
          tags: [],
          protected: false,
          ...changes,
        })
      ).exchange;
    judge.needs(await send({}), 'every property of its documented type is accepted');
    // None that a lenient reader would convert, such as "40" for 40.
    const wrong = {
      name: [{}, ['a'], [7]],
      min_disk: ['forty', {}, [40]],
      min_ram: ['much', {}, [0]],
      protected: ['perhaps', {}, [false]],
      tags: ['one', 7, { key: 'one' }, [{ key: 'one' }]],
      __os_version: [{}, ['CentOS 7.3 64bit']],
      visibility: [{}, ['private']],
      container_format: [{}, ['bare']],
      disk_format: [{}, ['raw']],
    };
    for (const [property, values] of Object.entries(wrong)) {
      for (const value of values) {
        judge.rejected(await send({ [property]: value }), `${property} ${JSON.stringify(value)} is refused`);
      }
    }
  },
);

test(
  'metadata is an object in JSON',
  proves('glance-create-image-metadata.malformed'),
  async ({ maker, resources, images, judge }) => {
    const name = resources.uniqueName();
    for (const text of [...brokenBodies({ name }), `[{"name":"${name}"}]`, '[]', `"${name}"`, '7', 'true', 'null']) {
      judge.rejected((await maker.sendMetadataText(text, name)).exchange, `the body "${text}" is refused`);
    }
    judge.equal(await images.namedLeft(name), [], 'the images of broken bodies');
    judge.needs((await maker.sendMetadata({ name })).exchange, 'a whole body is accepted');
  },
);

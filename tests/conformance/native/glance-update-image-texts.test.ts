import {
  descriptionText,
  everyKind,
  forbiddenInDescriptions,
  forbiddenInNames,
  imageLimits,
  nameText,
  rareCharacter,
  withInserted,
} from '../../../fixtures/arbitraries/image-texts.js';
import { fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { test } from '../../../fixtures/native/native-test.js';

test(
  'a native name has up to 255 characters',
  proves('glance-update-image.name-length'),
  async ({ native, subject, resources, forAll, judge }) => {
    const start = resources.uniqueName();
    const room = imageLimits.name - start.length;
    const rename = (value: string) => native.patch(subject, { op: 'replace', path: '/name', value });
    await forAll(fc.tuple(nameText(room), fc.integer({ min: 1, max: 130 })), async ([rest, more]) => {
      judge.accepted(await rename(start + rest), 'a name of 128 characters is accepted');
      const long = (start + rest).padEnd(imageLimits.metadataName, 'a');
      judge.rejected(await rename(`${long}a`), 'a name of 256 characters is refused');
      judge.rejected(await rename(`${long}${'a'.repeat(more)}`), `a name of ${255 + more} characters is refused`);
    });
  },
);

test(
  'a native description has up to 1024 characters',
  proves('glance-update-image.description-length'),
  async ({ native, subject, forAll, judge }) => {
    const redescribe = (value: string) => native.patch(subject, { op: 'add', path: '/__description', value });
    await forAll(descriptionText(imageLimits.description), async (text) => {
      judge.accepted(await redescribe(text), 'a description of 1024 characters is accepted');
      judge.rejected(await redescribe(`${text}a`), 'a description of 1025 characters is refused');
    });
  },
);

test(
  'a native name neither begins nor ends blank',
  proves('glance-update-image.name-blanks'),
  async ({ native, subject, resources, judge }) => {
    const rename = (value: string) => native.patch(subject, { op: 'replace', path: '/name', value });
    const name = resources.uniqueName();
    judge.needs(await rename(`${name} a`), 'a name with a blank inside is accepted');
    judge.rejected(await rename(` ${name}`), 'a name that begins with a blank is refused');
    judge.rejected(await rename(`${name} `), 'a name that ends with a blank is refused');
  },
);

test(
  'a native name has documented characters',
  proves('glance-update-image.name-characters'),
  async ({ native, subject, resources, forAll, judge }) => {
    const rename = (value: string) => native.patch(subject, { op: 'replace', path: '/name', value });
    const name = resources.uniqueName();
    judge.accepted(await rename(`${name} ${everyKind}`), 'a name of documented characters is accepted');
    await forAll(fc.constantFrom(...forbiddenInNames), async (odd) => {
      judge.rejected(await rename(`${name}${odd}a`), `a name with ${odd} is refused`);
    });
  },
);

test(
  'a native name is not empty',
  proves('glance-update-image.name-empty'),
  async ({ native, subject, resources, forAll, judge }) => {
    const cases = fc.tuple(fc.constantFrom('replace', 'add'), rareCharacter());
    await forAll(
      cases,
      async ([op, one]) => {
        const rename = (value: string) => native.patch(subject, { op, path: '/name', value });
        judge.accepted(await rename(one), `${op} of a name of one character is accepted`);
        judge.rejected(await rename(''), `${op} of an empty name is refused`);
      },
      { weight: 0.2 },
    );
    // No image keeps a name that others could ask for.
    await native.given(subject, { name: resources.uniqueName() });
  },
);

test(
  'a native description holds no bracket or break',
  proves('glance-update-image.description-characters'),
  async ({ native, subject, judge }) => {
    const redescribe = (value: string) => native.patch(subject, { op: 'add', path: '/__description', value });
    judge.needs(await redescribe('of one line'), 'a description without them is accepted');
    for (const odd of forbiddenInDescriptions) {
      const [, middle = ''] = withInserted('of one line', odd);
      judge.rejected(await redescribe(middle), `a description with ${JSON.stringify(odd)} is refused`);
    }
  },
);

test(
  'a public image cannot be natively updated',
  proves('glance-update-image.public-image'),
  async ({ native, listing, judge }) => {
    const [gold] = (await listing.page({ __imagetype: 'gold', limit: 1 })).images;
    if (!gold) throw new Unjudged('No public image is listed.');
    // By its own name: a service that takes it changes nothing.
    const operation = { op: 'replace', path: '/name', value: gold.name };
    judge.rejected(await native.patch(gold, operation), 'an update of a public image is refused');
  },
);

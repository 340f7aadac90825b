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
import type { Exchange } from '../../../fixtures/exchange.js';
import { fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import type { Judge } from '../../../fixtures/judging/judge.js';
import { type PatchFormat, patchFormats } from '../../../fixtures/native/native-desk.js';
import { test } from '../../../fixtures/native/native-test.js';

/** That format 2.0 changes names and descriptions is a rule of its own. */
const taken = (judge: Judge, format: PatchFormat, exchange: Exchange, what: string): Exchange =>
  format === '2.0' ? judge.needs(exchange, what) : judge.accepted(exchange, what);

test(
  'a native name has up to 255 characters',
  proves('glance-update-image.name-length'),
  async ({ native, subject, resources, forAll, judge }) => {
    const start = resources.uniqueName();
    const room = imageLimits.name - start.length;
    await forAll(fc.tuple(nameText(room), fc.integer({ min: 1, max: 130 })), async ([rest, more]) => {
      const long = (start + rest).padEnd(imageLimits.metadataName, 'a');
      for (const format of patchFormats) {
        const rename = (value: string) => native.patchAs(format, subject, { op: 'replace', path: '/name', value });
        taken(judge, format, await rename(start + rest), 'a name of 128 characters is accepted');
        judge.rejected(await rename(`${long}a`), 'a name of 256 characters is refused');
        judge.rejected(await rename(`${long}${'a'.repeat(more)}`), `a name of ${255 + more} characters is refused`);
      }
    });
  },
);

test(
  'a native description has up to 1024 characters',
  proves('glance-update-image.description-length'),
  async ({ native, subject, forAll, judge }) => {
    await forAll(descriptionText(imageLimits.description), async (text) => {
      for (const format of patchFormats) {
        // That an add replaces is said of format 2.1 alone.
        const op = format === '2.0' ? 'replace' : 'add';
        const redescribe = (value: string) => native.patchAs(format, subject, { op, path: '/__description', value });
        taken(judge, format, await redescribe(text), 'a description of 1024 characters is accepted');
        judge.rejected(await redescribe(`${text}a`), 'a description of 1025 characters is refused');
      }
    });
  },
);

test(
  'a native name neither begins nor ends blank',
  proves('glance-update-image.name-blanks'),
  async ({ native, subject, resources, judge }) => {
    const name = resources.uniqueName();
    for (const format of patchFormats) {
      const rename = (value: string) => native.patchAs(format, subject, { op: 'replace', path: '/name', value });
      judge.needs(await rename(`${name} a`), 'a name with a blank inside is accepted');
      judge.rejected(await rename(` ${name}`), 'a name that begins with a blank is refused');
      judge.rejected(await rename(`${name} `), 'a name that ends with a blank is refused');
    }
  },
);

test(
  'a native name has documented characters',
  proves('glance-update-image.name-characters'),
  async ({ native, subject, resources, judge }) => {
    const name = resources.uniqueName();
    for (const format of patchFormats) {
      const rename = (value: string) => native.patchAs(format, subject, { op: 'replace', path: '/name', value });
      taken(judge, format, await rename(`${name} ${everyKind}`), 'a name of documented characters is accepted');
      for (const odd of forbiddenInNames) {
        judge.rejected(await rename(`${name}${odd}a`), `a name with ${odd} is refused`);
      }
    }
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
        const old = (value: string) => native.patchOld(subject, { replace: '/name', value });
        judge.needs(await old(one), 'in format 2.0, a name of one character is accepted');
        judge.rejected(await old(''), 'in format 2.0, an empty name is refused');
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
    const old = (value: string) => native.patchOld(subject, { replace: '/__description', value });
    judge.needs(await old('of one line'), 'in format 2.0, a description without them is accepted');
    for (const odd of forbiddenInDescriptions) {
      const [, middle = ''] = withInserted('of one line', odd);
      judge.rejected(await old(middle), `in format 2.0, a description with ${JSON.stringify(odd)} is refused`);
    }
  },
);

test(
  'a description can be natively removed',
  proves('glance-update-image.removals'),
  async ({ native, images, subject, judge }) => {
    for (const format of patchFormats) {
      await native.given(subject, { zz_word: 'a', __description: 'to be removed' });
      const remove = (property: string) => native.patchAs(format, subject, { op: 'remove', path: `/${property}` });
      judge.needs(await remove('zz_word'), `in format ${format}, a property of the user's is removed`);
      const exchange = judge.accepted(await remove('__description'), `in format ${format}, a description is removed`);
      const { __description: left } = await images.settled(subject, (view) => !view.__description);
      judge.equal(left ?? '', '', 'the description', { exchange });
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

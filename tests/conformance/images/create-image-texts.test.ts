import {
  descriptionText,
  everyKind,
  forbiddenInDescriptions,
  forbiddenInNames,
  fourCharacters,
  imageLimits,
  nameText,
  withInserted,
} from '../../../fixtures/arbitraries/image-texts.js';
import { test } from '../../../fixtures/image-test.js';
import { fc, proves } from '../../../fixtures/index.js';

/* Every accepted neighbour makes an image by a job, so it is sent once a test; what is refused costs nothing. */

test(
  'a name has up to 128 characters',
  proves('create-image.name-length'),
  async ({ maker, resources, forAll, judge }) => {
    const start = resources.uniqueName();
    const full = `${start}-`.padEnd(imageLimits.name, fourCharacters);
    const { exchange } = await maker.send(maker.body({ name: full }));
    judge.accepted(exchange, 'a name of 128 characters is accepted');
    await forAll(fc.tuple(nameText(imageLimits.name), fc.integer({ min: 1, max: 200 })), async ([text, more]) => {
      for (const name of [`${text}a`, text + 'a'.repeat(more)]) {
        const refused = await maker.send(maker.body({ name }));
        judge.rejected(refused.exchange, `a name of ${name.length} characters is refused`);
      }
    });
  },
);

test(
  'a name neither begins nor ends blank',
  proves('create-image.name-blanks'),
  async ({ maker, resources, judge }) => {
    const name = `${resources.uniqueName()} with  blanks`;
    const { exchange } = await maker.send(maker.body({ name }));
    judge.accepted(exchange, 'a name with blanks inside is accepted');
    for (const wrong of [` ${name}`, `${name} `, ` ${name} `, `  ${name}`]) {
      const refused = await maker.send(maker.body({ name: wrong }));
      judge.rejected(refused.exchange, `the name ${JSON.stringify(wrong)} is refused`);
    }
  },
);

test(
  'a name holds none but documented characters',
  proves('create-image.name-characters'),
  async ({ maker, resources, judge }) => {
    const name = `${resources.uniqueName()} ${everyKind}`;
    const { exchange } = await maker.send(maker.body({ name }));
    judge.accepted(exchange, 'a name with every kind of documented character is accepted');
    for (const odd of forbiddenInNames) {
      for (const wrong of withInserted(name, odd)) {
        const refused = await maker.send(maker.body({ name: wrong }));
        judge.rejected(refused.exchange, `a name with "${odd}" is refused`);
      }
    }
  },
);

test(
  'a description has up to 1024 characters',
  proves('create-image.description-length'),
  async ({ maker, forAll, judge }) => {
    const full = fourCharacters.repeat(imageLimits.description / 4);
    const { exchange } = await maker.send(maker.body({ description: full }));
    judge.accepted(exchange, 'a description of 1024 characters is accepted');
    const longer = fc.tuple(descriptionText(imageLimits.description), fc.integer({ min: 1, max: 1100 }));
    await forAll(longer, async ([text, more]) => {
      for (const description of [`${text}a`, text + 'a'.repeat(more)]) {
        const refused = await maker.send(maker.body({ description }));
        judge.rejected(refused.exchange, `a description of ${description.length} characters is refused`);
      }
    });
  },
);

test(
  'a description holds no bracket or break',
  proves('create-image.description-characters'),
  async ({ maker, judge }) => {
    const description = `ims conformance, ${fourCharacters} 0-9_.`;
    const { exchange } = await maker.send(maker.body({ description }));
    judge.accepted(exchange, 'a description without them is accepted');
    for (const odd of forbiddenInDescriptions) {
      const [first, middle, last] = withInserted(description, odd) as [string, string, string];
      for (const wrong of odd.trim() ? [first, middle, last] : [middle]) {
        const refused = await maker.send(maker.body({ description: wrong }));
        judge.rejected(refused.exchange, `a description with ${JSON.stringify(odd)} is refused`);
      }
    }
  },
);

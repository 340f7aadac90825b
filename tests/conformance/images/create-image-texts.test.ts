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
import { isTakenInFull } from '../../../fixtures/creation/creation-checks.js';
import type { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { test as base } from '../../../fixtures/creation/creation-test.js';
import { fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';

/* Every accepted neighbour makes an image by a job, so it is sent once a test; what is refused costs nothing. */

const test = base.extend<{ file: CreationForm }>({
  file: async ({ form }, use) => {
    await use(form('CreateImage', ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 })));
  },
});

test(
  'a name has up to 128 characters',
  proves('create-image.name-length'),
  async ({ file, images, resources, forAll }) => {
    const full = `${resources.uniqueName()}-`.padEnd(imageLimits.name, fourCharacters);
    await isTakenInFull(file, images, { name: full }, 'a name of 128 characters');
    await forAll(fc.tuple(nameText(imageLimits.name), fc.integer({ min: 1, max: 200 })), async ([text, more]) => {
      for (const name of [`${text}a`, text + 'a'.repeat(more)]) {
        await file.refuses({ name }, `a name of ${name.length} characters`);
      }
    });
  },
);

test(
  'a name neither begins nor ends blank',
  proves('create-image.name-blanks'),
  async ({ file, images, resources }) => {
    const name = `${resources.uniqueName()} with  blanks`;
    const plain = await file.prepares();
    const { name: kept } = await images.settled(plain, (view) => view.name === plain.name);
    if (kept !== plain.name) throw new Unjudged(`The name "${plain.name}" without blanks becomes "${kept}".`);
    await isTakenInFull(file, images, { name }, 'a name with blanks inside');
    for (const wrong of [` ${name}`, `${name} `, ` ${name} `, `  ${name}`]) {
      await file.refuses({ name: wrong }, `the name ${JSON.stringify(wrong)}`);
    }
  },
);

test(
  'a name holds none but documented characters',
  proves('create-image.name-characters'),
  async ({ file, images, resources }) => {
    const name = `${resources.uniqueName()} ${everyKind}`;
    await isTakenInFull(file, images, { name }, 'a name with every kind of documented character');
    for (const odd of forbiddenInNames) {
      for (const wrong of withInserted(name, odd)) await file.refuses({ name: wrong }, `a name with "${odd}"`);
    }
  },
);

test(
  'a description has up to 1024 characters',
  proves('create-image.description-length'),
  async ({ file, images, forAll }) => {
    const full = fourCharacters.repeat(imageLimits.description / 4);
    const shown = { __description: full };
    await isTakenInFull(file, images, { description: full }, 'a description of 1024 characters', shown);
    const longer = fc.tuple(descriptionText(imageLimits.description), fc.integer({ min: 1, max: 1100 }));
    await forAll(longer, async ([text, more]) => {
      for (const description of [`${text}a`, text + 'a'.repeat(more)]) {
        await file.refuses({ description }, `a description of ${description.length} characters`);
      }
    });
  },
);

test(
  'a description holds no bracket or break',
  proves('create-image.description-characters'),
  async ({ file, images }) => {
    const description = `ims conformance, ${fourCharacters} 0-9_.`;
    const shown = { __description: description };
    await isTakenInFull(file, images, { description }, 'a description without them', shown);
    for (const odd of forbiddenInDescriptions) {
      const [first, middle, last] = withInserted(description, odd) as [string, string, string];
      for (const wrong of odd.trim() ? [first, middle, last] : [middle]) {
        await file.refuses({ description: wrong }, `a description with ${JSON.stringify(odd)}`);
      }
    }
  },
);

import {
  beyondBasicPlane,
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
import { test as base } from '../../../fixtures/images/image-test.js';
import { fc, proves } from '../../../fixtures/index.js';

/** Replaces a property of the active image. */
type Replace = (value: string) => Promise<Exchange>;

const test = base.extend<{ rename: Replace; redescribe: Replace }>({
  rename: async ({ images, active }, use) => {
    await use((value) => images.patch(active, { op: 'replace', path: '/name', value }));
  },
  redescribe: async ({ images, active }, use) => {
    await use((value) => images.patch(active, { op: 'add', path: '/__description', value }));
  },
});

test(
  'a name has 1 to 128 characters',
  proves('update-image.name-length'),
  async ({ rename, resources, forAll, judge }) => {
    const start = resources.uniqueName();
    const room = imageLimits.name - start.length;
    await forAll(
      fc.tuple(rareCharacter(), nameText(room), fc.integer({ min: 1, max: 130 })),
      async ([one, rest, more]) => {
        judge.accepted(await rename(one), 'a name of 1 character is accepted');
        judge.accepted(await rename(start + rest), 'a name of 128 characters is accepted');
        judge.rejected(await rename(`${start}${rest}a`), 'a name of 129 characters is refused');
        judge.rejected(
          await rename(`${start}${rest}${'a'.repeat(more)}`),
          `a name of ${128 + more} characters is refused`,
        );
      },
    );
    judge.rejected(await rename(''), 'an empty name is refused');
  },
);

test(
  'a name neither begins nor ends blank',
  proves('update-image.name-blanks'),
  async ({ rename, resources, forAll, judge }) => {
    const start = resources.uniqueName();
    await forAll(fc.tuple(fc.constantFrom(' ', '  '), nameText(8)), async ([blank, rest]) => {
      const name = `${start}${blank}${rest}`;
      judge.needs(await rename(name), 'a name with blanks inside is accepted');
      judge.rejected(await rename(blank + name), 'a name that begins with a blank is refused');
      judge.rejected(await rename(name + blank), 'a name that ends with a blank is refused');
    });
  },
);

test(
  'a name holds none but documented characters',
  proves('update-image.name-characters'),
  async ({ rename, resources, judge }) => {
    const name = `${resources.uniqueName()} ${everyKind}`;
    judge.accepted(await rename(name), 'a name with every kind of documented character is accepted');
    for (const odd of forbiddenInNames) {
      for (const wrong of withInserted(name, odd))
        judge.rejected(await rename(wrong), `a name with "${odd}" is refused`);
    }
  },
);

test(
  'a description has up to 1024 characters',
  proves('update-image.description-length'),
  async ({ redescribe, forAll, judge }) => {
    await forAll(
      fc.tuple(descriptionText(imageLimits.description), fc.integer({ min: 2, max: 1100 })),
      async ([text, more]) => {
        judge.accepted(await redescribe(text), 'a description of 1024 characters is accepted');
        judge.rejected(await redescribe(`${text}a`), 'a description of 1025 characters is refused');
        judge.rejected(
          await redescribe(text + 'a'.repeat(more)),
          `a description of ${1024 + more} characters is refused`,
        );
      },
    );
  },
);

test(
  'a description holds no bracket or break',
  proves('update-image.description-characters'),
  async ({ redescribe, forAll, judge }) => {
    await forAll(fc.integer({ min: 2, max: 200 }).chain(descriptionText), async (text) => {
      judge.needs(await redescribe(text), 'a description without them is accepted');
      for (const odd of forbiddenInDescriptions) {
        // A break at the very end or beginning is left out: a service may cut blanks off before it looks.
        const [first, middle, last] = withInserted(text, odd) as [string, string, string];
        for (const wrong of odd.trim() ? [first, middle, last] : [middle]) {
          judge.rejected(await redescribe(wrong), `a description with ${JSON.stringify(odd)} is refused`);
        }
      }
    });
  },
);

test(
  'characters beyond the basic plane are noted',
  proves('update-image.beyond-basic-plane'),
  async ({ redescribe, images, active, judge }) => {
    const { status } = (await redescribe(beyondBasicPlane)).response;
    const { __description: shown } = await images.settled(active, (view) => view.__description === beyondBasicPlane);
    const kept = shown === beyondBasicPlane ? 'is kept' : `is shown as ${JSON.stringify(shown)}`;
    judge.observe(`A description with characters beyond the basic plane is answered ${status} and ${kept}.`);
  },
);

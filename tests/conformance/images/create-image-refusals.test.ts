import { randomBytes } from 'node:crypto';
import { tagLimits, tagsOfOddCharacters } from '../../../fixtures/arbitraries/tags.js';
import { test as base } from '../../../fixtures/image-test.js';
import { imagesOf } from '../../../fixtures/image-view.js';
import { fc, proves } from '../../../fixtures/index.js';
import { readUntil } from '../../../fixtures/read-until.js';

/** Sends the accepted body with changes, and judges that it is accepted, or refused. */
type Send = (changes: Record<string, unknown>, what: string) => Promise<void>;

const test = base.extend<{ accepts: Send; refuses: Send }>({
  accepts: async ({ maker, judge }, use) => {
    await use(async (changes, what) => {
      judge.accepted((await maker.send(maker.body(changes))).exchange, `${what} is accepted`);
    });
  },
  refuses: async ({ maker, judge }, use) => {
    await use(async (changes, what) => {
      judge.rejected((await maker.send(maker.body(changes))).exchange, `${what} is refused`);
    });
  },
});

const tag = { key: 'purpose', value: 'test' };

test('tags come in one form only', proves('create-image.tags-exclusive'), async ({ accepts, refuses }) => {
  await accepts({ image_tags: [tag] }, 'a body with image_tags');
  await refuses({ image_tags: [tag], tags: ['purpose.test'] }, 'a body with both forms of the same tag');
  await refuses({ image_tags: [tag], tags: ['other.test'] }, 'a body with both forms of two tags');
});

test('a name is needed', proves('create-image.name-required'), async ({ accepts, refuses }) => {
  await accepts({}, 'a body with a name');
  await refuses({ name: undefined }, 'a body without name');
});

test('an import needs a minimum disk', proves('create-image.min-disk-required'), async ({ accepts, refuses }) => {
  await accepts({}, 'a body with min_disk');
  await refuses({ min_disk: undefined }, 'a body without min_disk');
});

test(
  'a minimum disk lies within its range',
  proves('create-image.min-disk-range'),
  async ({ accepts, refuses, forAll }) => {
    for (const size of [40, 1024]) await accepts({ min_disk: size }, `a minimum disk of ${size} GB`);
    const outside = fc.oneof(
      fc.constantFrom(0, -1, 1025, 2048, 2 ** 31 - 1),
      fc.integer({ min: -1000, max: 0 }),
      fc.integer({ min: 1025, max: 100_000 }),
    );
    const refused = (size: number) => refuses({ min_disk: size }, `a minimum disk of ${size} GB`);
    await forAll(outside, refused, { examples: [0, 1025] });
  },
);

test('a file is named by bucket and key', proves('create-image.image-url'), async ({ maker, accepts, refuses }) => {
  const [bucket = '', ...key] = maker.settings.file.split(':');
  await accepts({}, 'an address of the form bucket:key');
  for (const url of [key.join(':'), bucket, `${bucket}:`, `:${key.join(':')}`, ':', `${bucket}/${key.join(':')}`, '']) {
    await refuses({ image_url: url }, `the address "${url}"`);
  }
});

test('an undocumented type is refused', proves('create-image.type'), async ({ accepts, refuses, forAll }) => {
  await accepts({ type: 'ECS' }, 'the type "ECS"');
  const word = fc.stringMatching(/^[A-Za-z]{2,12}$/);
  const known = ['ecs', 'bms', 'fusioncompute', 'ironic', 'isoimage', 'dataimage'];
  await forAll(
    word.filter((type) => !known.includes(type.toLowerCase())),
    (type) => refuses({ type }, `the type "${type}"`),
  );
});

test('a wrong tag is refused', proves('create-image.tag-rules'), async ({ accepts, refuses, session }) => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ key: `key${at}`, value: 'v'.repeat(tagLimits.value) }));
  const [first, ...others] = many(tagLimits.tags);
  await accepts({ image_tags: [{ ...first, key: 'k'.repeat(tagLimits.key) }, ...others] }, 'the longest and most tags');
  const wrong = [
    [{ ...tag, key: 'k'.repeat(tagLimits.key + 1) }],
    [{ ...tag, value: 'v'.repeat(tagLimits.value + 1) }],
    [{ ...tag, key: '' }],
    many(tagLimits.tags + 1),
    ...tagsOfOddCharacters(session.profile.name).map((odd) => [odd]),
  ];
  for (const tags of wrong) await refuses({ image_tags: tags }, `a body with the tags ${JSON.stringify(tags)}`);
});

test('a tag has a key and a value', proves('create-image.tag-members'), async ({ accepts, refuses }) => {
  await accepts({ image_tags: [tag] }, 'a tag with key and value');
  for (const half of [{ key: 'purpose' }, { value: 'test' }, {}]) {
    await refuses({ image_tags: [half] }, `the tag ${JSON.stringify(half)}`);
  }
});

test('an absent file makes no image', proves('create-image.absent-file'), async ({ ims, maker, images, judge }) => {
  const [bucket] = maker.settings.file.split(':');
  const body = maker.body({ image_url: `${bucket}:ims-conformance-${randomBytes(8).toString('hex')}.qcow2` });
  const { exchange, job } = await maker.send(body);
  if (job) judge.equal(job.status, 'FAIL', 'the end of the job');
  else judge.rejected(exchange, 'a file that does not exist is refused');
  const left = await readUntil(
    async () => imagesOf(await ims.call('ListImages', { query: { name: body.name } })),
    (found) => found.length === 0,
    images.patience.deletionSeconds,
  );
  judge.equal(
    left.map(({ id }) => id),
    [],
    `the images named "${body.name}"`,
  );
});

test('a source is needed', proves('create-image.source-required'), async ({ maker, accepts, refuses }) => {
  if (maker.settings.file) await accepts({}, 'a body that names a file');
  await refuses({ image_url: undefined }, 'a body that names no source');
  await refuses({ image_url: undefined, min_disk: undefined }, 'a body with a name alone');
});

import type { OwnImage } from '../../../fixtures/books/resources.js';
import { test } from '../../../fixtures/images/image-test.js';
import { fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';

test(
  'images made at once are all there',
  proves('parallel-calls.creations'),
  async ({ ims, resources, images, listing, forAll, judge }) => {
    await forAll(
      fc.integer({ min: 2, max: 5 }),
      async (number) => {
        await resources.release();
        const made = await Promise.all(Array.from({ length: number }, () => resources.queuedImage(ims)));
        judge.equal(new Set(made.map(({ id }) => id)).size, number, 'the number of different ids');
        for (const image of made) {
          judge.equal((await images.settled(image, ({ name }) => name === image.name)).name, image.name, 'the name');
          await listing.expect({ name: image.name }, { holds: [image], fits: ({ id }) => id === image.id });
        }
      },
      { weight: 0.3 },
    );
  },
);

test('jobs at once make an image each', proves('parallel-calls.jobs'), async ({ maker, images, listing, judge }) => {
  const makings = await Promise.all([1, 2, 3].map(() => maker.send(maker.body())));
  if (makings.some(({ job }) => job?.status !== 'SUCCESS')) {
    const alone = await maker.send(maker.body());
    if (alone.job?.status !== 'SUCCESS') throw new Unjudged(`A job alone ends ${alone.job?.status} as well.`);
  }
  // No page says that calls at the same time may not get into each other's way.
  const accepted = makings.filter(({ exchange }) => exchange.response.status < 400);
  const [first] = accepted.length > 0 ? accepted : makings;
  if (first) judge.accepted(first.exchange, 'one of the creations at the same time is accepted');
  const made = accepted.map(({ exchange, job, image }) => {
    judge.succeeded(job, 'the end of the job', { exchange });
    judge.that(image !== undefined, 'an image id in the entities of the job', JSON.stringify(job), { exchange });
    return image ?? { id: '', name: '' };
  });
  judge.equal(new Set(made.map(({ id }) => id)).size, made.length, 'the number of different ids');
  const shown = (image: OwnImage) => images.settled(image, ({ name }) => name === image.name);
  for (const image of made) {
    const { name } = await shown(image);
    if (name !== image.name) {
      const { image: alone } = await maker.send(maker.body());
      if (alone && (await shown(alone)).name !== alone.name)
        throw new Unjudged(`An image made alone is not named "${alone.name}" either.`);
    }
    judge.equal(name, image.name, 'the name');
    await listing.expect({ name: image.name }, { holds: [image], fits: ({ id }) => id === image.id });
  }
});

import { isDeepStrictEqual } from 'node:util';
import { descriptionText, fourCharacters, richDescription } from '../../../fixtures/arbitraries/image-texts.js';
import { tagTextSet } from '../../../fixtures/arbitraries/tags.js';
import { jsonOf } from '../../../fixtures/exchange.js';
import { test } from '../../../fixtures/images/image-test.js';
import { fc, proves } from '../../../fixtures/index.js';
import { showing } from '../../../fixtures/jobs/job-watch.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';

test('a made image comes from a job', proves('create-image.job'), async ({ ims, maker, images, listing, judge }) => {
  const body = maker.body();
  const exchange = judge.status(await maker.start(body), 200);
  const { job_id: jobId } = (jsonOf(exchange) ?? {}) as { job_id?: string };
  judge.that(typeof jobId === 'string' && jobId !== '', 'the id of a job', JSON.stringify(jobId), { exchange });
  const { consistencySeconds } = images.patience;
  judge.accepted((await showing(ims, 'ShowJob', jobId as string, consistencySeconds)).exchange, 'the job is shown');
  const { job, image } = await maker.finish(jobId as string, body.name);
  judge.succeeded(job, 'the end of the job');
  judge.that(image !== undefined, 'an image id in the entities of the job', JSON.stringify(job?.entities));
  const { name, status, owner, visibility, __imagetype, __description } = await images.settled(
    image as { id: string },
    (view) => view.status === 'active',
  );
  judge.equal([status, owner], ['active', ims.projectId], 'state and owner of the image');
  judge.equal([visibility, __imagetype], ['private', 'private'], 'whose image it is');
  judge.equal(__description ?? '', '', 'the description that nobody asked for');
  // The letters of a name are another rule's matter; another name altogether is another image.
  judge.equal(name?.toLowerCase(), body.name.toLowerCase(), 'the name of the image, whatever the case of its letters');
  if (name !== body.name) throw new Unjudged(`The image is named "${name}": it is not found by the name asked for.`);
  const made = { id: image?.id ?? '', name: body.name };
  await listing.expect({ name: body.name }, { holds: [made], fits: (listed) => listed.id === made.id });
});

test(
  'a made image has what was asked for',
  proves('create-image.properties'),
  async ({ maker, resources, images, forAll, judge }) => {
    const asked = fc.record({
      ending: fc.constantFrom('', ` ${fourCharacters}_a.B-1`),
      description: fc
        .integer({ min: 1, max: 200 })
        .chain(descriptionText)
        .map((text) => text + richDescription),
      min_disk: fc.integer({ min: 100, max: 1024 }),
      min_ram: fc.integer({ min: 1, max: 64 }).map((gigabytes) => gigabytes * 1024),
      max_ram: fc.integer({ min: 65, max: 128 }).map((gigabytes) => gigabytes * 1024),
    });
    const kept = ['min_disk', 'min_ram', 'max_ram', '__description', 'name'] as const;
    // Sizes come as numbers or as texts.
    const texts = (view: object) => kept.map((name) => `${name} ${(view as Record<string, unknown>)[name]}`);
    await forAll(
      asked,
      async ({ ending, ...rest }) => {
        await resources.release();
        const body = maker.body({ ...rest, name: `${resources.uniqueName()}${ending}` });
        const { exchange, image } = await maker.send(body);
        judge.needs(exchange);
        const documented = texts({ ...body, __description: rest.description });
        const view = await images.settled(image ?? { id: '' }, (shown) => isDeepStrictEqual(texts(shown), documented));
        judge.equal(texts(view), documented, 'the image');
      },
      { weight: 0.1 },
    );
  },
);

test(
  'a made image has its tags',
  proves('create-image.tags'),
  async ({ maker, resources, tags, forAll, judge, session }) => {
    await forAll(
      tagTextSet(session.profile, { max: 7 }),
      async (asked) => {
        await resources.release();
        const forms = {
          tags: Object.entries(asked).map(([key, value]) => `${key}.${value}`),
          image_tags: Object.entries(asked).map(([key, value]) => ({ key, value })),
        };
        for (const [form, list] of Object.entries(forms)) {
          const { exchange, image } = await maker.send(maker.body({ [form]: list }));
          judge.accepted(exchange, `a body with ${form} is accepted`);
          judge.equal(await tags.settled(image ?? { id: '' }, asked), asked, `the tags given as ${form}`);
        }
      },
      { weight: 0.07 },
    );
  },
);

test('a made image has no other tags', proves('create-image.untagged'), async ({ maker, tags, judge }) => {
  const { exchange, image } = await maker.send(maker.body());
  judge.accepted(exchange, 'a body without tags is accepted');
  judge.equal(await tags.settled(image ?? { id: '' }, {}), {}, 'the tags, none asked for');
});

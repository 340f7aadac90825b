import { isDeepStrictEqual } from 'node:util';
import { descriptionText } from '../../../fixtures/arbitraries/image-texts.js';
import {
  descriptionsHaveLimits,
  isMadeAsAsked,
  nameIsNeeded,
  namesHaveLimits,
  namesHoldDocumentedCharacters,
} from '../../../fixtures/creation/creation-checks.js';
import { judgeCopiesAtOnce } from '../../../fixtures/creation/cross-region-burst.js';
import { test } from '../../../fixtures/creation/cross-region-test.js';
import { namesNoBackup } from '../../../fixtures/images/names-no-backup.js';
import { ownedFacts } from '../../../fixtures/images/owned-facts.js';
import { fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';

const rule = (name: string) => proves(`copy-image-cross-region.${name}`);

test('a copy appears in the other region', rule('job'), async ({ copy, copies, elsewhere, judge }) => {
  const body = copy.body();
  const { exchange, job } = await copy.accepts(body, 'a copy to another region');
  judge.status(exchange, 200);
  judge.equal(job?.status, 'SUCCESS', 'the end of the job');
  const [image] = await copies.copies(String(body.name));
  judge.that(image !== undefined, `an image ${body.name} in the other region`, 'there is none');
  const facts = [image?.status, image?.owner, image?.visibility];
  judge.equal(facts, ['active', elsewhere.projectId, 'private'], 'state, owner and visibility of the copy');
});

test('the job names the copy', rule('job-image'), async ({ copy, copies, judge }) => {
  const body = copy.body();
  const { job } = await copy.accepts(body, 'a copy to another region');
  const [image] = await copies.copies(String(body.name));
  if (!image) throw new Unjudged(`No image ${body.name} appears in the other region.`);
  judge.equal(job?.entities?.image_id, image.id, 'the image that the job names');
});

test('a copy is another image', rule('new-image'), async ({ ims, resources, copyOf, images, listing, judge }) => {
  // Of its own: what another test wrote last may not be seen yet.
  const source = await resources.activeImage(ims);
  const before = ownedFacts(await images.settled(source, (view) => view.status === 'active'));
  const copy = copyOf(source);
  const body = copy.body();
  const image = await copy.makes(body);
  judge.that(image.id !== source.id, 'an id other than that of the source', source.id);
  const after = await images.settled(source, (view) => isDeepStrictEqual(ownedFacts(view), before));
  judge.equal(ownedFacts(after), before, 'the source');
  const { images: here } = await listing.page({ name: String(body.name) });
  judge.equal(here.length, 0, 'images of that name in the region of the source');
});

test('a copy elsewhere is like its source', rule('same-disk'), async ({ ims, resources, copyOf, images, there }) => {
  const source = await resources.activeImage(ims, { min_disk: 57, os_version: 'CentOS 7.3 64bit' });
  const { min_disk, __os_version, __os_type } = await images.settled(source, (view) => view.status === 'active');
  await isMadeAsAsked(copyOf(source), there, {}, { min_disk, __os_version, __os_type });
});

test(
  'a copy elsewhere is for the same servers',
  rule('same-kind'),
  async ({ ims, resources, copyOf, images, there }) => {
    for (const type of ['ECS', 'BMS']) {
      const source = await resources.activeImage(ims, { type });
      const { virtual_env_type, hw_firmware_type } = await images.given(source, { hw_firmware_type: 'uefi' });
      await isMadeAsAsked(copyOf(source), there, {}, { virtual_env_type, hw_firmware_type });
    }
  },
);

test('a copy elsewhere names no backup', rule('plain'), async ({ copy, there, judge }) => {
  namesNoBackup(judge, await there.show(await copy.prepares()));
});

test('a data disk image is copied elsewhere as one', rule('data-image'), async ({ form, copyOf, images, there }) => {
  const data = form('CreateDataImage', ({ objects }) => ({ image_url: objects.qcow2, min_disk: 57 }));
  const source = await data.prepares();
  const { min_disk } = await images.settled(source, (view) => view.status === 'active');
  await isMadeAsAsked(copyOf(source), there, {}, { virtual_env_type: 'DataImage', min_disk });
});

test('a copy elsewhere is named as asked', rule('properties'), async ({ copy, there, resources, forAll }) => {
  const texts = fc.integer({ min: 1, max: 100 }).chain(descriptionText);
  await forAll(
    texts,
    async (description) => {
      await resources.release();
      const name = resources.uniqueName();
      await isMadeAsAsked(copy, there, { name, description }, { name, __description: description });
    },
    { weight: 0.1 },
  );
});

test(
  'a copy elsewhere inherits no description',
  rule('no-description'),
  async ({ ims, resources, copyOf, there, judge }) => {
    const source = await resources.activeImage(ims, { description: 'of the source' });
    for (const description of [undefined, '']) {
      const made = await copyOf(source).makes({ description });
      const view = await there.settled(made, ({ __description: text }) => (text ?? '') === '');
      judge.equal(view.__description ?? '', '', 'the description of the copy');
    }
  },
);

test('a copy elsewhere needs a name', rule('name-required'), async ({ copy }) => {
  await nameIsNeeded(copy);
});

test('the name of a copy elsewhere has limits', rule('name-length'), async ({ copy, there }) => {
  await namesHaveLimits(copy, there);
});

test('a copy elsewhere has documented characters', rule('name-characters'), async ({ copy, there }) => {
  await namesHoldDocumentedCharacters(copy, there);
});

test('the description of a copy elsewhere has limits', rule('description-rules'), async ({ copy, there }) => {
  await descriptionsHaveLimits(copy, there);
});

test('a broken body copies nothing', rule('malformed'), async ({ copy, images, there }) => {
  await copy.refusesBroken('a copy elsewhere', images, there);
});

test('a copy elsewhere has documented types', rule('types'), async ({ copy }) => {
  await copy.needs({}, 'a body of strings');
  for (const member of ['name', 'description', 'region', 'project_name', 'agency_name'])
    await copy.comesToNothing({ [member]: {} }, `an object as ${member}`);
});

test('five copies at a time and no more', rule('five-at-once'), async ({ copy, copies, active, judge, session }) => {
  const { jobSeconds: seconds } = session.configuration.timeouts;
  await judgeCopiesAtOnce(copy, { desk: copies, judge, path: { image_id: active.id }, most: 5, seconds });
});

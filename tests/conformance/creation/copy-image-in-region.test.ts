import { isDeepStrictEqual } from 'node:util';
import { descriptionText } from '../../../fixtures/arbitraries/image-texts.js';
import type { OwnImage } from '../../../fixtures/books/resources.js';
import { test } from '../../../fixtures/creation/copy-test.js';
import {
  descriptionsHaveLimits,
  isMadeAsAsked,
  nameIsNeeded,
  namesHaveLimits,
  namesHoldDocumentedCharacters,
} from '../../../fixtures/creation/creation-checks.js';
import { noEnterpriseProject } from '../../../fixtures/creation/enterprise-project-checks.js';
import { absentKeyIsRefused } from '../../../fixtures/creation/key-checks.js';
import { ownedFacts } from '../../../fixtures/images/owned-facts.js';
import { fc, proves } from '../../../fixtures/index.js';

const rule = (name: string) => proves(`copy-image-in-region.${name}`);

test('a copy is another image from a job', rule('job'), async ({ ims, resources, copyOf, images, judge }) => {
  // Of its own: what another test wrote last may not be seen yet.
  const source = await resources.activeImage(ims);
  const before = ownedFacts(await images.settled(source, (view) => view.status === 'active'));
  const { exchange, job, images: made } = await copyOf(source).accepts({}, 'a copy of an active image');
  judge.status(exchange, 200);
  judge.equal(job?.status, 'SUCCESS', 'the end of the job');
  judge.that(made.length === 1, 'one image in the entities of the job', JSON.stringify(job?.entities));
  judge.that(made[0]?.id !== source.id, 'an id other than that of the source', source.id);
  const view = await images.settled(made[0] as OwnImage, ({ status }) => status === 'active');
  const facts = [view.status, view.owner, view.visibility, view.__imagetype];
  judge.equal(facts, ['active', ims.projectId, 'private', 'private'], 'state, owner, visibility and type of the copy');
  const after = await images.settled(source, (view) => isDeepStrictEqual(ownedFacts(view), before));
  judge.equal(ownedFacts(after), before, 'the source');
});

test('a copy is like its source', rule('same-disk'), async ({ ims, resources, copyOf, images }) => {
  const source = await resources.activeImage(ims, { min_disk: 57, os_version: 'CentOS 7.3 64bit' });
  const { min_disk, __os_version, __os_type } = await images.settled(source, (view) => view.status === 'active');
  await isMadeAsAsked(copyOf(source), images, {}, { min_disk, __os_version, __os_type });
});

test('a copy is for the servers of its source', rule('same-kind'), async ({ ims, resources, copyOf, images }) => {
  for (const type of ['ECS', 'BMS']) {
    const source = await resources.activeImage(ims, { type });
    const { virtual_env_type, hw_firmware_type } = await images.given(source, { hw_firmware_type: 'uefi' });
    await isMadeAsAsked(copyOf(source), images, {}, { virtual_env_type, hw_firmware_type });
  }
});

test('a data disk image is copied as one', rule('data-image'), async ({ form, copyOf, images }) => {
  const data = form('CreateDataImage', ({ objects }) => ({ image_url: objects.qcow2, min_disk: 57 }));
  const source = await data.prepares();
  const { min_disk } = await images.settled(source, (view) => view.status === 'active');
  await isMadeAsAsked(copyOf(source), images, {}, { virtual_env_type: 'DataImage', min_disk });
});

test('a copy is named and described as asked', rule('properties'), async ({ copy, images, resources, forAll }) => {
  const texts = fc.integer({ min: 1, max: 100 }).chain(descriptionText);
  await forAll(
    texts,
    async (description) => {
      await resources.release();
      const name = resources.uniqueName();
      await isMadeAsAsked(copy, images, { name, description }, { name, __description: description });
    },
    { weight: 0.1 },
  );
});

test('a copy inherits no description', rule('no-description'), async ({ ims, resources, copyOf, images, judge }) => {
  const source = await resources.activeImage(ims, { description: 'of the source' });
  await images.settled(source, ({ __description }) => __description === 'of the source');
  for (const description of [undefined, '']) {
    const made = await copyOf(source).makes({ description });
    const view = await images.settled(made, ({ __description: text }) => (text ?? '') === '');
    judge.equal(view.__description ?? '', '', 'the description of the copy');
  }
});

test('a copy is of the default enterprise project', rule('enterprise-project'), async ({ copy, images, session }) => {
  for (const enterprise_project_id of noEnterpriseProject(session.profile)) {
    await isMadeAsAsked(copy, images, { enterprise_project_id }, { enterprise_project_id: '0' });
  }
});

test('a copy can be encrypted', rule('encrypted'), async ({ copy, images, provided }) => {
  await isMadeAsAsked(copy, images, { cmk_id: provided.cmkId }, { __system__cmkid: provided.cmkId });
});

test('an encrypted image is copied without key', rule('decrypted'), async ({ creation, keyed, judge, images }) => {
  const path = { image_id: keyed.id };
  const { exchange, images: made } = await creation.send(
    'CopyImageInRegion',
    { name: creation.resources.uniqueName() },
    undefined,
    path,
  );
  if (!made[0]) return judge.observe(`it answers ${exchange.response.status}, and there is no copy`);
  const { __system__cmkid: key } = await images.settled(made[0], (view) => view.status === 'active');
  judge.observe(key ? 'the copy has a key' : 'the copy is plain');
});

test('a copy has no key of its source', rule('same-key'), async ({ copy, copyOf, keyed, provided }) => {
  await copy.needs({ cmk_id: provided.cmkId }, 'that key for an image without one');
  await copyOf(keyed).comesToNothing({ cmk_id: provided.cmkId }, 'the key that the image already has');
});

test('an absent key encrypts no copy', rule('absent-key'), async ({ copy, provided }) => {
  await absentKeyIsRefused(copy, provided.cmkId);
});

test('a copy needs a name', rule('name-required'), async ({ copy }) => {
  await nameIsNeeded(copy);
});

test('the name of a copy has limits', rule('name-length'), async ({ copy, images }) => {
  await namesHaveLimits(copy, images);
});

test('the name of a copy has documented characters', rule('name-characters'), async ({ copy, images }) => {
  await namesHoldDocumentedCharacters(copy, images);
});

test('the description of a copy has limits', rule('description-rules'), async ({ copy, images }) => {
  await descriptionsHaveLimits(copy, images);
});

test('a copy has documented types', rule('types'), async ({ copy }) => {
  await copy.needs({ description: 'a text' }, 'a body of strings');
  const members = ['name', 'description', 'cmk_id', 'enterprise_project_id'];
  const wrong = members.flatMap((member) => [{}, ['x']].map((odd) => ({ [member]: odd })));
  for (const change of wrong) await copy.refuses(change, `a copy with ${JSON.stringify(change)}`);
});

test('a queued image is not copied', rule('not-active'), async ({ ims, resources, copy, copyOf }) => {
  await copy.needs({}, 'a copy of an active image');
  await copyOf(await resources.queuedImage(ims)).comesToNothing({}, 'a copy of a queued image');
});

test('an absent image is not copied', rule('absent-image'), async ({ copy, copyOf, forAll }) => {
  await copy.needs({}, 'a copy of an active image');
  await forAll(fc.uuid({ version: 4 }), (id) => copyOf({ id }).comesToNothing({}, 'a copy of an absent image'));
});

test("another project's image is not copied", rule('foreign-image'), async ({ copy, member }) => {
  await copy.needs({}, "the owner's copy");
  await copy.comesToNothing({}, "another project's copy", member);
});

test('a whole image is not copied', rule('whole'), async ({ form, copy, copyOf }) => {
  await copy.needs({}, 'a copy of a system disk image');
  const whole = form('CreateWholeImage', ({ instanceId, vaultId }) => ({
    instance_id: instanceId,
    vault_id: vaultId,
  }));
  await copyOf(await whole.prepares()).comesToNothing({}, 'a copy of a whole image');
});

test('an image of an ISO file is not copied', rule('iso'), async ({ ims, resources, copy, copyOf, provided }) => {
  await copy.needs({}, 'a copy of a system disk image');
  const iso = { image_url: provided.objects.iso, type: 'IsoImage', os_version: 'CentOS 7.3 64bit' };
  await copyOf(await resources.activeImage(ims, iso)).comesToNothing({}, 'a copy of an ISO image');
});

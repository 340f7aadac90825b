import {
  keysStandOnce,
  outerBlanksGo,
  refusesEach,
  textWithoutDotIsKey,
} from '../../../fixtures/creation/creation-checks.js';
import { isOfNoAbsentProject } from '../../../fixtures/creation/enterprise-project-checks.js';
import { test } from '../../../fixtures/creation/whole-image-test.js';
import { mistypedIdentities } from '../../../fixtures/creation/wrong-identities.js';
import { proves } from '../../../fixtures/index.js';

// A server serves one image at a time, so these tests stay in one worker.
test.describe.configure({ mode: 'default' });

const rule = (name: string) => proves(`create-whole-image.${name}`);

test('a broken body makes no whole image', rule('malformed'), async ({ server, images }) => {
  await server.refusesBroken('a whole image', images);
});

test('a whole image has documented types', rule('types'), async ({ server }) => {
  await server.needs({ min_ram: 1024 }, 'a body of documented types');
  const wrongTexts = ['instance_id', 'vault_id', 'enterprise_project_id'].map((member) => ({ [member]: {} }));
  await refusesEach(server, [...mistypedIdentities(true), ...wrongTexts, { min_ram: [] }, { max_ram: [] }]);
});

test('blank tags of a whole image are none', rule('blank-tags'), async ({ server, tags, resources, judge }) => {
  for (const blank of [{ tags: [] }, { image_tags: [] }]) {
    const image = await server.becomes(blank, JSON.stringify(blank));
    judge.equal(await tags.settled(image, {}), {}, 'the tags, which were blank');
    await resources.release();
  }
});

test('no whole image has a key twice', rule('tag-keys'), async ({ server }) => {
  await keysStandOnce(server);
});

test('a tag of a whole image needs no dot', rule('tag-without-dot'), async ({ server, tags }) => {
  await textWithoutDotIsKey(server, tags);
});

test('outer blanks of the tags of a whole image go', rule('tag-blanks'), async ({ server, tags }) => {
  await outerBlanksGo(server, tags);
});

test('no whole image is of an absent project', rule('absent-enterprise-project'), async ({ server }) => {
  await isOfNoAbsentProject(server);
});

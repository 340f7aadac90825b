import type { Client } from '../../../fixtures/client.js';
import { test as base } from '../../../fixtures/creation/copy-test.js';
import { isMadeAsAsked, refusesEach } from '../../../fixtures/creation/creation-checks.js';
import type { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { oddNames, wrongDescriptions, wrongNames } from '../../../fixtures/creation/wrong-identities.js';
import { proves } from '../../../fixtures/index.js';

const call = 'CopyImageInRegionInSafeMode';
const test = base.extend<{ copy: CreationForm; limited: Client }>({
  copy: async ({ copyOf, active }, use) => {
    await use(copyOf(active, { call }));
  },
  limited: async ({ ims, enter }, use) => {
    const { limitedToken: token, projectId } = ims.credentials;
    await use(enter('auth.limitedToken', { token, projectId }));
  },
});
const rule = (name: string) => proves(`copy-image-in-region-in-safe-mode.${name}`);

test('the safe copy is another image', rule('job'), async ({ copy, active, images, judge }) => {
  const asked = copy.body();
  const { exchange, job, images: made } = await copy.accepts(asked, 'a copy of an active image');
  judge.status(exchange, 200);
  judge.equal(job?.status, 'SUCCESS', 'the end of the job');
  judge.that(made.length === 1, 'one image in the entities of the job', JSON.stringify(job?.entities));
  judge.that(made[0]?.id !== active.id, 'an id other than that of the source', active.id);
  const { name, status } = await images.settled(made[0] as { id: string }, (view) => view.status === 'active');
  judge.equal({ name, status }, { name: asked.name, status: 'active' }, 'the copy');
});

test('the safe copy can be encrypted', rule('encrypted'), async ({ copy, images, provided }) => {
  await isMadeAsAsked(copy, images, { cmk_id: provided.cmkId }, { __system__cmkid: provided.cmkId });
});

test('the safe copy refuses alike', rule('refuses'), async ({ copy }) => {
  await copy.needs({}, 'a body with a name');
  const name = copy.desk.resources.uniqueName();
  await refusesEach(copy, [{ name: undefined }, ...wrongNames(name), ...oddNames(name), ...wrongDescriptions()]);
});

test(
  'the safe copy takes rights to keys',
  rule('key-permission'),
  async ({ limited: client, active, keyed, copy, copyOf, images, provided }) => {
    const limited = copyOf(active, { client, call });
    await copy.needs({ cmk_id: provided.cmkId }, 'the key for a user who may use it');
    await limited.needs({}, 'a copy without a key for a user who may use none');
    await limited.makesNone({ cmk_id: provided.cmkId }, 'the key for a user who may use none', images);
    await copyOf(keyed, { client, call }).makesNone({}, 'a source with a key that the user may not use', images);
  },
);

import { isMadeAsAsked } from '../../../fixtures/creation-checks.js';
import { CreationForm } from '../../../fixtures/creation-form.js';
import { test as base } from '../../../fixtures/creation-test.js';
import { proves } from '../../../fixtures/index.js';

const test = base.extend<{ copy: CreationForm }>({
  copy: async ({ creation, judge, active: { id } }, use) => {
    await use(new CreationForm(creation, judge, 'CopyImageInRegionInSafeMode', {}, { image_id: id }));
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
  await copy.accepts({}, 'a body with a name');
  await copy.refuses({ name: undefined }, 'a body without name');
  await copy.refuses({ name: 'a'.repeat(129) }, 'a name of 129 characters');
  await copy.refuses({ description: 'a<b' }, 'a description with an angle bracket');
});

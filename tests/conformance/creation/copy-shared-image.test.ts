import { test } from '../../../fixtures/creation/copy-test.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { readNew } from '../../../fixtures/read-until.js';

const rule = (name: string) => proves(`copy-image-in-region.${name}`);

test(
  'only an accepted image is copied by its receiver',
  rule('unaccepted'),
  async ({ sharing, own, receiver, member, copyOf, session, judge }) => {
    const theirs = copyOf(own, { client: member });
    for (const state of ['pending', 'rejected']) {
      await sharing.given(own, { [receiver]: state });
      await theirs.comesToNothing({}, `a copy of an image that is ${state}`);
    }
    await sharing.given(own, { [receiver]: 'accepted' });
    const { images } = await theirs.accepts({}, 'a copy of an accepted image');
    if (!images[0]) throw new Unjudged('The job of a copy names no image.');
    const path = { image_id: images[0].id };
    const { consistencySeconds } = session.configuration;
    const exchange = await readNew(() => member.call('GlanceShowImage', { path }), consistencySeconds);
    judge.accepted(exchange, 'the copy is shown to the receiver');
  },
);

test(
  'a received image is not copied encrypted',
  rule('shared-encrypted'),
  async ({ sharing, own, receiver, member, copyOf, provided }) => {
    const theirs = copyOf(own, { client: member });
    await sharing.given(own, { [receiver]: 'accepted' });
    await theirs.needs({}, 'a copy without a key');
    await theirs.comesToNothing({ cmk_id: provided.unfit.memberKeyId }, 'a copy with a key of the receiver');
  },
);

test('a copy of a public image is observed', rule('public'), async ({ listing, copyOf, judge }) => {
  const { images } = await listing.page({ __imagetype: 'gold', status: 'active', limit: 1 });
  if (!images[0]) throw new Unjudged('There is no public image to try.');
  const { exchange, job } = await copyOf(images[0]).sends({});
  judge.observe(job ? `its job ends in ${job.status}` : `it answers ${exchange.response.status}`);
});

import type { ImageView } from '../../../fixtures/images/image-view.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { inState, isListed, receivedAs } from '../../../fixtures/sharing/sharing-checks.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

test.use({ listCall: 'GlanceListImages' });

test(
  'the queries for received images list them',
  proves('glance-list-images.received'),
  async ({ sharing, own, receiver, received, session }) => {
    const query = session.profile.readings.imageTypes === 'told' ? inState : receivedAs;
    const states = ['pending', 'accepted', 'rejected'];
    for (const state of states) {
      await sharing.given(own, { [receiver]: state });
      for (const asked of states) {
        await received.expect(query(asked), asked === state ? { holds: [own] } : { lacks: [own] });
      }
    }
  },
);

test('public images are protected', proves('glance-list-images.public-protected'), async ({ listing, judge }) => {
  const { images, exchange } = await listing.all({ __imagetype: 'gold' });
  if (images.length === 0) throw new Unjudged('No public image is listed.');
  const odd = images.find((image) => image.protected !== true);
  judge.that(!odd, 'no public image that is not protected', JSON.stringify(odd), { exchange });
});

test(
  'what was rejected is not natively listed',
  proves('glance-list-images.rejected-unlisted'),
  async ({ sharing, own, receiver, received, judge }) => {
    for (const before of ['pending', 'accepted']) {
      await sharing.given(own, { [receiver]: before });
      judge.needs(await sharing.decideOne(own, { status: 'rejected' }), 'an image is rejected');
      await sharing.needsState(own, receiver, 'rejected');
      await isListed(received, own, false);
    }
  },
);

test(
  'what was accepted is natively listed',
  proves('glance-list-images.accepted-listed'),
  async ({ sharing, own, receiver, received, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    judge.needs(await sharing.decideOne(own, { status: 'accepted' }), 'an image is accepted');
    await sharing.needsState(own, receiver, 'accepted');
    await isListed(received, own, true);
  },
);

test(
  'private images are those not shared',
  proves('glance-list-images.visibility-shared'),
  async ({ sharing, own, receiver, listing }) => {
    await sharing.given(own, {});
    await listing.expect({ visibility: 'private' }, { holds: [own] });
    await sharing.given(own, { [receiver]: 'accepted' });
    await listing.expect({ visibility: 'private' }, { lacks: [own] });
  },
);

test(
  'both names tell one enterprise project',
  proves('glance-list-images.enterprise-project-names'),
  async ({ ims, image, resources, listing, provided }) => {
    const { enterpriseProjectId: enterprise_project_id, objects } = provided;
    const named = enterprise_project_id && objects.qcow2;
    const all = named ? [image, await resources.activeImage(ims, { enterprise_project_id })] : [image];
    for (const own of all) await listing.expect({ id: own.id }, { holds: [own], fits: tellsOneProject });
  },
);

function tellsOneProject({ enterprise_project_id: one, _sys_enterprise_project_id: other }: ImageView): boolean {
  return one === undefined || other === undefined || String(one || '0') === String(other || '0');
}

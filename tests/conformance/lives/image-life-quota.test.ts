import { randomBytes } from 'node:crypto';
import { imageOf } from '../../../fixtures/images/image-view.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { QuotaWatch } from '../../../fixtures/quotas/quota-watch.js';
import { readUntil } from '../../../fixtures/read-until.js';
import { test as base } from '../../../fixtures/sharing/sharing-test.js';

/** Does something that leaves no image behind, and gives by how much the member's quota is used more afterwards. */
type Excess = (comesAndGoes: () => Promise<{ id: string }>) => Promise<number>;

/** The member's project is counted: other tests hardly make any images there. */
const test = base.extend<{ excess: Excess }>({
  excess: async ({ member, images, session }, use) => {
    const quota = new QuotaWatch(member, session.configuration.consistencySeconds);
    await use(async (comesAndGoes) => {
      const prepare = async () => ({ carryOut: comesAndGoes });
      return (await quota.difference(prepare, 0, images.patience.deletionSeconds)).used;
    });
  },
});

// Both count the same images.
test.describe.configure({ mode: 'default' });

test(
  'a copy that is deleted counts no more',
  proves('image-life.quota'),
  async ({ sharing, own, receiver, creation, member, images, resources, excess, judge }) => {
    await sharing.given(own, { [receiver]: 'accepted' });
    const copyAndDelete = async () => {
      const body = { name: resources.uniqueName() };
      const {
        images: [copy],
        job,
      } = await creation.once('CopyImageInRegion', body, member, { image_id: own.id });
      if (!copy) throw new Unjudged(`The member could not copy an image that it accepted (${job?.status}).`);
      const look = async () => imageOf(await member.call('GlanceShowImage', { path: { image_id: copy.id } }));
      const view = await readUntil(look, (seen) => seen?.status === 'active', images.patience.consistencySeconds);
      if (view?.status !== 'active') throw new Unjudged(`The copy of the member is ${view?.status} after its job.`);
      await resources.release();
      return copy;
    };
    judge.equal(await excess(copyAndDelete), 0, 'the change of used');
  },
);

test(
  'a failed job counts no image',
  proves('image-life.quota'),
  async ({ creation, member, resources, provided, excess, judge }) => {
    const [bucket] = provided.objects.qcow2?.split(':') ?? [];
    const fail = async () => {
      const image_url = `${bucket}:ims-conformance-${randomBytes(8).toString('hex')}.qcow2`;
      const body = { name: resources.uniqueName(), image_url, min_disk: 40 };
      const { job } = await creation.once('CreateImage', body, member);
      if (job?.status === 'SUCCESS') throw new Unjudged('A job makes an image of a file that is not there.');
      return { id: '' };
    };
    judge.equal(await excess(fail), 0, 'the change of used');
  },
);

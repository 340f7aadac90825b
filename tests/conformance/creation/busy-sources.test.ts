import type { CreatingCall } from '../../../fixtures/creation/creation-desk.js';
import { test as base } from '../../../fixtures/creation/creation-test.js';
import { jsonOf } from '../../../fixtures/exchange.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';

// A server serves one image at a time, so these tests stay in one worker.
base.describe.configure({ mode: 'default' });

type Body = Record<string, unknown>;

/** Judges that a second body is refused, or its job fails, as long as the job of a first one is under way. */
type ExcludesWhile = (call: CreatingCall, first: Body, second: Body) => Promise<void>;

const test = base.extend<{ excludes: ExcludesWhile }>({
  excludes: async ({ ims, creation, resources, judge }, use) => {
    const isUnderWay = async (jobId: string | undefined): Promise<boolean> => {
      const job = jsonOf(await ims.call('ShowJob', { path: { job_id: jobId ?? '' } })) as
        | { status?: string }
        | undefined;
      return job?.status === 'INIT' || job?.status === 'RUNNING';
    };
    await use(async (call, first, second) => {
      // A job may be over before the second request comes.
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const one = await creation.starts(call, { name: resources.uniqueName(), ...first });
        judge.needs(one.exchange, 'the first image is accepted');
        const other = await creation.begins(call, { name: resources.uniqueName(), ...second });
        const overlap = other.jobId === undefined || (await isUnderWay(one.jobId));
        const [, { job }] = await Promise.all([one.finish(), other.finish()]);
        if (!overlap) continue;
        if (job?.status !== 'FAIL') judge.rejected(other.exchange, 'a second image is refused meanwhile');
        return;
      }
      throw new Unjudged('Each first job had ended before the second request was answered.');
    });
  },
});

test(
  'a server serves one image at a time',
  proves('create-image-from-server.busy'),
  async ({ excludes, provided: { instanceId } }) => {
    await excludes('CreateImage', { instance_id: instanceId }, { instance_id: instanceId });
  },
);

test(
  'a server waits for its data disk',
  proves('create-image-from-data-disks.busy'),
  async ({ excludes, resources, provided: { instanceId, dataVolumeId } }) => {
    const data_images = [{ name: resources.uniqueName(), volume_id: dataVolumeId }];
    await excludes('CreateImage', { name: undefined, data_images }, { instance_id: instanceId });
  },
);

test(
  'a server becomes one whole image at a time',
  proves('create-whole-image.busy'),
  async ({ excludes, provided: { instanceId: instance_id, vaultId: vault_id } }) => {
    await excludes('CreateWholeImage', { instance_id, vault_id }, { instance_id, vault_id });
  },
);

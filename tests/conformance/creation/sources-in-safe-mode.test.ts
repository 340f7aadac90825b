import type { Provided } from '../../../fixtures/config/run-configuration.js';
import { becomesOneImage } from '../../../fixtures/creation/becomes-one-image.js';
import { test } from '../../../fixtures/creation/creation-test.js';
import { proves } from '../../../fixtures/index.js';

// A server or a disk serves one image at a time, so these tests stay in one worker.
test.describe.configure({ mode: 'default' });

const call = 'CreateImageInSafeMode';
const inList = () => (entry: Record<string, unknown>) => ({ data_images: [entry] });

for (const { of, what, body, place, kind } of [
  {
    of: 'server',
    what: 'server',
    body: ({ instanceId }: Provided) => ({ instance_id: instanceId }),
    kind: 'FusionCompute',
  },
  {
    of: 'volume',
    what: 'volume',
    body: ({ dataVolumeId }: Provided) => ({ volume_id: dataVolumeId, os_version: 'CentOS 7.3 64bit' }),
    kind: 'FusionCompute',
  },
  {
    of: 'data-disk',
    what: 'data disk',
    body: ({ dataVolumeId }: Provided) => ({ volume_id: dataVolumeId }),
    place: inList,
    kind: 'DataImage',
  },
]) {
  test(
    `${call} makes an image of a ${what}`,
    proves(`create-image-in-safe-mode.of-${of}`),
    async ({ form, ims, images, judge }) => {
      const made = await form(call, body, place).accepts({}, `a ${what}`);
      await becomesOneImage(made, { ims, images, judge }, { virtual_env_type: kind });
    },
  );

  test(
    `${call} takes no ${what} of another project`,
    proves(`create-image-in-safe-mode.foreign-${of}`),
    async ({ form, member }) => {
      const twin = form(call, body, place);
      await twin.needs({}, `the own ${what}`);
      await twin.comesToNothing({}, `another project's ${what}`, member);
    },
  );
}

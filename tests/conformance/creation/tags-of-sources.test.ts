import { randomBytes } from 'node:crypto';
import type { Provided } from '../../../fixtures/config/run-configuration.js';
import { keysStandOnce, outerBlanksGo, textWithoutDotIsKey } from '../../../fixtures/creation/creation-checks.js';
import type { Place } from '../../../fixtures/creation/creation-form.js';
import { type FormOf, test } from '../../../fixtures/creation/creation-test.js';
import { proves } from '../../../fixtures/index.js';

interface Source {
  /** Beginning of the ids of its requirements. */
  rules: string;
  what: string;
  body: (provided: Provided) => Record<string, unknown>;
  /** Where the tags stand, when not in the body itself. */
  place?: (provided: Provided) => Place;
  /** Whether its tags may come as `image_tags`, too. */
  newer?: false;
}

const systemName = () => `ims-conformance-system-${randomBytes(6).toString('hex')}`;

/** Sources of images beside a file alone, whose tags other tests try. */
const sources: Source[] = [
  {
    rules: 'create-image-from-server.',
    what: 'an image of a server',
    body: ({ instanceId }) => ({ instance_id: instanceId }),
  },
  {
    rules: 'create-image-from-volume.',
    what: 'an image of a volume',
    body: ({ dataVolumeId }) => ({ volume_id: dataVolumeId, os_version: 'CentOS 7.3 64bit' }),
  },
  {
    rules: 'create-image-from-data-disks.',
    what: 'an image of a data disk',
    body: ({ dataVolumeId }) => ({ volume_id: dataVolumeId }),
    place: () => (entry) => ({ data_images: [entry] }),
    newer: false,
  },
  {
    rules: 'create-image-data-files.',
    what: 'a data disk of a file',
    body: ({ objects }) => ({ image_url: objects.vhd, min_disk: 40 }),
    place:
      ({ objects }) =>
      (entry) => ({ name: systemName(), image_url: objects.qcow2, min_disk: 40, data_images: [entry] }),
  },
];

for (const { rules, what, body, place, newer = true } of sources) {
  test.describe(`how tags of ${what} are read`, () => {
    // One source serves one image at a time, so these tests stay in one worker.
    test.describe.configure({ mode: 'default' });
    const open = (form: FormOf) => form('CreateImage', body, place);

    test(`no key of ${what} stands twice`, proves(`${rules}tag-keys`), async ({ form }) => {
      await keysStandOnce(open(form), newer);
    });

    test(`a tag of ${what} needs no dot`, proves(`${rules}tag-without-dot`), async ({ form, tags }) => {
      await textWithoutDotIsKey(open(form), tags);
    });

    if (!newer) return;

    test(`outer blanks of the tags of ${what} go`, proves(`${rules}tag-blanks`), async ({ form, tags }) => {
      await outerBlanksGo(open(form), tags);
    });
  });
}

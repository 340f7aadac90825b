import { randomBytes } from 'node:crypto';
import type { Provided } from '../../../fixtures/config/run-configuration.js';
import { outerBlanksGo, refusesEach, textWithoutDotIsKey } from '../../../fixtures/creation/creation-checks.js';
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
    rules: 'create-image-data-files.',
    what: 'a data disk of a file',
    body: ({ objects }) => ({ image_url: objects.vhd, min_disk: 40 }),
    place:
      ({ objects }) =>
      (entry) => ({ name: systemName(), image_url: objects.qcow2, min_disk: 40, data_images: [entry] }),
  },
];

for (const { rules, what, body, place } of sources) {
  test.describe(`how tags of ${what} are read`, () => {
    // One source serves one image at a time, so these tests stay in one worker.
    test.describe.configure({ mode: 'default' });
    const open = (form: FormOf) => form('CreateImage', body, place);

    test(`no key of ${what} stands twice`, proves(`${rules}tag-keys`), async ({ form }) => {
      const made = open(form);
      const [one, other] = [{ key: 'a', value: '1' }, { value: '2' }];
      await made.needs({ image_tags: [one, { ...other, key: 'b' }] }, 'two keys');
      await refusesEach(made, [{ image_tags: [one, { ...other, key: 'a' }] }, { tags: ['a.1', 'a.2'] }]);
    });

    test(`a tag of ${what} needs no dot`, proves(`${rules}tag-without-dot`), async ({ form, tags }) => {
      await textWithoutDotIsKey(open(form), tags);
    });

    test(`outer blanks of the tags of ${what} go`, proves(`${rules}tag-blanks`), async ({ form, tags }) => {
      await outerBlanksGo(open(form), tags);
    });
  });
}

import { randomBytes } from 'node:crypto';
import type { Provided } from '../../../fixtures/config/run-configuration.js';
import {
  blanksAreNone,
  descriptionsHaveLimits,
  hasNothingUnasked,
  nameIsNeeded,
  namesHaveLimits,
  namesHoldDocumentedCharacters,
  refusesEach,
  tagsAreKept,
  tagsAreWhole,
  tagsComeInOneForm,
  tagsKeepTheirRules,
} from '../../../fixtures/creation/creation-checks.js';
import type { CreatingCall } from '../../../fixtures/creation/creation-desk.js';
import type { Place } from '../../../fixtures/creation/creation-form.js';
import { type FormOf, test } from '../../../fixtures/creation/creation-test.js';
import { mistypedIdentities } from '../../../fixtures/creation/wrong-identities.js';
import { proves } from '../../../fixtures/index.js';

interface Way {
  /** Beginning of the ids of its requirements. */
  rules: string;
  what: string;
  call: CreatingCall;
  body: (provided: Provided) => object;
  /** Where name, description and tags stand, when not in the body itself. */
  place?: (provided: Provided) => Place;
  /** Whether it is documented for both forms of tags. */
  tags?: false;
  /** Whether it needs a name. */
  named?: false;
  /** Whether another test tries tags without key or value. */
  halves?: false;
  /** The properties that are empty unless asked for, as its tags are. Left out where the rule of its job says so. */
  unasked?: readonly string[];
  /** Whether no other test leaves its description and tags blank. */
  blank?: true;
  /** Members of another type, beside its name, its description and its tags; left out where another test tries them. */
  mistyped?: readonly Record<string, unknown>[];
}

/** Of a system disk, where the names of data disks are tried. */
const systemName = () => `ims-conformance-system-${randomBytes(6).toString('hex')}`;

const described = ['__description'];
const mistypedMemory = [{ min_ram: {} }, { max_ram: [] }, { enterprise_project_id: {} }];

/** Every way of making an image that has a name, a description and tags. */
const ways: Way[] = [
  {
    rules: 'create-data-image.',
    what: 'a data disk image',
    call: 'CreateDataImage',
    body: ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 }),
    halves: false,
  },
  {
    rules: 'import-image-quick.',
    what: 'an image imported quickly',
    call: 'ImportImageQuick',
    body: ({ objects }) => ({ image_url: objects.zvhd2, os_version: 'CentOS 7.3 64bit', min_disk: 40 }),
    halves: false,
    unasked: [],
  },
  {
    rules: 'create-image-from-server.',
    what: 'an image of a server',
    call: 'CreateImage',
    body: ({ instanceId }) => ({ instance_id: instanceId }),
    unasked: described,
    blank: true,
    mistyped: [{ instance_id: {} }, ...mistypedMemory],
  },
  {
    rules: 'create-image-from-volume.',
    what: 'an image of a volume',
    call: 'CreateImage',
    body: ({ dataVolumeId }) => ({ volume_id: dataVolumeId, os_version: 'CentOS 7.3 64bit' }),
    unasked: described,
    blank: true,
    mistyped: [{ volume_id: {} }, { os_version: {} }, { type: {} }, ...mistypedMemory],
  },
  {
    rules: 'create-image-from-data-disks.',
    what: 'an image of a data disk',
    call: 'CreateImage',
    body: ({ dataVolumeId }) => ({ volume_id: dataVolumeId }),
    place: () => (entry) => ({ data_images: [entry] }),
    tags: false,
    mistyped: [{ volume_id: {} }],
  },
  {
    rules: 'create-image-data-files.',
    what: 'a data disk of a file',
    call: 'CreateImage',
    body: ({ objects }) => ({ image_url: objects.vhd, min_disk: 40 }),
    place:
      ({ objects }) =>
      (entry) => ({ name: systemName(), image_url: objects.qcow2, min_disk: 40, data_images: [entry] }),
    named: false,
    unasked: described,
    blank: true,
  },
  {
    rules: 'create-whole-image.',
    what: 'a whole image',
    call: 'CreateWholeImage',
    body: ({ instanceId, vaultId }) => ({ instance_id: instanceId, vault_id: vaultId }),
    halves: false,
    unasked: [],
  },
];

for (const way of ways) {
  const { rules, what, call, body, place, named = true, tags: bothForms = true, halves = true } = way;
  const { unasked, blank, mistyped } = way;
  test.describe(`the names and tags of ${what}`, () => {
    // One source serves one image at a time, so these tests stay in one worker.
    test.describe.configure({ mode: 'default' });
    const open = (form: FormOf) => form(call, (provided) => body(provided) as Record<string, unknown>, place);

    if (named) {
      test(`${what} needs a name`, proves(`${rules}name-required`), async ({ form }) => {
        await nameIsNeeded(open(form));
      });
    }

    test(`the name of ${what} has limits`, proves(`${rules}name-length`), async ({ form, images }) => {
      await namesHaveLimits(open(form), images);
    });

    test(`a name holds documented characters: ${what}`, proves(`${rules}name-characters`), async ({ form, images }) => {
      await namesHoldDocumentedCharacters(open(form), images);
    });

    test(`the description of ${what} has limits`, proves(`${rules}description-rules`), async ({ form, images }) => {
      await descriptionsHaveLimits(open(form), images);
    });

    if (unasked) {
      test(`${what} has nothing unasked`, proves(`${rules}untagged`), async ({ form, images, tags }) => {
        await hasNothingUnasked(open(form), images, tags, unasked);
      });
    }

    if (blank) {
      test(`what is left blank of ${what} is none`, proves(`${rules}blanks`), async ({ form, images, tags }) => {
        await blanksAreNone(open(form), images, tags);
      });
    }

    if (mistyped) {
      test(`members of ${what} have their types`, proves(`${rules}member-types`), async ({ form }) => {
        const made = open(form);
        await made.needs({}, `a body of ${what}`);
        await refusesEach(made, [...mistypedIdentities(bothForms), ...mistyped]);
      });
    }

    if (!bothForms) return;

    test(`${what} gets the tags asked for`, proves(`${rules}tags`), async ({ form, tags, session }) => {
      await tagsAreKept(open(form), tags, session.profile);
    });

    test(`the tags of ${what} come in one form`, proves(`${rules}tags-exclusive`), async ({ form }) => {
      await tagsComeInOneForm(open(form));
    });

    if (halves) {
      test(`a tag of ${what} has a key and a value`, proves(`${rules}tag-members`), async ({ form }) => {
        await tagsAreWhole(open(form));
      });
    }

    test(`the tags of ${what} keep the rules`, proves(`${rules}tag-rules`), async ({ form, tags, session }) => {
      await tagsKeepTheirRules(open(form), tags, session.profile);
    });
  });
}

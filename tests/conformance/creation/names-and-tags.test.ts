import type { Provided } from '../../../fixtures/config/run-configuration.js';
import {
  descriptionsHaveLimits,
  nameIsNeeded,
  namesHaveLimits,
  namesHoldDocumentedCharacters,
  tagsAreKept,
  tagsComeInOneForm,
  tagsKeepTheirRules,
} from '../../../fixtures/creation-checks.js';
import type { CreatingCall } from '../../../fixtures/creation-desk.js';
import { test } from '../../../fixtures/creation-test.js';
import { proves } from '../../../fixtures/index.js';

/** Every way of making an image that has a name, a description and tags. */
const ways: { rules: string; what: string; call: CreatingCall; body: (provided: Provided) => object }[] = [
  {
    rules: 'create-data-image.',
    what: 'a data disk image',
    call: 'CreateDataImage',
    body: ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 }),
  },
  {
    rules: 'import-image-quick.',
    what: 'an image imported quickly',
    call: 'ImportImageQuick',
    body: ({ objects }) => ({ image_url: objects.zvhd2, os_version: 'CentOS 7.3 64bit', min_disk: 40 }),
  },
  {
    rules: 'create-whole-image.',
    what: 'a whole image',
    call: 'CreateWholeImage',
    body: ({ instanceId, vaultId }) => ({ instance_id: instanceId, vault_id: vaultId }),
  },
];

for (const { rules, what, call, body } of ways) {
  test.describe(`the names and tags of ${what}`, () => {
    // One source serves one image at a time, so these tests stay in one worker.
    test.describe.configure({ mode: 'default' });
    const all = (provided: Provided) => body(provided) as Record<string, unknown>;

    test(`${what} needs a name`, proves(`${rules}name-required`), async ({ form }) => {
      await nameIsNeeded(form(call, all));
    });

    test(`the name of ${what} has limits`, proves(`${rules}name-length`), async ({ form }) => {
      await namesHaveLimits(form(call, all));
    });

    test(`a name holds documented characters: ${what}`, proves(`${rules}name-characters`), async ({ form }) => {
      await namesHoldDocumentedCharacters(form(call, all));
    });

    test(`the description of ${what} has limits`, proves(`${rules}description-rules`), async ({ form }) => {
      await descriptionsHaveLimits(form(call, all));
    });

    test(`${what} gets the tags asked for`, proves(`${rules}tags`), async ({ form, tags }) => {
      await tagsAreKept(form(call, all), tags);
    });

    test(`the tags of ${what} come in one form`, proves(`${rules}tags-exclusive`), async ({ form }) => {
      await tagsComeInOneForm(form(call, all));
    });

    test(`the tags of ${what} keep the rules`, proves(`${rules}tag-rules`), async ({ form }) => {
      await tagsKeepTheirRules(form(call, all));
    });
  });
}

import { isMadeAsAsked } from '../../../fixtures/creation/creation-checks.js';
import type { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { test as base } from '../../../fixtures/creation/creation-test.js';
import { absentKeyIsRefused } from '../../../fixtures/creation/key-checks.js';
import { proves } from '../../../fixtures/index.js';

const test = base.extend<{ file: CreationForm }>({
  file: async ({ form }, use) => {
    await use(form('CreateImage', ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 })));
  },
});
const rule = (name: string) => proves(`create-image-from-file.${name}`);

test('an encrypted image shows its key', rule('encrypted'), async ({ file, images, provided }) => {
  await isMadeAsAsked(file, images, { cmk_id: provided.cmkId }, { __system__cmkid: provided.cmkId });
});

test('an absent key encrypts no image', rule('absent-key'), async ({ file, provided }) => {
  await absentKeyIsRefused(file, provided.cmkId);
});

test('an image of bare metal is not encrypted', rule('encrypted-bms'), async ({ file, provided }) => {
  await file.needs({ cmk_id: provided.cmkId }, 'a key for an image of virtual servers');
  await file.needs({ type: 'BMS' }, 'an image of bare-metal servers without a key');
  await file.comesToNothing({ cmk_id: provided.cmkId, type: 'BMS' }, 'a key for an image of bare-metal servers');
});

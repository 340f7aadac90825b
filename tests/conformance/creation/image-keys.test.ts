import type { Client } from '../../../fixtures/client.js';
import { CreationDesk } from '../../../fixtures/creation/creation-desk.js';
import { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { test as base } from '../../../fixtures/creation/creation-test.js';
import { proves } from '../../../fixtures/index.js';

const ofFile = ({ objects }: { objects: Record<string, string> }) => ({ image_url: objects.qcow2, min_disk: 40 });

const test = base.extend<{ limited: Client }>({
  limited: async ({ ims, enter }, use) => {
    const { limitedToken: token, projectId } = ims.credentials;
    await use(enter('auth.limitedToken', { token, projectId }));
  },
});

const unfit = [
  { rule: 'disabled', what: 'a disabled key', name: 'disabledKeyId' },
  { rule: 'foreign', what: "another project's key", name: 'memberKeyId' },
];
for (const { rule, what, name } of unfit) {
  test(`${what} encrypts no image`, proves(`image-keys.${rule}`), async ({ form, images, provided }) => {
    for (const call of ['CreateImage', 'CreateDataImage'] as const) {
      const file = form(call, ofFile);
      await file.needs({ cmk_id: provided.cmkId }, `a usable key for ${call}`);
      await file.makesNone({ cmk_id: provided.unfit[name] }, `${what} for ${call}`, images);
    }
  });
}

const twins = [
  { rules: 'create-image-in-safe-mode', call: 'CreateImageInSafeMode' },
  { rules: 'create-data-image-in-safe-mode', call: 'CreateDataImageInSafeMode' },
] as const;
for (const { rules, call } of twins) {
  test(
    `${call} takes rights to the key`,
    proves(`${rules}.key-permission`),
    async ({ form, limited, images, provided, resources, session, judge }) => {
      const { timeouts, consistencySeconds } = session.configuration;
      const desk = new CreationDesk(limited, resources, timeouts.jobSeconds, consistencySeconds);
      const own = new CreationForm(desk, judge, call, ofFile(provided));
      await form(call, ofFile).needs({ cmk_id: provided.cmkId }, 'the key for a user who may use it');
      await own.needs({}, 'an image without a key for a user who may use none');
      await own.makesNone({ cmk_id: provided.cmkId }, 'the key for a user who may use none', images);
    },
  );
}

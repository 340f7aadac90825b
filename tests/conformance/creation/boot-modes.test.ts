import { isMadeAsAsked } from '../../../fixtures/creation/creation-checks.js';
import type { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { test } from '../../../fixtures/creation/creation-test.js';
import type { ImageDesk } from '../../../fixtures/images/image-desk.js';
import { proves } from '../../../fixtures/index.js';

const calls = [
  ['CreateImage', 'create-image-from-file', 'qcow2'],
  ['ImportImageQuick', 'import-image-quick', 'zvhd2'],
] as const;
const system = { os_version: 'CentOS 7.3 64bit', min_disk: 40 };

for (const [call, chapter, format] of calls) {
  const own = test.extend<{ file: CreationForm }>({
    file: async ({ form }, use) => {
      await use(form(call, ({ objects }) => ({ ...system, image_url: objects[format] })));
    },
  });

  own(`an image of ${call} boots as asked`, proves(`${chapter}.firmware`), async ({ file, images }) => {
    await bootsAsAsked(file, images);
  });

  own(`${call} knows BIOS and UEFI`, proves(`${chapter}.firmware-list`), async ({ file }) => {
    await file.accepts({ hw_firmware_type: 'bios' }, 'the firmware "bios"');
    await refusesOthers(file);
  });

  own(`the boot mode of ${call} is BIOS or UEFI`, proves(`${chapter}.boot-mode`), async ({ file, images }) => {
    await bootsAsAsked(file, images);
    await refusesOthers(file);
  });
}

test('a firmware is a text', proves('image-creation.firmware-type'), async ({ form }) => {
  for (const [call, , format] of calls) {
    const file = form(call, ({ objects }) => ({ ...system, image_url: objects[format] }));
    await file.needs({ hw_firmware_type: 'bios' }, `the firmware "bios" by ${call}`);
    for (const wrong of [{}, ['uefi']])
      await file.refuses({ hw_firmware_type: wrong }, `the firmware ${JSON.stringify(wrong)} by ${call}`);
  }
});

test('no image of arm boots by BIOS', proves('import-image-quick.firmware-of-arm'), async ({ form, images, judge }) => {
  const quick = form('ImportImageQuick', ({ objects }) => ({ ...system, image_url: objects.zvhd2 }));
  const asked = { architecture: 'arm', hw_firmware_type: 'bios' };
  const { exchange, job, images: made } = await quick.sends(asked);
  if (!job) return judge.rejected(exchange, 'arm beside bios is refused');
  const [image] = made;
  if (!image) return judge.equal(job.status, 'FAIL', 'the end of a job that makes no image', { exchange });
  const { hw_firmware_type } = await images.settled(image, (view) => view.hw_firmware_type === 'uefi');
  judge.equal(hw_firmware_type, 'uefi', 'the firmware of an image of arm, asked for with bios');
});

async function bootsAsAsked(file: CreationForm, images: ImageDesk): Promise<void> {
  for (const hw_firmware_type of ['uefi', 'bios']) await isMadeAsAsked(file, images, { hw_firmware_type });
}

async function refusesOthers(file: CreationForm): Promise<void> {
  for (const hw_firmware_type of ['efi', 'legacy', 'uefi2']) {
    await file.refuses({ hw_firmware_type }, `the firmware "${hw_firmware_type}"`);
  }
}

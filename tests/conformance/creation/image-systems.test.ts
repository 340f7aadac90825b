import { inBatches } from '../../../fixtures/books/in-batches.js';
import { test } from '../../../fixtures/creation/creation-test.js';
import { osVersions } from '../../../fixtures/images/os-versions.js';
import { proves } from '../../../fixtures/index.js';

/** Versions that both references list: of each type, of both numbers of bits, of several platforms. */
const tried = [
  'Windows Server 2012 R2 Standard 64bit',
  'Ubuntu 14.04 server 32bit',
  'Redhat Linux Enterprise 7.3 64bit',
  'Debian GNU/Linux 8.10.0 64bit',
];
/** So many images are alive at once. */
const atOnce = 2;

test(
  'an image of a named system is one of it',
  proves('image-creation.systems'),
  async ({ form, images, resources, session, judge }) => {
    const forms = [
      form('CreateImage', ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 })),
      form('ImportImageQuick', ({ objects }) => ({ image_url: objects.zvhd2, min_disk: 40 })),
    ];
    const cases = osVersions(session.profile)
      .filter(({ version }) => tried.includes(version))
      .flatMap((system) => forms.map((made) => ({ made, system })));
    const isOfIt = async ({ made, system }: (typeof cases)[number]) => {
      const { version, platform, bits, windows } = system;
      const image = await made.makes({ os_version: version });
      const view = await images.settled(image, ({ __os_version: shown }) => shown === version);
      // What is in the file may be known better.
      if (view.__os_version !== version) return;
      const type = windows ? ['windows'] : ['linux', 'other'];
      const shown = String(view.__os_type).toLowerCase();
      judge.that(type.includes(shown), `${type.join(' or ')} as the __os_type of ${version}`, shown);
      judge.equal(plain(view.__platform), plain(platform), `the platform of ${version}`);
      judge.equal(view.__os_bit, bits, `the bits of ${version}`);
    };
    await inBatches(cases, atOnce, isOfIt, () => resources.release());
  },
);

/** Platforms are written with capitals and blanks here, and without them there. */
function plain(platform: unknown): string {
  return String(platform).toLowerCase().replaceAll(' ', '');
}

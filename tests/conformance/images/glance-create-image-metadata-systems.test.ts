import { jsonOf } from '../../../fixtures/exchange.js';
import { test as base } from '../../../fixtures/images/image-test.js';
import { type ImageView, imageOf } from '../../../fixtures/images/image-view.js';
import { osVersions } from '../../../fixtures/images/os-versions.js';
import { fc, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import type { Profile } from '../../../schemas/profiles.js';

interface MetadataFixtures {
  /** Makes metadata with these properties, and shows the image as it is read back; nothing where they are refused. */
  taken: (properties: object, isDue?: boolean) => Promise<ImageView | undefined>;
  /** The same with properties that are to be accepted. @throws {ConformanceFailure} */
  made: (properties: object) => Promise<ImageView>;
}

const test = base.extend<MetadataFixtures>({
  taken: async ({ maker, resources, images, judge }, use) => {
    await use(async (properties, isDue = false) => {
      await resources.release();
      const { exchange } = await maker.sendMetadata({ name: resources.uniqueName(), ...properties });
      if (!isDue && exchange.response.status >= 400) return undefined;
      const what = `metadata with ${JSON.stringify(properties)} is accepted`;
      const view = imageOf(judge.accepted(exchange, what)) ?? { id: '' };
      const fits = (later: ImageView) => Object.entries(properties).every(([name, value]) => later[name] === value);
      return images.settled(view, fits);
    });
  },
  made: async ({ taken }, use) => {
    await use(async (properties) => (await taken(properties, true)) ?? { id: '' });
  },
});

const weight = 0.4;
/** The first of each kind. */
const oneOfEach = <T>(all: readonly T[], kindOf: (one: T) => string): T[] => [
  ...new Map(all.toReversed().map((one) => [kindOf(one), one])).values(),
];
/** Platforms are written with capitals and blanks here, and without them there. */
const plain = (platform: unknown) => String(platform).toLowerCase().replaceAll(' ', '');
const areAkin = (one: string, other: string) => plain(one).includes(plain(other)) || plain(other).includes(plain(one));

test(
  'a documented system says what it is',
  proves('glance-create-image-metadata.os-versions'),
  async ({ made, session, forAll, judge }) => {
    const versions = osVersions(session.profile);
    await forAll(
      fc.constantFrom(...versions),
      async ({ version, platform, bits, windows }) => {
        const view = await made({ __os_version: version });
        judge.equal(view.__os_version, version, 'the version');
        if (platform) judge.equal(plain(view.__platform), plain(platform), `the platform of ${version}`);
        if (bits) judge.equal(view.__os_bit, bits, `the bits of ${version}`);
        const type = String(view.__os_type).toLowerCase();
        judge.that(
          windows ? type === 'windows' : ['linux', 'other'].includes(type),
          windows ? 'Windows as __os_type' : 'Linux or other as __os_type',
          `${view.__os_type} of ${version}`,
        );
      },
      { weight, examples: oneOfEach(versions, ({ platform, bits }) => `${platform} ${bits}`) },
    );
  },
);

test(
  'a version that a note bars is noted',
  proves('glance-create-image-metadata.coreos-version'),
  async ({ maker, resources, judge }) => {
    const version = 'CoreOS 1298.6.0';
    const { exchange } = await maker.sendMetadata({ name: resources.uniqueName(), __os_version: version });
    const { status } = exchange.response;
    judge.observe(`${version} is ${status < 400 ? 'accepted' : `refused (${status})`}.`);
  },
);

test(
  'listed systems make such images',
  proves('glance-create-image-metadata.listed-os-versions'),
  async ({ ims, taken, session, forAll, judge }) => {
    const documented = new Set(osVersions(session.profile).map(({ version }) => version));
    const platforms = jsonOf(judge.needs(await ims.call('ListOsVersions')));
    const listed = (Array.isArray(platforms) ? platforms : []).flatMap(({ version_list = [] }) => version_list);
    if (listed.length === 0) throw new Unjudged('ListOsVersions lists no versions.');
    await forAll(
      fc.constantFrom(...listed),
      async ({ os_version, os_type, os_bit, platform }) => {
        // The list may have what an image cannot be of: its own example has a version that no table has.
        const view = await taken({ __os_version: os_version }, documented.has(os_version));
        if (!view) return;
        judge.equal(String(view.__os_bit), String(os_bit), `the bits of ${os_version}`);
        const isOther = plain(view.__os_type) === 'other' && plain(os_type) !== 'windows';
        if (!isOther) judge.equal(plain(view.__os_type), plain(os_type), `the type of ${os_version}`);
        // Images know fewer platforms than the list, and may name them at greater length.
        if (view.__platform === 'Other') return;
        const shown = String(view.__platform);
        judge.that(areAkin(shown, String(platform)), `the platform of ${os_version} is ${platform}`, shown);
      },
      { weight, examples: oneOfEach(listed, ({ platform, os_bit }) => `${platform} ${os_bit}`) },
    );
  },
);

/** The types of graphics cards that the references list for this kind of deployment (ims_03_0910, tables 2 and 3). */
const cards = ({ lists }: Profile) => ({
  __support_xen_gpu_type: ['M60_vGPU'],
  __support_kvm_gpu_type: lists.kvmGpuTypes,
});

test(
  'documented graphics cards are kept',
  proves('glance-create-image-metadata.gpu-types'),
  async ({ made, session, judge }) => {
    for (const [property, types] of Object.entries(cards(session.profile))) {
      for (const type of types) judge.equal((await made({ [property]: type }))[property], type, property);
    }
  },
);

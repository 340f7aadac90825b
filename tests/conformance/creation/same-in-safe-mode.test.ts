import { fourOfDescriptions, imageLimits } from '../../../fixtures/arbitraries/image-texts.js';
import { tagLimits } from '../../../fixtures/arbitraries/tags.js';
import { test as base } from '../../../fixtures/creation/copy-test.js';
import type { CreatingCall } from '../../../fixtures/creation/creation-desk.js';
import type { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { makesTheSame, refusesTheSame } from '../../../fixtures/creation/makes-the-same.js';
import {
  longestTag,
  tagsInBothForms,
  wrongDescriptions,
  wrongNames,
  wrongTags,
} from '../../../fixtures/creation/wrong-identities.js';
import { proves } from '../../../fixtures/index.js';

// A disk serves one image at a time, so these tests stay in one worker.
base.describe.configure({ mode: 'default' });

type Entry = Record<string, unknown>;
type Pair = { older: CreationForm; twin: CreationForm };
type Body = (objects: Record<string, string>) => Entry;

const test = base.extend<{
  pair: (call: CreatingCall, body: Body) => Pair;
  entry: (body: Body, beside?: Body) => Pair;
}>({
  pair: async ({ form }, use) => {
    await use((call, body) => {
      const of = (name: CreatingCall) => form(name, ({ objects }) => body(objects));
      return { older: of(call), twin: of(`${call}InSafeMode` as CreatingCall) };
    });
  },
  entry: async ({ form, creation }, use) => {
    await use((body, beside = () => ({})) => {
      const of = (name: CreatingCall) =>
        form(
          name,
          ({ objects }) => body(objects),
          ({ objects }) =>
            (own) => {
              const system = beside(objects);
              const named = Object.keys(system).length > 0 ? { name: creation.resources.uniqueName() } : {};
              return { ...named, ...system, data_images: [own] };
            },
        );
      return { older: of('CreateImage'), twin: of('CreateImageInSafeMode') };
    });
  },
});

const tag = { key: 'purpose', value: 'test.1' };
const ofCentOs = { os_version: 'CentOS 7.3 64bit' };
const inOneText = { tags: ['purpose.test'] };
const common = { description: 'of either call, 1', image_tags: [tag], enterprise_project_id: '0' };

/** What a body may say at most, in either form of tags: a name and a description of full length, as many and as long tags as can be. */
const most = (name: string): Entry[] => {
  const others = Array.from({ length: tagLimits.tags - 1 }, (_, at) => ({ key: `key${at}`, value: 'v' }));
  const image_tags = [longestTag, ...others];
  const description = fourOfDescriptions.repeat(imageLimits.description / fourOfDescriptions.length);
  return [
    { name: name.padEnd(imageLimits.name, 'a'), description, image_tags },
    { image_tags: [{ key: 'k', value: 'v' }], description: '' },
    { tags: image_tags.map(({ key, value }) => `${key}.${value}`) },
  ];
};

const file = ({ qcow2 }: Record<string, string>) => ({ image_url: qcow2, min_disk: 40 });
const prepared = ({ zvhd2 }: Record<string, string>) => ({ image_url: zvhd2, min_disk: 40 });

test(
  'CreateImageInSafeMode makes the image of CreateImage',
  proves('create-image-in-safe-mode.same'),
  async ({ pair, images, tags, resources }) => {
    const { older, twin } = pair('CreateImage', file);
    const memory = { min_ram: 1024, max_ram: 2048 };
    const [long, ...tagged] = most(resources.uniqueName());
    await makesTheSame(twin, older, { images, tags }, [
      { ...long, min_disk: 1024, min_ram: 0, max_ram: 0 },
      ...tagged,
      { type: 'FusionCompute', architecture: 'x86', hw_firmware_type: 'bios', os_type: 'Linux' },
      ...[{ type: 'BMS' }, { type: 'Ironic' }, { os_type: 'Other' }],
      { ...common, ...ofCentOs, ...memory, type: 'ECS', architecture: 'arm', is_config: true },
      { ...inOneText, os_type: 'Windows', is_config_init: true },
      { hw_firmware_type: 'uefi' },
    ]);
    const quick = pair('CreateImage', prepared);
    await makesTheSame(quick.twin, quick.older, { images, tags }, [
      { ...ofCentOs, ...inOneText, is_quick_import: true },
    ]);
  },
);

test(
  'CreateImageInSafeMode makes the data disks of CreateImage',
  proves('create-image-in-safe-mode.same-data-disks'),
  async ({ entry, images, tags, resources, provided: { dataVolumeId } }) => {
    const description = 'of a disk';
    const asked = [...most(resources.uniqueName()), { description, ...inOneText }, { description, image_tags: [tag] }];
    const volume = entry(() => ({ volume_id: dataVolumeId }));
    await makesTheSame(volume.twin, volume.older, { images, tags }, asked);
    const ofFile = entry(({ vhd }) => ({ image_url: vhd, min_disk: 57 }), file);
    await makesTheSame(ofFile.twin, ofFile.older, { images, tags }, [
      ...asked,
      { is_quick_import: false, min_disk: 2048 },
    ]);
  },
);

test(
  'CreateDataImageInSafeMode makes the image of CreateDataImage',
  proves('create-data-image-in-safe-mode.same'),
  async ({ pair, images, tags, resources }) => {
    const { older, twin } = pair('CreateDataImage', file);
    const [long, ...tagged] = most(resources.uniqueName());
    await makesTheSame(twin, older, { images, tags }, [
      { ...long, min_disk: 2048 },
      ...tagged,
      { ...common, os_type: 'Windows' },
      { ...inOneText, os_type: 'Linux' },
    ]);
  },
);

test(
  'ImportImageQuickInSafeMode makes the image of ImportImageQuick',
  proves('import-image-quick-in-safe-mode.same'),
  async ({ pair, images, tags, resources }) => {
    const { older, twin } = pair('ImportImageQuick', prepared);
    const windows = { os_version: 'Windows Server 2019 Standard 64bit', license_type: 'byol' };
    const [long, ...tagged] = most(resources.uniqueName());
    await makesTheSame(twin, older, { images, tags }, [
      { ...ofCentOs, ...long, min_disk: 1024 },
      ...tagged.map((some) => ({ ...ofCentOs, ...some })),
      { ...ofCentOs, type: 'BMS', architecture: 'x86', hw_firmware_type: 'bios' },
      { ...windows, license_type: 'platform' },
      { ...common, ...ofCentOs, type: 'ECS', architecture: 'arm' },
      { ...inOneText, ...windows },
      { ...ofCentOs, hw_firmware_type: 'uefi' },
      { type: 'DataImage', os_type: 'Windows' },
    ]);
  },
);

test(
  'CopyImageInRegionInSafeMode makes the copy of CopyImageInRegion',
  proves('copy-image-in-region-in-safe-mode.same'),
  async ({ copyOf, active, images, tags, resources }) => {
    const [older, twin] = [copyOf(active), copyOf(active, { call: 'CopyImageInRegionInSafeMode' })];
    const asked = { description: 'of either call, 1', enterprise_project_id: '0' };
    const [{ name, description } = {}] = most(resources.uniqueName());
    await makesTheSame(twin, older, { images, tags }, [{ name, description }, asked, {}]);
  },
);

const project = { enterprise_project_id: ['x'] };
const unknown = { hw_firmware_type: 'efi' };
const refusals: [call: CreatingCall, rules: string, body: Body, changes: Entry[]][] = [
  [
    'CreateImage',
    'create-image-in-safe-mode.',
    file,
    [
      ...[project, unknown, { type: 'Bms2' }, { is_quick_import: 'yes' }, { is_config_init: 'yes' }],
      ...[{ min_ram: -1 }, { max_ram: -1 }, { min_ram: 2048, max_ram: 1024 }],
    ],
  ],
  ['CreateDataImage', 'create-data-image-in-safe-mode.', file, [project]],
  [
    'ImportImageQuick',
    'import-image-quick-in-safe-mode.',
    (objects) => ({ ...prepared(objects), ...ofCentOs }),
    [project, unknown, { license_type: 'own' }],
  ],
];

for (const [call, rules, body, changes] of refusals) {
  test(`${call}InSafeMode takes no value that ${call} refuses`, proves(`${rules}refuses`), async ({ pair }) => {
    const { older, twin } = pair(call, body);
    await refusesTheSame(twin, older, changes);
  });
}

test(
  'ImportImageQuickInSafeMode takes no system of a data disk that ImportImageQuick refuses',
  proves('import-image-quick-in-safe-mode.refuses'),
  async ({ pair }) => {
    const disk = (objects: Record<string, string>) => ({ ...prepared(objects), type: 'DataImage', os_type: 'Linux' });
    const { older, twin } = pair('ImportImageQuick', disk);
    await refusesTheSame(twin, older, [{ os_type: 'Other' }]);
  },
);

test(
  'CreateImageInSafeMode takes no data disk that CreateImage refuses',
  proves('create-image-in-safe-mode.refuses'),
  async ({ entry, creation, session, provided: { dataVolumeId } }) => {
    const disk = entry(() => ({ volume_id: dataVolumeId }));
    await refusesTheSame(disk.twin, disk.older, [{ volume_id: undefined }, { volume_id: ['x'] }, { name: '' }]);
    const { older, twin } = entry(({ vhd }) => ({ image_url: vhd, min_disk: 40 }), file);
    const files = [undefined, 'no-bucket', 7].map((image_url) => ({ image_url }));
    const sizes = [undefined, 0, 2049].map((min_disk) => ({ min_disk }));
    const names = wrongNames(creation.resources.uniqueName());
    const texts = [...names, ...wrongDescriptions(), ...tagsInBothForms(), ...wrongTags(session.profile)];
    await refusesTheSame(twin, older, [...files, ...sizes, { is_quick_import: 'yes' }, ...texts]);
  },
);

test(
  'CreateImageInSafeMode takes no volume and no server that CreateImage refuses',
  proves('create-image-in-safe-mode.refuses'),
  async ({ pair, provided: { dataVolumeId, instanceId } }) => {
    const { older, twin } = pair('CreateImage', () => ({ ...ofCentOs, volume_id: dataVolumeId }));
    await refusesTheSame(twin, older, [{ volume_id: ['x'] }, { os_version: undefined }, { os_version: ['x'] }]);
    const server = pair('CreateImage', () => ({ instance_id: instanceId }));
    await refusesTheSame(server.twin, server.older, [{ instance_id: ['x'] }, { instance_id: '' }]);
  },
);

test(
  'CopyImageInRegionInSafeMode takes no value that CopyImageInRegion refuses',
  proves('copy-image-in-region-in-safe-mode.refuses'),
  async ({ copyOf, active }) => {
    const twin = copyOf(active, { call: 'CopyImageInRegionInSafeMode' });
    await refusesTheSame(twin, copyOf(active), [project, { description: {} }, { name: '' }]);
  },
);

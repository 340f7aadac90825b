import { expect, test } from '@playwright/test';
import { operations } from '../../schemas/contract.js';
import { readProfiles } from '../../schemas/generate/read-profiles.js';
import { withThoseLike } from '../../schemas/generate/with-those-like.js';
import type { Profile } from '../../schemas/profiles.js';
import { folderWith, mistakesOf } from './spec-folder.js';

const profile = `title: A cloud
operations:
  - AddImageTag
notApplicable: {}
limits:
  conditionKeyMax: 127
  memberMax: 128
defaults: { diskFormat: vhd }
lists:
  metadataDiskFormats: [vhd, raw]
  listedDiskFormats: [vhd, raw]
  kindsOfSupport: [kvm]
  kindsOfSpecialSupport: [xen_gpu_type]
  kvmGpuTypes: [V100]
  wholeMemories: [min_ram]
  sortKeys: [name]
  ownOsVersions: []
readings:
  tagCharacters: latin
  tagTextDots: one
  tagBlanks: kept
  metadataTags: text
  metadataProperties: own
  nameCharacters: latin
  propertyNames: any-case
  blankEnterpriseProject: default
  memberResults: images
  encryptedSharing: never
  memberGroups: taken
  unlistedSystems: taken
  imageTypes: told
  systemProperties: derived
  nameCase: distinct
  timeFractions: none
  protectedImageCode: IMG.0091
`;
const read = (text: string) => readProfiles(folderWith('cloud.yaml', text), [...operations], []);

test('a profile is read with its readings', async () => {
  const [cloud] = await read(profile);
  expect(cloud).toMatchObject({ name: 'cloud', limits: { memberMax: 128 }, readings: { tagCharacters: 'latin' } });
});

const mistakes: [string, string, string][] = [
  ['broken YAML', profile.replace('{}', '{'), ':5: the file is not valid YAML'],
  ['an unknown field', `${profile}limit: 3\n`, ':36: unknown field "limit". Use one of: title, like, operations,'],
  ['no limits', profile.replace(/limits:\n(.*\n){2}/, ''), ':1: there is no "limits". Add it.'],
  ['limits without names', profile.replace(/(limits:)\n(.*\n){2}/, '$1 3\n'), ':5: "limits" is no mapping. Write'],
  ['an unknown operation', profile.replace('AddImageTag', 'AddTag'), ':3: unknown operation "AddTag". Use an'],
  ['an unknown requirement', profile.replace('{}', '{ a.b: why }'), ':4: unknown requirement "a.b". Use an id of'],
  ['an unknown model', `${profile}like: clout\n`, ':36: no other profile is called "clout". Use a name'],
  ['an unknown limit', profile.replace('memberMax', 'members'), ':7: unknown name "members" in limits. Use one of: c'],
  ['a limit too few', profile.replace(/ {2}memberMax.*\n/, ''), ':5: limits lack "memberMax": The projects that'],
  ['a limit of words', profile.replace('128', 'many'), ':7: memberMax is "many", but a limit is a whole number'],
  ['an odd default', profile.replace('vhd }', '[vhd] }'), ':8: diskFormat is ["vhd"], but a text of the form'],
  ['an unknown list', profile.replace('kvmGpuTypes', 'gpus'), ':14: unknown name "gpus" in lists. Use one of: met'],
  ['a text for a list', profile.replace('[V100]', 'V100'), ':14: kvmGpuTypes is "V100", but a list is due;'],
  ['an odd entry', profile.replace('[min_ram]', '[ram]'), ':15: wholeMemories is ["ram"], but a text of the form'],
  ['an entry twice', profile.replace('[kvm]', '[kvm, kvm]'), ':12: kindsOfSupport is ["kvm","kvm"], but no entry'],
  ['an unknown reading', profile.replace('tagBlanks', 'blanks'), ':21: unknown name "blanks" in readings. Use one'],
  ['a reading too few', profile.replace(/ {2}tagBlanks.*\n/, ''), ':18: readings lack "tagBlanks": What becomes of'],
  ['an unknown value', profile.replace(': kept', ': gone'), ':21: tagBlanks is "gone", but one of these is due: kept'],
];

for (const [what, text, says] of mistakes) {
  test(`a profile with ${what} is refused`, async () => {
    const [first] = await mistakesOf(read(text));
    expect(first).toContain(`specs/profiles/cloud.yaml${says}`);
  });
}

test('what holds in one profile holds in those like it', () => {
  const like = (name: string, model?: string) => ({ name, ...(model ? { like: model } : {}) }) as Profile;
  const all = [like('alp', 'hill'), like('hill', 'plain'), like('plain'), like('sea')];
  expect(withThoseLike(['plain'], all).sort()).toEqual(['alp', 'hill', 'plain']);
  expect(withThoseLike(['sea'], all)).toEqual(['sea']);
  expect(withThoseLike([], all)).toEqual([]);
});

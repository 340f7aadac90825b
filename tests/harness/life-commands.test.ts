import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { startEmulator } from '../../fixtures/emulator/index.js';
import { type LifeKind, lifeCommands } from '../../fixtures/model/life/life-commands.js';
import type { LifeOffer } from '../../fixtures/model/life/life-desks.js';
import { loadProfile } from '../../schemas/profiles.js';

/** Calls of the tags, one for each of the four interfaces: of version 2, of both, of the project's images, of the native chapter. */
const taggings = ['AddImageTag', 'BatchAddOrDeleteTags', 'CreateOrUpdateTags', 'GlanceCreateTag'];

test('sequences hold images of every source and all that may become of them', async () => {
  const emulator = await startEmulator();
  const { provided, otherRegion, member, third, profile } = emulator.configuration();
  await emulator.close();
  const { operations } = loadProfile(profile);
  const others = { receiver: member?.projectId ?? '', third: third?.projectId ?? '' };
  const offer = { operations, provided, otherRegion, ...others } as LifeOffer;
  const drawn = textsOf('whole', offer);
  const kinds = [
    ...['CreateImage A', 'ImportImageQuick A', 'CreateDataImage A', 'GlanceCreateImageMetadata A'],
    ...['CreateImage A of a server', 'CreateImage A of a volume', 'CreateImage A of a data disk'],
    'CreateWholeImage A of a server',
    ...['CreateImageInSafeMode A', 'CreateDataImageInSafeMode A', 'ImportImageQuickInSafeMode A'],
    ...['RegisterImage A', 'GlanceUploadImage A', 'UpdateImage A', 'GlanceUpdateImage A'],
    ...['share with receiver A', 'native share with receiver A', 'accepted A', 'native accepted A', 'rejected A'],
    ...['native rejected A', 'withdrawal from receiver A', 'native withdrawal from receiver A'],
    ...['CopyImageInRegion A to B', 'CopyImageInRegionInSafeMode A to B', 'CopyImageInRegion A by the member'],
    ...['CopyImageCrossRegion A', 'ExportImage A', 'ExportImageInSafeMode A', 'ShowImageQuota'],
    ...[
      'GlanceDeleteImage A',
      'DeleteImageV11 A',
      'CreateImage A, not waited for',
      'a look at A',
      'the end of the job of A',
    ],
    ...taggings,
  ];
  expect(kinds.filter((kind) => !drawn.some((text) => text.startsWith(kind)))).toEqual([]);
});

test('sequences make nothing of what a run is not given', () => {
  const { operations } = loadProfile('huaweicloud');
  const drawn = textsOf('sources', { operations, provided: { objects: {}, unfit: {} } });
  expect(drawn.filter((text) => /^(Create.*Image|Import|Export|CopyImageCross)|hare with/.test(text))).toEqual([]);
});

/** Commands that are drawn, as sequences show them. */
function textsOf(kind: LifeKind, offer: LifeOffer): string[] {
  const commands = lifeCommands(kind, offer);
  return fc.sample(fc.oneof(...commands), { numRuns: 5000, seed: 1 }).map(String);
}

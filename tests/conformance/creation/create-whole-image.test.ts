import { isDeepStrictEqual } from 'node:util';
import { fourCharacters } from '../../../fixtures/arbitraries/image-texts.js';
import { applies, csbsRetired } from '../../../fixtures/creation/applies.js';
import { becomesOneImage } from '../../../fixtures/creation/becomes-one-image.js';
import { isMadeAsAsked } from '../../../fixtures/creation/creation-checks.js';
import type { Made } from '../../../fixtures/creation/creation-desk.js';
import { isOfDefaultProject, isOfNamedProject } from '../../../fixtures/creation/enterprise-project-checks.js';
import { memoryHasARange, memoryIsNotLimited } from '../../../fixtures/creation/memory-checks.js';
import { test as base } from '../../../fixtures/creation/whole-image-test.js';
import { viewsOf } from '../../../fixtures/filters/filter-relation.js';
import type { ImageView } from '../../../fixtures/images/image-view.js';
import { proves } from '../../../fixtures/index.js';
import { isNotTrue } from '../../../fixtures/judging/is-not-true.js';

// A backup serves one image at a time, so these tests stay in one worker.
base.describe.configure({ mode: 'default' });

const test = base.extend<{ comesTrue: (made: Made) => Promise<void> }>({
  comesTrue: async ({ ims, images, judge }, use) => {
    await use((made) => becomesOneImage(made, { ims, images, judge }));
  },
});

const memory = { min_ram: 2048, max_ram: 16384 };

test(
  'a server becomes a whole image',
  proves('create-whole-image.server-job'),
  async ({ creation, server, comesTrue, judge }) => {
    const made = await creation.send('CreateWholeImage', server.body());
    judge.status(made.exchange, 200);
    await comesTrue(made);
  },
);

test(
  'a CBR backup becomes a whole image',
  proves('create-whole-image.cbr-job'),
  async ({ creation, cbr, comesTrue }) => {
    await comesTrue(await creation.send('CreateWholeImage', cbr.body()));
  },
);

test(
  'a CSBS backup becomes a whole image',
  proves('create-whole-image.csbs-job'),
  async ({ creation, csbs, resources, comesTrue }) => {
    const typed = await creation.send('CreateWholeImage', csbs.body());
    applies(typed, [csbsRetired]);
    await comesTrue(typed);
    await resources.release();
    await comesTrue(await creation.send('CreateWholeImage', csbs.body({ whole_image_type: undefined })));
  },
);

test('a whole image says so', proves('create-whole-image.whole'), async ({ server, images, judge }) => {
  const isWhole = (view: object) => String((view as { __whole_image?: unknown }).__whole_image).toLowerCase();
  const view = await images.settled(await server.makes(), (seen) => isWhole(seen) === 'true');
  judge.equal(isWhole(view), 'true', 'its `__whole_image`');
});

test('a whole image is for servers', proves('create-whole-image.kind'), async ({ server, cbr, images, resources }) => {
  for (const source of [server, cbr]) {
    await isMadeAsAsked(source, images, {}, { virtual_env_type: 'FusionCompute' });
    await resources.release();
  }
});

test(
  'a whole image is none for the market',
  proves('create-whole-image.no-market'),
  async ({ whole, listing, judge }) => {
    for (const view of await viewsOf(listing, [whole])) isNotTrue(judge, view, '__system_support_market');
  },
);

test(
  'a whole image of a server has a backup',
  proves('create-whole-image.server-backup'),
  async ({ server, images, judge }) => {
    const { __backup_id } = await images.settled(await server.makes(), (view) => Boolean(view.__backup_id));
    judge.that(Boolean(__backup_id), 'the id of a backup as `__backup_id`', JSON.stringify(__backup_id) ?? 'nothing');
  },
);

test('a whole image names its backup', proves('create-whole-image.backup-id'), async ({ cbr, images, provided }) => {
  const backup = { __whole_image: 'true', __backup_id: provided.cbrBackupId };
  await isMadeAsAsked(cbr, images, {}, backup);
});

test(
  'an image of a CSBS backup names it',
  proves('create-whole-image.csbs-backup-id'),
  async ({ csbs, images, provided, judge }) => {
    const facts = (view: ImageView) => [String(view.__whole_image).toLowerCase(), view.__backup_id];
    const due = ['true', provided.csbsBackupId];
    const view = await images.settled(await csbs.prepares(), (seen) => isDeepStrictEqual(facts(seen), due));
    judge.equal(facts(view), due, 'its `__whole_image` and `__backup_id`');
  },
);

test(
  'a whole image is as asked for',
  proves('create-whole-image.properties'),
  async ({ server, images, resources }) => {
    const asked = { ...memory, name: resources.uniqueName(), description: `before ${fourCharacters}, 2` };
    await isMadeAsAsked(server, images, asked, { ...memory, name: asked.name, __description: asked.description });
  },
);

test(
  'a backup becomes what was asked for',
  proves('create-whole-image.backup-properties'),
  async ({ cbr, images, resources }) => {
    const asked = { ...memory, name: resources.uniqueName(), description: `of a backup ${fourCharacters}` };
    await isMadeAsAsked(cbr, images, asked, { ...memory, name: asked.name, __description: asked.description });
  },
);

test(
  'a whole image has no memory limits by default',
  proves('create-whole-image.memory-defaults'),
  async ({ server, images }) => {
    await memoryIsNotLimited(server, images);
  },
);

test('the memory of a whole image has a range', proves('create-whole-image.memory-range'), async ({ server }) => {
  await memoryHasARange(server);
});

test(
  'a whole image is of the default enterprise project',
  proves('create-whole-image.enterprise-project'),
  async ({ server, images }) => {
    await isOfDefaultProject(server, images);
  },
);

test(
  'a whole image is of the named enterprise project',
  proves('create-whole-image.named-enterprise-project'),
  async ({ server, images, provided }) => {
    await isOfNamedProject(server, images, provided.enterpriseProjectId);
  },
);

test('a CBR backup serves one image only', proves('create-whole-image.cbr-once'), async ({ cbr }) => {
  await cbr.needs({}, 'a CBR backup');
  await cbr.comesToNothing({}, 'the second image of a backup');
});

test('a CSBS backup serves one image only', proves('create-whole-image.csbs-once'), async ({ csbs }) => {
  await csbs.prepares([csbsRetired]);
  await csbs.comesToNothing({}, 'the second image of a backup');
});

test('a CBR backup is called one', proves('create-whole-image.cbr-type-required'), async ({ cbr, resources }) => {
  await cbr.needs({}, 'a CBR backup with its type');
  await resources.release();
  await cbr.comesToNothing({ whole_image_type: undefined }, 'a CBR backup without a type');
  await cbr.comesToNothing({ whole_image_type: 'CSBS' }, 'a CBR backup called one of CSBS');
});

test('a CSBS backup is called one', proves('create-whole-image.csbs-type'), async ({ csbs, resources }) => {
  await csbs.prepares();
  await resources.release();
  await csbs.comesToNothing({ whole_image_type: 'CBR' }, 'a CSBS backup called one of CBR');
});

test('a backup is of a known service', proves('create-whole-image.type-list'), async ({ cbr, resources }) => {
  await cbr.needs({}, 'the type "CBR"');
  await resources.release();
  for (const type of ['VBS', 'CBRS', 'backup', 'ECS'])
    await cbr.refuses({ whole_image_type: type }, `the type "${type}"`);
});

import { randomUUID } from 'node:crypto';
import { fourCharacters } from '../../../fixtures/arbitraries/image-texts.js';
import { dottedValue, tagLimits, tagTextsOfOddCharacters } from '../../../fixtures/arbitraries/tags.js';
import { becomesOneImage } from '../../../fixtures/creation/becomes-one-image.js';
import { isMadeAsAsked } from '../../../fixtures/creation/creation-checks.js';
import type { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { test as base } from '../../../fixtures/creation/creation-test.js';
import { noEnterpriseProject } from '../../../fixtures/creation/enterprise-project-checks.js';
import { namesNoBackup } from '../../../fixtures/images/names-no-backup.js';
import { proves } from '../../../fixtures/index.js';
import { isJobOfKind } from '../../../fixtures/jobs/job-kind-check.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { isNotTrue } from '../../../fixtures/judging/is-not-true.js';

// A disk serves one image at a time, so these tests stay in one worker.
base.describe.configure({ mode: 'default' });

type Entry = Record<string, unknown>;
const test = base.extend<{ disk: CreationForm; beside: (members: Entry) => CreationForm }>({
  beside: async ({ form }, use) => {
    const entry = ({ dataVolumeId }: { dataVolumeId?: string }) => ({ volume_id: dataVolumeId });
    await use((members) => form('CreateImage', entry, () => (own) => ({ ...members, data_images: [own] })));
  },
  disk: async ({ beside }, use) => {
    await use(beside({}));
  },
});
const rule = (name: string) => proves(`create-image-from-data-disks.${name}`);

test('a data disk becomes an image', rule('job'), async ({ ims, disk, images, judge }) => {
  const made = await disk.accepts({}, 'a body with a data disk');
  judge.status(made.exchange, 200);
  await becomesOneImage(made, { ims, images, judge });
});

test('the job of an image of a data disk has its kind', rule('job-type'), async ({ creation, disk, judge }) => {
  isJobOfKind(await creation.send('CreateImage', disk.body()), 'imsVolumesToSysDataImagesJob', judge);
});

test('the place of the id is observed', rule('parts'), async ({ disk, judge }) => {
  const { job, parts } = await disk.accepts({}, 'a body with a data disk');
  const inParts = parts.some(({ entities }) => entities?.image_id);
  judge.observe(`the id is ${job?.entities?.image_id ? '' : 'not '}at the top, and ${inParts ? '' : 'not '}in a part`);
});

test('the id stands in the part alone', rule('image-in-part'), async ({ disk, judge }) => {
  const { exchange, job, parts } = await disk.needs({}, 'a body with a data disk');
  if (!job) throw new Unjudged('The call names no job that could be followed.');
  const told = JSON.stringify(job.entities);
  const inPart = parts.some(({ entities }) => entities?.image_id);
  judge.that(inPart && !job.entities?.image_id, 'an image_id in the part, and none at the top', told, { exchange });
});

test('an image of a data disk says so', rule('data-disk'), async ({ disk, images }) => {
  await isMadeAsAsked(disk, images, {}, { virtual_env_type: 'DataImage' });
});

test(
  'an image of a data disk names no backup and is not initialised',
  proves('create-image-from-data-disks.no-backup', 'create-image-from-data-disks.uninitialised'),
  async ({ disk, images, judge }) => {
    const view = await images.show(await disk.prepares());
    namesNoBackup(judge, view);
    isNotTrue(judge, view, '__is_config_init', 'create-image-from-data-disks.uninitialised');
  },
);

test('an image of a data disk is as asked for', rule('properties'), async ({ disk, images, resources }) => {
  const asked = { name: resources.uniqueName(), description: `of a disk ${fourCharacters}, 1` };
  await isMadeAsAsked(disk, images, asked, { name: asked.name, __description: asked.description });
});

test(
  'what stands beside the list is nothing',
  rule('own-values'),
  async ({ beside, images, resources, tags, judge }) => {
    const entry = beside({ name: resources.uniqueName(), description: 'beside the list', tags: ['place.beside'] });
    const asked = { name: resources.uniqueName(), description: 'in the list', tags: ['place.inside'] };
    const image = await entry.makes(asked);
    const { name, __description } = await images.settled(image, (view) => view.name === asked.name);
    judge.equal({ name, __description }, { name: asked.name, __description: asked.description }, 'the image');
    judge.equal(await tags.settled(image, { place: 'inside' }), { place: 'inside' }, 'the tags of the image');
  },
);

test('each disk becomes an image', rule('several'), async ({ creation, disk, provided, resources, judge }) => {
  const [first, second] = [resources.uniqueName(), resources.uniqueName()];
  const data_images = [
    { name: first, volume_id: provided.dataVolumeId },
    { name: second, volume_id: provided.secondDataVolumeId },
  ];
  const { exchange, job, images } = await creation.send('CreateImage', { data_images });
  if (job?.status !== 'SUCCESS') await disk.prepares();
  judge.accepted(exchange, 'two disks of a server are accepted');
  judge.equal(job?.status, 'SUCCESS', 'the end of the job');
  judge.equal(images.length, 2, 'the number of images that the job names');
  const found = [await creation.named(images, first), await creation.named(images, second)];
  judge.that(found[0]?.id !== found[1]?.id, 'two images', 'the same image twice');
});

test('data disks come as a list of entries', rule('member-types'), async ({ form, disk, provided }) => {
  await disk.needs({}, 'a list of one data disk');
  const entry = { volume_id: provided.dataVolumeId };
  for (const [what, listed] of [
    ['an object', (own: Entry) => own],
    ['a text', (own: Entry) => String(own.volume_id)],
    ['a list of a text', (own: Entry) => [own.volume_id]],
  ] as const) {
    const odd = form(
      'CreateImage',
      () => entry,
      () => (own) => ({ data_images: listed(own) }),
    );
    await odd.refuses({}, `${what} for the list of data disks`);
  }
});

test('a server beside data disks is observed', rule('server-too'), async ({ creation, beside, provided, judge }) => {
  const body = beside({ name: creation.resources.uniqueName(), instance_id: provided.instanceId }).body();
  const { exchange, job, images } = await creation.send('CreateImage', body);
  judge.observe(job ? `its job makes ${images.length} images` : `it answers ${exchange.response.status}`);
});

test(
  'an image of a data disk is of the default project',
  rule('enterprise-project'),
  async ({ beside, images, resources, session }) => {
    for (const enterprise_project_id of noEnterpriseProject(session.profile)) {
      await isMadeAsAsked(beside({ enterprise_project_id }), images, {}, { enterprise_project_id: '0' });
      await resources.release();
    }
  },
);

test(
  'an image of a data disk is of the named project',
  rule('named-enterprise-project'),
  async ({ beside, images, provided }) => {
    const members = { enterprise_project_id: provided.enterpriseProjectId };
    await isMadeAsAsked(beside(members), images, {}, members);
  },
);

test('no image of a data disk is of an absent project', rule('absent-enterprise-project'), async ({ beside }) => {
  await beside({ enterprise_project_id: '0' }).needs({}, 'the default enterprise project');
  await beside({ enterprise_project_id: randomUUID() }).comesToNothing({}, 'an absent enterprise project');
});

test('an image of a data disk has its tags', rule('tags'), async ({ disk, tags, session, judge }) => {
  const asked = { plain: 'v', blank: '', split: dottedValue(session.profile.readings) };
  const texts = Object.entries(asked).map(([key, value]) => `${key}.${value}`);
  const image = await disk.makes({ tags: texts }, 'an entry with tags');
  judge.equal(await tags.settled(image, asked), asked, 'the tags of the image');
});

test('newer tags of an entry are observed', rule('image-tags'), async ({ disk, tags, judge }) => {
  const { exchange, images } = await disk.sends({ image_tags: [{ key: 'k', value: 'v' }] });
  const [image] = images;
  const kept = image && (await tags.settled(image, { k: 'v' })).k === 'v';
  judge.observe(image ? `the image has ${kept ? 'them' : 'no such tags'}` : `no image; ${exchange.response.status}`);
});

test('the tags of a data disk keep the rules', rule('tag-rules'), async ({ disk, session }) => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `key${at}.v`);
  const [key, value] = ['k'.repeat(tagLimits.key), 'v'.repeat(tagLimits.value)];
  await disk.needs({ tags: [`${key}.${value}`, ...many(tagLimits.tags - 1)] }, 'the longest and most tags');
  const odd = tagTextsOfOddCharacters(session.profile).map((text) => [text]);
  const wrong = [many(tagLimits.tags + 1), [`k${key}.v`], [`k.v${value}`], ['.v'], ...odd];
  for (const tags of wrong) await disk.refuses({ tags }, `an entry with the tags ${JSON.stringify(tags)}`);
});

test('an entry names its disk', rule('volume-required'), async ({ disk }) => {
  await disk.needs({}, 'an entry with volume_id');
  await disk.refuses({ volume_id: undefined }, 'an entry without volume_id');
});

test('an absent data disk becomes no image', rule('absent-volume'), async ({ disk }) => {
  await disk.needs({}, 'a disk that is there');
  for (const id of [randomUUID(), 'not-a-uuid', {}])
    await disk.comesToNothing({ volume_id: id }, `the disk ${JSON.stringify(id)}`);
});

test("another project's data disk becomes no image", rule('foreign-volume'), async ({ disk, member }) => {
  await disk.needs({}, 'the own disk');
  await disk.comesToNothing({}, "another project's disk", member);
});

import { randomUUID } from 'node:crypto';
import {
  hasNothingUnasked,
  keysStandOnce,
  refusesEach,
  tagsAreKept,
  textWithoutDotIsKey,
} from '../../../fixtures/creation/creation-checks.js';
import {
  isOfDefaultProject,
  isOfNamedProject,
  isOfNoAbsentProject,
} from '../../../fixtures/creation/enterprise-project-checks.js';
import { memoryHasARange, memoryIsNotLimited } from '../../../fixtures/creation/memory-checks.js';
import { test } from '../../../fixtures/creation/whole-image-test.js';
import {
  mistypedIdentities,
  oddNames,
  tagsInBothForms,
  wrongDescriptions,
  wrongNames,
  wrongTags,
} from '../../../fixtures/creation/wrong-identities.js';
import { errorCodeOf } from '../../../fixtures/exchange.js';
import { proves } from '../../../fixtures/index.js';
import { isJobOfKind } from '../../../fixtures/jobs/job-kind-check.js';

// A backup serves one image at a time, so these tests stay in one worker.
test.describe.configure({ mode: 'default' });

const rule = (name: string) => proves(`create-whole-image.${name}`);

for (const [source, id, kind] of [
  ['server', 'server-job-type', 'imsCreateWholeImageByInstanceJob'],
  ['cbr', 'backup-job-type', 'imsCreateWholeImageByBackupJob'],
  ['csbs', 'csbs-job-type', 'imsCreateWholeImageByBackupJob'],
] as const)
  test(
    `the job of a whole image has its kind, from ${source}`,
    rule(id),
    async ({ creation, judge, server, cbr, csbs }) => {
      const form = { server, cbr, csbs }[source];
      isJobOfKind(await creation.send('CreateWholeImage', form.body()), kind, judge);
    },
  );

test('an image of a backup has its tags', rule('backup-tags'), async ({ cbr, tags, session }) => {
  await tagsAreKept(cbr, tags, session.profile);
});

test('an image of a backup has nothing unasked', rule('backup-untagged'), async ({ cbr, images, tags }) => {
  await hasNothingUnasked(cbr, images, tags, []);
});

test('an image of a backup has defaults', rule('backup-defaults'), async ({ cbr, images }) => {
  await isOfDefaultProject(cbr, images);
  await memoryIsNotLimited(cbr, images);
});

test(
  'an image of a backup is of the named project',
  rule('backup-named-enterprise-project'),
  async ({ cbr, images, provided }) => {
    await isOfNamedProject(cbr, images, provided.enterpriseProjectId);
  },
);

test('an image of a backup keeps the rules', rule('backup-refuses'), async ({ cbr, resources, session }) => {
  await cbr.needs({}, 'a backup with a name');
  await resources.release();
  const name = resources.uniqueName();
  const mistyped = ['enterprise_project_id', 'backup_id', 'whole_image_type'].map((member) => ({ [member]: {} }));
  await refusesEach(cbr, [
    { name: undefined },
    { name: '' },
    ...wrongNames(name),
    ...oddNames(name),
    ...wrongDescriptions(),
    ...wrongTags(session.profile),
    ...tagsInBothForms(),
    ...mistypedIdentities(true),
    ...mistyped,
    { min_ram: [] },
    { max_ram: [] },
  ]);
});

test('the memory of an image of a backup has a range', rule('backup-memory-range'), async ({ cbr }) => {
  await memoryHasARange(cbr);
});

test('no image of a backup has a key twice', rule('backup-tag-keys'), async ({ cbr }) => {
  await keysStandOnce(cbr);
});

test('a tag of an image of a backup needs no dot', rule('backup-tag-without-dot'), async ({ cbr, tags }) => {
  await textWithoutDotIsKey(cbr, tags);
});

test('no image of a backup is of an absent project', rule('backup-absent-enterprise-project'), async ({ cbr }) => {
  await isOfNoAbsentProject(cbr);
});

test('an empty id names no backup', rule('blank-backup'), async ({ cbr }) => {
  await cbr.needs({}, 'the id of a backup');
  await cbr.comesToNothing({ backup_id: '' }, 'an empty id');
});

test('a blank type is that of CSBS', rule('blank-type'), async ({ csbs }) => {
  await csbs.prepares();
  await csbs.desk.resources.release();
  await csbs.accepts({ whole_image_type: '' }, 'a CSBS backup of a blank type', { whole_image_type: undefined });
});

test("another project's CSBS backup is refused", rule('foreign-csbs-backup'), async ({ csbs, member }) => {
  await csbs.prepares();
  await csbs.desk.resources.release();
  await csbs.comesToNothing({}, "another project's backup", member);
});

for (const service of ['csbs', 'cbr'] as const)
  test(
    `a backup of ${service} takes rights to it`,
    rule(`${service}-permission`),
    async ({ csbs, cbr, ims, enter }) => {
      const form = { csbs, cbr }[service];
      await form.prepares();
      await form.desk.resources.release();
      const { limitedToken: token, projectId } = ims.credentials;
      const limited = enter('auth.limitedToken', { token, projectId });
      await form.comesToNothing({}, 'the backup for a user without rights to it', limited);
    },
  );

test('whether CSBS is retired is observed', rule('csbs-retired'), async ({ creation, csbs, judge }) => {
  const { exchange } = await creation.once('CreateWholeImage', csbs.body({ backup_id: randomUUID() }));
  judge.observe(errorCodeOf(exchange) === 'IMG.0190' ? 'CSBS is retired' : `CSBS answers ${errorCodeOf(exchange)}`);
});

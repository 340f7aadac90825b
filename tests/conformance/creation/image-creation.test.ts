import type { Client } from '../../../fixtures/client.js';
import {
  blanksAreNone,
  halfATagIsNoted,
  outerBlanksGo,
  textWithoutDotIsKey,
} from '../../../fixtures/creation/creation-checks.js';
import { test as base } from '../../../fixtures/creation/creation-test.js';
import { isOfNoAbsentProject } from '../../../fixtures/creation/enterprise-project-checks.js';
import { entryForm, everyFileForm, fileForms } from '../../../fixtures/creation/file-forms.js';
import { mistypedIdentities } from '../../../fixtures/creation/wrong-identities.js';
import { proves } from '../../../fixtures/index.js';
import { hasEnded, lookAt } from '../../../fixtures/jobs/job-watch.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { readUntil } from '../../../fixtures/read-until.js';

const test = base.extend<{ full: Client }>({
  full: async ({ ims, enter }, use) => {
    await use(enter('auth.fullToken', { token: ims.credentials.fullToken }));
  },
});

test('a body is needed', proves('image-creation.body-required'), async ({ ims, form, judge }) => {
  for (const { call, made } of fileForms(form)) await made.needs({}, `a body of ${call}`);
  const headers = { 'Content-Type': 'application/json' };
  for (const call of ['CreateImage', 'CreateDataImage', 'CreateWholeImage', 'ImportImageQuick'] as const) {
    judge.rejected(await ims.call(call, { body: '', headers }), `a request of ${call} without a body is refused`);
  }
});

test('a full project takes no image', proves('image-creation.quota'), async ({ full, form, judge, session }) => {
  const { jobSeconds } = session.configuration.timeouts;
  for (const { call, made } of fileForms(form)) {
    await made.needs({}, `an image by ${call} in a project that is not full`);
    const body = made.body();
    const { exchange, jobId } = await made.desk.begins(call, body, full, undefined, 0);
    if (!jobId) judge.rejected(exchange, `an image by ${call} in a full project is refused`);
    else judge.equal(await endOf(full, jobId, jobSeconds), 'FAIL', `the end of the job of ${call} in a full project`);
    made.desk.resources.forget(String(body.name));
  }
});

test('a name that is taken is observed', proves('image-creation.same-name'), async ({ form, judge }) => {
  const file = form('CreateImage', ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 }));
  const { name } = await file.makes();
  const { exchange, job } = await file.sends({ name });
  judge.observe(job ? `its job ends in ${job.status}` : `it answers ${exchange.response.status}`);
});

test('blanks in a description are noted', proves('image-creation.description-blanks'), async ({ form, judge }) => {
  const file = form('CreateImage', ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 }));
  const { exchange, job } = await file.sends({ description: 'of a file with blanks' });
  judge.observe(job ? `its job ends in ${job.status}` : `it answers ${exchange.response.status}`);
});

test('no image is of an absent project', proves('enterprise-projects.absent'), async ({ form }) => {
  for (const { what, made } of everyFileForm(form)) await isOfNoAbsentProject(made, ` of ${what}`);
});

test('no image is of a disabled project', proves('enterprise-projects.disabled'), async ({ form, provided }) => {
  const disabled = provided.unfit.disabledEnterpriseProjectId;
  for (const { what, made } of everyFileForm(form)) {
    await made.needs({ enterprise_project_id: '0' }, `the default enterprise project of ${what}`);
    await made.comesToNothing({ enterprise_project_id: disabled }, `a disabled enterprise project of ${what}`);
  }
});

test('members are of the documented types', proves('image-creation.types'), async ({ form }) => {
  const objectsAs = (members: string[]) => members.map((member) => ({ [member]: {} }));
  const texts = objectsAs(['image_url', 'enterprise_project_id']);
  const wrong = [...mistypedIdentities(true), ...texts, { min_disk: [] }];
  const wrongOfFiles = [{ min_ram: {} }, { max_ram: [] }, { data_images: {} }, { data_images: ['x'] }];
  const textsOf: Record<string, string[]> = {
    CreateImage: ['os_type', 'os_version', 'type', 'cmk_id'],
    CreateDataImage: ['os_type', 'cmk_id'],
    ImportImageQuick: ['os_version', 'type', 'architecture'],
  };
  for (const { call, made } of fileForms(form)) {
    await made.needs({}, `a body of ${call}`);
    const changes = [...wrong, ...objectsAs(textsOf[call] ?? []), ...(call === 'CreateImage' ? wrongOfFiles : [])];
    for (const change of changes) await made.refuses(change, `a body of ${call} with ${JSON.stringify(change)}`);
  }
  // The system of a data disk is a member of its own.
  const disk = form('ImportImageQuick', ({ objects }) => ({
    type: 'DataImage',
    os_type: 'Linux',
    image_url: objects.zvhd2,
    min_disk: 40,
  }));
  await disk.needs({}, 'a quick import of a data disk');
  for (const change of [...wrong, { os_type: {} }]) {
    await disk.refuses(change, `a quick import of a data disk with ${JSON.stringify(change)}`);
  }
});

test('a size is a whole number', proves('image-creation.size-fraction'), async ({ form }) => {
  for (const { what, made } of [...everyFileForm(form), entryForm(form)]) {
    await made.needs({}, `a body of ${what}`);
    await made.refuses({ min_disk: 40.5 }, `a body of ${what} with 40.5 GB`);
  }
});

test('what is left blank is none', proves('image-creation.blanks'), async ({ form, images, tags }) => {
  for (const { what, made } of everyFileForm(form)) await blanksAreNone(made, images, tags, ` of ${what}`);
});

test('no new image has a key twice', proves('image-creation.tag-keys'), async ({ form }) => {
  const [one, other] = [
    { key: 'a', value: '1' },
    { key: 'a', value: '2' },
  ];
  for (const { what, made } of everyFileForm(form)) {
    await made.needs({ image_tags: [one, { ...other, key: 'b' }] }, `two keys by ${what}`);
    await made.refuses({ image_tags: [one, other] }, `a key twice by ${what}`);
    await made.refuses({ tags: ['a.1', 'a.2'] }, `a key twice in texts by ${what}`);
  }
});

test('half a tag of a new image is noted', proves('image-creation.tag-members'), async ({ form, tags }) => {
  // That of a data disk of its own call is noted beside that call's rules.
  for (const { what, made } of everyFileForm(form).filter((each) => each.what !== 'CreateDataImage'))
    await halfATagIsNoted(made, tags, `${what} with `);
});

test('a tag without a dot is a key', proves('image-creation.tag-without-dot'), async ({ form, tags }) => {
  for (const { made } of everyFileForm(form)) await textWithoutDotIsKey(made, tags);
});

test('outer blanks of the tags of a new image go', proves('image-creation.tag-blanks'), async ({ form, tags }) => {
  for (const { made } of everyFileForm(form)) await outerBlanksGo(made, tags);
});

/** How a job ends, by the call that takes no id of a project: of a full one, the run knows the token alone. @throws {Unjudged} */
async function endOf(full: Client, jobId: string, seconds: number): Promise<string> {
  const look = await readUntil(() => lookAt(full, 'ShowJobProgress', jobId), hasEnded, seconds);
  if (look.view && hasEnded(look)) return look.view.status;
  throw new Unjudged(`The end of the job ${jobId} in a full project is not seen (${look.view?.status}).`);
}

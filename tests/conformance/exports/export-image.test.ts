import { isDeepStrictEqual } from 'node:util';
import type { Exchange } from '../../../fixtures/exchange.js';
import { exportFormats, test } from '../../../fixtures/exports/export-test.js';
import { ownedFacts } from '../../../fixtures/images/owned-facts.js';
import { fc, proves } from '../../../fixtures/index.js';
import { isJobOfKind } from '../../../fixtures/jobs/job-kind-check.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';

const rule = (name: string) => proves(`export-image.${name}`);
/** A large disk, though no limit: the file of an export may hold one that is as large as the image's own, and is to be smaller. */
const roomy = 1000;
/** Formats of image files that some call or other knows: no cases of an unknown one. */
const known = ['qcow2', 'vhd', 'zvhd', 'vmdk', 'zvhd2', 'raw', 'qcow', 'qed', 'vdi', 'vhdx', 'iso', 'vpc', 'ova'];
/** Those of which neither the page of the call nor the list of error codes says that an export writes them. */
const unwritten = ['qcow', 'qed', 'vdi', 'vhdx', 'iso', 'ova'];

test('an export is a job that succeeds', rule('job'), async ({ exporting, exported, judge }) => {
  // Whether each format is known is another rule's matter.
  const first = await exported('qcow2');
  const known = first.exchange.response.status < 400 ? first : await exported('vhd');
  const { exchange } = exporting.succeeded(known, 'an export of an active image');
  judge.status(exchange, 200);
});

test('the job of an export names its image', rule('job-image'), async ({ active, exporting, exported, judge }) => {
  const { exchange, job } = exporting.needsSuccess(await exported('qcow2'), 'an export of an active image');
  const named = job?.entities?.image_id || active.id;
  judge.equal(named, active.id, 'the image in the entities of the job', { exchange });
});

test('the job of an export tells its image', rule('job-image-told'), async ({ active, exporting, exported, judge }) => {
  const { exchange, job } = exporting.needsSuccess(await exported('qcow2'), 'an export of an active image');
  judge.equal(job?.entities?.image_id, active.id, 'the image in the entities of the job', { exchange });
});

test('the job of an export has its kind', rule('job-type'), async ({ exporting, exported, judge }) => {
  const done = exporting.needsSuccess(await exported('qcow2'), 'an export of an active image');
  isJobOfKind(done, 'imsNativeExportImageJob', judge);
});

test('an export leaves its image alone', rule('unchanged'), async ({ active, images, tags, exporting, judge }) => {
  await tags.given(active, { purpose: 'export' });
  const before = ownedFacts(await images.given(active, { min_ram: 1024, __description: 'exported' }));
  await exporting.needs({}, 'an export of an active image');
  const after = await images.settled(active, (view) => isDeepStrictEqual(ownedFacts(view), before));
  judge.equal(ownedFacts(after), before, 'the image after its export');
});

test('four formats can be exported', rule('formats'), async ({ exporting, exported }) => {
  for (const format of exportFormats) exporting.succeeded(await exported(format), `an export as ${format}`);
});

test('an exported file lies in the bucket', rule('file'), async ({ exporting, exported, session, judge }) => {
  const { url } = exporting.needsSuccess(await exported('qcow2'), 'an export of an active image');
  const exchange = (await session.store?.read(url, '0-511')) as Exchange;
  const { status, text } = exchange.response;
  judge.that(status < 300 && text.length > 0, `a file at ${url}`, `status ${status} of the object store`, { exchange });
});

test(
  'an exported file has its format',
  rule('file-format'),
  async ({ exporting, exported, needsFile, session, judge }) => {
    const marks = {
      qcow2: ['0-511', /^QFI/],
      vmdk: ['0-511', /^(KDMV|COWD|# Disk)/],
      vhd: ['-512', /^conectix/],
    } as const;
    for (const format of ['qcow2', 'vmdk', 'vhd'] as const) {
      const made = exporting.needsSuccess(await exported(format), `an export as ${format}`);
      await needsFile(made);
      const [range, mark] = marks[format];
      const exchange = (await session.store?.read(made.url, range)) as Exchange;
      const begin = JSON.stringify(exchange.response.text.slice(0, 20));
      judge.that(mark.test(exchange.response.text), `bytes ${range} of a ${format} file`, begin, { exchange });
    }
  },
);

test(
  'what was exported can be imported',
  rule('re-imported'),
  async ({ exporting, exported, needsFile, creation, resources, judge }) => {
    for (const format of exportFormats) {
      const made = exporting.needsSuccess(await exported(format), `an export as ${format}`);
      await needsFile(made);
      const body = { name: resources.uniqueName(), image_url: made.url, min_disk: roomy };
      const { exchange, job } = await creation.send('CreateImage', body);
      judge.accepted(exchange, `an import of an exported ${format} file is accepted`);
      judge.equal(job?.status, 'SUCCESS', `the end of the import of an exported ${format} file`, { exchange });
      await resources.release();
    }
  },
);

test('a quick export names no format', rule('quick'), async ({ exporting, exported }) => {
  exporting.succeeded(await exported('quick'), 'a quick export');
});

test(
  'a quick export can be imported quickly',
  rule('quick-format'),
  async ({ exporting, exported, needsFile, creation, resources, judge }) => {
    const made = exporting.needsSuccess(await exported('quick'), 'a quick export');
    await needsFile(made);
    const file = { image_url: made.url, os_version: 'CentOS 7.3 64bit', min_disk: roomy };
    const { exchange, job } = await creation.send('ImportImageQuick', { name: resources.uniqueName(), ...file });
    judge.accepted(exchange, 'the quick import of a quick export is accepted');
    if (!job) throw new Unjudged('The quick import names no job that could be followed.');
    judge.equal(job.status, 'SUCCESS', 'the end of the quick import of a quick export', { exchange });
  },
);

test('a quick export with a format', rule('quick-with-format'), async ({ exporting, judge }) => {
  const { exchange, job } = await exporting.send({ is_quick_export: true });
  judge.observe(`it is answered ${exchange.response.status}${job ? `, and its job ends ${job.status}` : ''}`);
});

test('an export without a format', rule('format-omitted'), async ({ exporting, judge }) => {
  const { exchange, job } = await exporting.send({ file_format: undefined });
  judge.observe(`it is answered ${exchange.response.status}${job ? `, and its job ends ${job.status}` : ''}`);
});

test('an unknown format is refused', rule('format-unknown'), async ({ exporting, forAll }) => {
  await exporting.needs({}, 'an export with a format');
  for (const format of ['tar', {}, ['qcow2']])
    await exporting.refuses({ file_format: format }, `the format ${JSON.stringify(format)}`);
  const words = fc.stringMatching(/^[a-z]{3,8}$/).filter((word) => !known.includes(word));
  await forAll(words, (word) => exporting.refuses({ file_format: word }, `the format ${word}`));
});

test('a format that is not listed is refused', rule('format-list'), async ({ exporting, neighbour }) => {
  await neighbour();
  for (const format of unwritten) await exporting.refuses({ file_format: format }, `the format ${format}`);
});

test('is_quick_export is true or false', rule('is-quick-export'), async ({ exporting }) => {
  await exporting.exports({ is_quick_export: false }, 'an export that says it is not quick');
  for (const wrong of [[], {}, 'yes', 2])
    await exporting.refuses({ is_quick_export: wrong }, `is_quick_export ${JSON.stringify(wrong)}`);
});

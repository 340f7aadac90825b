import type { Exchange } from '../../../fixtures/exchange.js';
import { exportFormats, test } from '../../../fixtures/export-test.js';
import { fc, proves } from '../../../fixtures/index.js';

const rule = (name: string) => proves(`export-image.${name}`);
/** Formats of image files that some call or other knows: no cases of an unknown one. */
const known = ['qcow2', 'vhd', 'zvhd', 'vmdk', 'zvhd2', 'raw', 'qcow', 'qed', 'vdi', 'vhdx', 'iso', 'vpc', 'ova'];

test('an export is a job that succeeds', rule('job'), async ({ exporting, exported, judge }) => {
  const { exchange } = exporting.succeeded(await exported('qcow2'), 'an export of an active image');
  judge.status(exchange, 200);
});

test('the job of an export names its image', rule('job-image'), async ({ active, exporting, exported, judge }) => {
  const { exchange, job } = exporting.succeeded(await exported('qcow2'), 'an export of an active image');
  const named = job?.entities?.image_id ?? active.id;
  judge.equal(named, active.id, 'the image in the entities of the job', { exchange });
});

test('an export leaves its image alone', rule('unchanged'), async ({ active, images, exporting, judge }) => {
  const facts = ({ name, status, owner, visibility, min_disk }: Record<string, unknown>) =>
    JSON.stringify({ name, status, owner, visibility, min_disk });
  const before = facts(await images.show(active));
  await exporting.exports({}, 'an export of an active image');
  const after = facts(await images.settled(active, (view) => facts(view) === before));
  judge.equal(after, before, 'the image after its export');
});

test('four formats can be exported', rule('formats'), async ({ exporting, exported }) => {
  for (const format of exportFormats) exporting.succeeded(await exported(format), `an export as ${format}`);
});

test('an exported file lies in the bucket', rule('file'), async ({ exporting, exported, session, judge }) => {
  const { url } = exporting.succeeded(await exported('qcow2'), 'an export of an active image');
  const exchange = (await session.store?.read(url, '0-511')) as Exchange;
  const { status, text } = exchange.response;
  judge.that(status < 300 && text.length > 0, `a file at ${url}`, `status ${status} of the object store`, { exchange });
});

test('an exported file has its format', rule('file-format'), async ({ exporting, exported, session, judge }) => {
  const marks = {
    qcow2: ['0-511', /^QFI/],
    vmdk: ['0-511', /^(KDMV|COWD|# Disk)/],
    vhd: ['-512', /^conectix/],
  } as const;
  for (const format of ['qcow2', 'vmdk', 'vhd'] as const) {
    const { url } = exporting.succeeded(await exported(format), `an export as ${format}`);
    const [range, mark] = marks[format];
    const exchange = (await session.store?.read(url, range)) as Exchange;
    const begin = JSON.stringify(exchange.response.text.slice(0, 20));
    judge.that(mark.test(exchange.response.text), `bytes ${range} of a ${format} file`, begin, { exchange });
  }
});

test(
  'what was exported can be imported',
  rule('re-imported'),
  async ({ active, images, exporting, exported, creation, resources, judge }) => {
    const { min_disk } = await images.show(active);
    for (const format of exportFormats) {
      const { url } = exporting.succeeded(await exported(format), `an export as ${format}`);
      const body = { name: resources.uniqueName(), image_url: url, min_disk };
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
  async ({ active, images, exporting, exported, creation, resources, judge }) => {
    const { url } = exporting.succeeded(await exported('quick'), 'a quick export');
    const { min_disk } = await images.show(active);
    const file = { image_url: url, os_version: 'CentOS 7.3 64bit', min_disk };
    const { exchange, job } = await creation.send('ImportImageQuick', { name: resources.uniqueName(), ...file });
    judge.accepted(exchange, 'the quick import of a quick export is accepted');
    judge.equal(job?.status, 'SUCCESS', 'the end of the quick import of a quick export', { exchange });
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

test('an unknown format is refused', rule('format-unknown'), async ({ exporting, neighbour, forAll }) => {
  await neighbour();
  await exporting.refuses({ file_format: 'tar' }, 'the format tar');
  const words = fc.stringMatching(/^[a-z]{3,8}$/).filter((word) => !known.includes(word));
  await forAll(words, (word) => exporting.refuses({ file_format: word }, `the format ${word}`));
});

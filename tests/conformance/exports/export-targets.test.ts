import { randomBytes } from 'node:crypto';
import { test } from '../../../fixtures/exports/export-test.js';
import { proves } from '../../../fixtures/index.js';

const rule = (name: string) => proves(`export-image.${name}`);
/** The longest name of a file (ims_03_0908, IMG.0075). */
const longest = 128;
/** Neither letters, digits, hyphens, dots and underscores, nor blanks, nor signs that part an address. */
const odd = ['*', '?', '<', '>', '|', '"', '\\', '#', '%', '&', '$', '!', '镜', '\t'];

test('an export has a target', rule('bucket-url-required'), async ({ exporting, neighbour }) => {
  await neighbour();
  await exporting.refuses({ bucket_url: undefined }, 'a body without bucket_url');
});

test('the target of an export is named in full', rule('bucket-url'), async ({ exporting, neighbour }) => {
  const [bucket, key] = exporting.desk.newUrl('qcow2').split(':');
  await neighbour();
  for (const url of [key, bucket, `${bucket}:`, `:${key}`, ':', `${bucket}/${key}`, '', 7, {}]) {
    await exporting.refuses({ bucket_url: url }, `the address ${JSON.stringify(url)}`);
  }
});

test('the name of an exported file has a limit', rule('file-name-length'), async ({ exporting }) => {
  const [bucket, key = ''] = exporting.desk.newUrl('qcow2').split(':');
  const named = (length: number) => `${bucket}:${key.replace('.qcow2', '').padEnd(length, 'a')}.qcow2`;
  await exporting.exports({ bucket_url: named(longest - '.qcow2'.length) }, `a file name of ${longest} characters`);
  for (const length of [longest + 1, longest + 2, 300]) {
    await exporting.comesToNothing({ bucket_url: named(length) }, `a file name of ${length} characters and an ending`);
  }
});

test('the name of an exported file is plain', rule('file-name-characters'), async ({ exporting, neighbour }) => {
  const [bucket, key] = exporting.desk.newUrl('qcow2').split(':');
  await neighbour();
  await exporting.exports({ bucket_url: `${bucket}:${key}-_.Aa0zZ9` }, 'a file name of documented characters');
  for (const sign of odd) {
    const url = `${bucket}:${key?.replace('.', `${sign}a.`)}`;
    await exporting.comesToNothing({ bucket_url: url }, `a file name with ${JSON.stringify(sign)}`);
  }
});

test('a file name with a blank', rule('file-name-blank'), async ({ exporting, judge }) => {
  const bucket_url = exporting.desk.newUrl('qcow2').replace('.qcow2', ' a.qcow2');
  const { exchange, job } = await exporting.send({ bucket_url });
  judge.observe(`it is answered ${exchange.response.status}${job ? `, and its job ends ${job.status}` : ''}`);
});

test('an absent bucket takes no export', rule('absent-bucket'), async ({ exporting, neighbour }) => {
  await neighbour();
  for (const [bucket, what] of [
    [`ims-conformance-${randomBytes(8).toString('hex')}`, 'does not exist'],
    ['Ims_Conformance!', 'none can be'],
  ]) {
    const bucket_url = exporting.desk.newUrl('qcow2', bucket);
    await exporting.comesToNothing({ bucket_url }, `an export to a bucket that ${what}`);
  }
});

for (const [name, key, what] of [
  ['foreign-bucket', 'memberBucket', "another project's bucket"],
  ['other-region', 'remoteBucket', 'a bucket in another region'],
  ['standard-storage', 'warmBucket', 'a bucket of other storage'],
] as const) {
  test(`${what} takes no export`, rule(name), async ({ exporting, neighbour, provided }) => {
    await neighbour();
    const bucket_url = exporting.desk.newUrl('qcow2', provided[key]);
    await exporting.comesToNothing({ bucket_url }, `an export to ${what}`);
  });
}

test('an export takes rights to its bucket', rule('obs-permission'), async ({ bucketless, exporting, neighbour }) => {
  await neighbour();
  await exporting.comesToNothing({}, 'an export by a user without rights in the object store', bucketless);
});

test('an export replaces no file', rule('taken'), async ({ exporting, needsFile }) => {
  const first = await exporting.needs({}, 'an export to a new file');
  await needsFile(first);
  await exporting.comesToNothing({ bucket_url: first.url }, 'an export to a file that is there');
});

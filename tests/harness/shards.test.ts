import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Results } from '../../schemas/results.js';
import { temporaryFolder } from '../temporary-folder.js';
import { runCli } from './run-cli.js';

/** A small part of the requirements; all of them with IMS_CONFORMANCE_SHARDS=all. */
const only = ['--only', 'add-image-tag.*', 'list-images.sort', 'show-job.*'];
const selection = process.env.IMS_CONFORMANCE_SHARDS === 'all' ? [] : only;

test.describe.configure({ mode: 'serial', timeout: 900_000 });

const folder = temporaryFolder();
const fileOf = (part: string) => join(folder, part, 'results.json');
const read = (part: string) => JSON.parse(readFileSync(fileOf(part), 'utf8')) as Results;
const parts = ['1', '2', '3'].map(fileOf);

test('three shards together judge as one run does', async () => {
  await judge('whole');
  for (const part of ['1', '2', '3']) await judge(part, '--shard', `${part}/3`);
  const { code } = await report(...parts);
  const [joined, whole] = [read('joined'), read('whole')];
  expect([code, joined.verdict, joined.sentence]).toEqual([0, whole.verdict, whole.sentence]);
  expect(joined.requirements.map(summary)).toEqual(whole.requirements.map(summary));
  expect(joined.run.missingShards).toEqual([]);
});

test('a missing shard makes the run Incomplete', async () => {
  const { code, stdout } = await report(parts[0] as string, parts[2] as string);
  expect([code, stdout]).toEqual([3, expect.stringMatching(/^Incomplete: shard 2 of 3 is missing; /)]);
  const { requirements, trust } = read('joined');
  expect(requirements.find(({ outcome }) => outcome === 'not-run')?.reason).toBe(
    'Not judged: shard 2 of 3 is missing.',
  );
  expect(trust.join()).toContain('Missing of 3 shards: 2.');
});

const mistakes: { title: string; change: (part: Results) => unknown; says: RegExp }[] = [
  {
    title: 'another seed',
    change: (part) => ({ ...part, run: { ...part.run, seed: 1 } }),
    says: /the seed is \d+ and 1\./,
  },
  {
    title: 'another profile',
    change: (part) => ({ ...part, run: { ...part.run, profile: 'otc' } }),
    says: /the profile is huaweicloud and otc\./,
  },
  {
    title: 'another version',
    change: (part) => ({ ...part, suite: { version: '9.9.9' } }),
    says: /the suite version is [\d.]+ and 9\.9\.9\. Judge all/,
  },
  {
    title: 'another target',
    change: (part) => ({ ...part, target: { emulator: false, endpoint: 'https://ims.example.com' } }),
    says: /the target is the embedded emulator and https:\/\/ims\.example\.com\./,
  },
  { title: 'a twin', change: () => read('1'), says: /Shard 1 of 3 is given twice/ },
  { title: 'a whole run', change: () => read('whole'), says: /is a whole run, not a part of one/ },
  {
    title: 'a part without tests',
    change: ({ shard, ...part }) => ({ ...part, shard: { ...shard, tests: 0 } }),
    says: /not whole/,
  },
];

for (const { title, change, says } of mistakes) {
  test(`${title} is not joined`, async () => {
    const other = join(folder, 'other.json');
    writeFileSync(other, JSON.stringify(change(read('2'))));
    const { code, stderr } = await report(parts[0] as string, other);
    expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
  });
}

test('a part that breaks off is not joined', async () => {
  const half = join(folder, 'half.json');
  writeFileSync(half, readFileSync(parts[1] as string, 'utf8').slice(0, 3000));
  const { code, stderr } = await report(parts[0] as string, half);
  expect([code, stderr]).toEqual([2, expect.stringMatching(/half\.json": it ends after 3000 characters/)]);
});

test('a joined report takes no shard its place', async () => {
  const { code, stderr } = await runCli(['report', ...parts, '--out', join(folder, '1')]);
  expect([code, stderr]).toEqual([2, expect.stringMatching(/holds the shard .* Name another folder/)]);
});

function judge(part: string, ...flags: string[]) {
  const out = join(folder, part);
  const args = ['run', '--effort', 'quick', '--workers', '2', '--out', out, ...flags, ...selection];
  return runCli(args, { IMS_CONFORMANCE_PLAIN: '1' });
}

function report(...files: string[]) {
  return runCli(['report', ...files, '--out', join(folder, 'joined')]);
}

/** What must be the same, whoever judged it; polling may differ in its number of exchanges. */
function summary({ id, outcome, reason, cases, tests, failureCount }: Results['requirements'][number]) {
  return { id, outcome, reason, tried: cases > 0, tests: [...tests].sort(), failureCount };
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { stringify } from 'yaml';
import { startEmulator } from '../../fixtures/emulator/index.js';
import type { Failure, Results } from '../../schemas/results.js';
import { temporaryFolder } from '../temporary-folder.js';
import { runCli, runSuite } from './run-cli.js';

test.describe.configure({ mode: 'parallel' });

/** Kinds of failures, each with a fault that leads to one. */
const kinds = [
  { kind: 'a case of a property', fault: 'add-tag-key-37', broken: 'add-image-tag.key-length' },
  { kind: 'a sequence of commands', fault: 'put-tag-spares-native', broken: 'tags.any-sequence' },
  { kind: 'a life of images', fault: 'life-copying-drops-tags', broken: 'image-life.copies' },
  {
    kind: 'a life of images of servers',
    fault: 'life-server-has-one-name',
    broken: 'image-life.sources',
    effort: 'normal',
  },
  { kind: 'an example', fault: 'auth-no-token-for-quota', broken: 'auth.token' },
  { kind: 'a finding in any exchange', fault: 'image-tags-without-value', broken: 'list-image-tags.response' },
];

for (const { kind, fault, broken, effort = 'quick' } of kinds) {
  test(`a token leads to ${kind} again, on any target`, async () => {
    const first = await runSuite(['--fault', fault, '--only', broken, '--effort', effort, '--workers', '1']);
    const failure = failureOf(first.results, broken);
    const again = await replay(failure?.token, fault);
    expect([again.code, essence(failureOf(again.results, broken))], again.stdout).toEqual([1, essence(failure)]);
    // Of a property, the failing case alone is tried.
    if (failure?.path) expect(again.results?.requirements[0]?.cases).toBe(1);
    const sound = await replay(failure?.token);
    expect([sound.code, sound.results?.requirements.map(({ outcome }) => outcome)]).toEqual([0, ['pass']]);
  });
}

const whole = {
  requirement: 'add-image-tag.key-length',
  test: 'a key has at most 36 characters',
  about: 'add-image-tag.key-length',
  ordinal: 0,
  seed: 1,
  path: '0',
  runSeed: 1,
  effort: 'quick',
  profile: 'huaweicloud',
  suite: '0.1.0',
};
const tokenOf = (changes: object) => Buffer.from(JSON.stringify({ ...whole, ...changes })).toString('base64url');

for (const [title, args, says] of [
  ['a text that is no token', ['no-token'], /replay token "no-token": it is not whole\. Copy it from the report/],
  ['half a token', [tokenOf({}).slice(0, 80)], /it is not whole/],
  [
    'a token of another version',
    [tokenOf({ suite: '9.9.9' })],
    /made by version 9\.9\.9, and this is .* install ims-conformance@9\.9\.9/,
  ],
  [
    'a token of another profile',
    [tokenOf({}), '--profile', 'otc'],
    /profile huaweicloud, and otc .* Give --profile huaweicloud/,
  ],
  [
    'a token of an unknown rule',
    [tokenOf({ requirement: 'add-image-tag.none' })],
    /"add-image-tag\.none", which there is not/,
  ],
] as [string, string[], RegExp][]) {
  test(`${title} is refused`, async () => {
    const { code, stderr } = await runCli(['replay', ...args]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
  });
}

/** Follows a token to an emulator that was started by itself. */
async function replay(token = '', fault?: string) {
  const emulator = await startEmulator(fault ? { fault } : {});
  const config = join(temporaryFolder(), 'config.yaml');
  writeFileSync(config, stringify(emulator.configuration()));
  const run = await runSuite([token, '--config', config], {}, 'replay');
  await emulator.close();
  return run;
}

function failureOf(results: Results | undefined, id: string): Failure | undefined {
  return results?.requirements.find((row) => row.id === id)?.failures[0];
}

/** What a failure says, without the ids of the emulator that it was seen on. */
function essence(failure: Failure | undefined) {
  const plain = (text = '') => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|ims-conformance-[0-9a-f-]+/g, '*');
  return [failure?.kind, plain(failure?.documented), plain(failure?.observed), plain(failure?.counterexample)];
}

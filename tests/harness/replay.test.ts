import { expect, test } from '@playwright/test';
import { runCli, runSuite } from './run-cli.js';

test('a replay token leads to the same failing case', async () => {
  const fault = 'add-tag-key-37';
  const { results } = await runSuite(['--fault', fault, '--only', 'add-image-tag.key-length', '--workers', '1']);
  const failure = results?.requirements.find(({ outcome }) => outcome === 'fail')?.failures[0];
  const again = await runSuite([failure?.token as string, '--fault', fault], {}, 'replay');
  expect(again.code).toBe(1);
  const found = again.results?.requirements.find(({ outcome }) => outcome === 'fail');
  expect(found?.failures[0]?.counterexample).toBe(failure?.counterexample);
  expect(found?.cases).toBe(1);
});

test('a text that is no token is refused', async () => {
  const { code, stderr } = await runCli(['replay', 'no-token']);
  expect(code).toBe(2);
  expect(stderr).toContain('replay token');
});

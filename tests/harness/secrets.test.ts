import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { stringify } from 'yaml';
import { startEmulator } from '../../fixtures/emulator/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { startProxy } from './good-servers/altering-proxy.js';
import { runCli } from './run-cli.js';
import { unzippedReport } from './unzipped-report.js';

/*
 * The target repeats the caller's token in its errors, and a test fails: whatever is written, to the terminal or to any of the
 * report formats, must not hold a credential.
 */
test('no credential reaches the terminal or a file', async () => {
  const emulator = await startEmulator({ port: 0, fault: 'add-tag-key-35' });
  const given = emulator.configuration();
  const proxy = await startProxy(emulator.endpoint, {
    change: (answer) => {
      if (answer.status >= 400)
        answer.body = { error: { code: 'IMG.0001', message: `Refused for ${given.auth.token}.` } };
    },
  });
  const configuration = { ...given, endpoint: proxy.endpoint };
  const folder = temporaryFolder();
  const config = join(folder, 'config.yaml');
  writeFileSync(config, stringify(configuration));
  const out = join(folder, 'out');
  const only = ['add-image-tag.key-*', 'auth.tampered-*'];
  const { code, stdout, stderr } = await runCli([
    ...['run', '--config', config, '--out', out, '--effort', 'quick', '--workers', '1'],
    ...['--only', ...only],
  ]);
  await Promise.all([proxy.close(), emulator.close()]);

  expect(code, stderr).toBe(1);
  const told = new Map([['the terminal', `${stdout}\n${stderr}`], ...filesOf(out)]);
  expect([...told.keys()]).toEqual(expect.arrayContaining(['results.json', 'conformance.html', 'junit.xml']));
  for (const file of ['results.json', 'conformance.html', 'playwright-html/index.html'])
    expect(told.get(file), file).toContain('Refused for');
  const { auth, member, third, otherRegion } = configuration as unknown as Record<string, Record<string, string>>;
  const secrets = [
    auth?.token,
    auth?.sk,
    auth?.expiredToken,
    auth?.readerToken,
    auth?.domainToken,
    auth?.limitedToken,
    auth?.visitorToken,
    auth?.bucketlessToken,
    auth?.fullToken,
    member?.token,
    member?.sk,
    third?.token,
    third?.sk,
    otherRegion?.token,
  ];
  for (const secret of secrets) {
    expect(secret?.length).toBeGreaterThan(20);
    expect([...told].filter(([, text]) => text.includes(secret as string)).map(([name]) => name)).toEqual([]);
  }
});

/** Every file under `folder`, by its path there; Playwright's page with what it has packed into itself. */
function filesOf(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const text = readFileSync(path, 'latin1');
      return [path.slice(folder.length + 1), text.includes('playwrightReportBase64') ? unzippedReport(text) : text];
    });
}

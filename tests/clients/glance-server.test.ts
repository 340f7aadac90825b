import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { stringify } from 'yaml';
import { runSuite } from '../harness/run-cli.js';
import { temporaryFolder } from '../temporary-folder.js';
import { startGlance } from './glance-server/start-glance.js';

test('OpenStack Glance itself is Conformant in profile openstack', async () => {
  test.setTimeout(900_000);
  const folder = temporaryFolder();
  const glance = await startGlance(folder);
  try {
    const config = join(folder, 'config.yaml');
    const tenant = (name: string) => ({ token: `${name}-user:${name}:member,reader`, projectId: name });
    const auth = { auth: tenant('main'), member: tenant('other') };
    const receivers = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(32));
    const target = { endpoint: glance.endpoint, profile: 'openstack', region: 'RegionOne' };
    writeFileSync(config, stringify({ ...target, ...auth, provided: { receivers } }));
    const flags = ['--effort', 'quick', '--workers', '2'];
    const { code, results, stdout, stderr } = await runSuite(['--config', config, ...flags]);
    expect(results, `${stdout}\n${stderr}`).toBeDefined();
    const judged = results?.requirements.filter(
      ({ outcome }) => !['pass', 'observed', 'not-applicable'].includes(outcome),
    );
    expect(judged?.filter(({ level }) => level === 'MUST')).toEqual([]);
    expect(results?.requirements.filter(({ outcome }) => outcome === 'pass').length).toBeGreaterThan(50);
    expect(results?.ledger.filter(({ state }) => state !== 'deleted')).toEqual([]);
    expect(code, `${stdout}\n${stderr}`).toBe(0);
  } finally {
    glance.close();
  }
});

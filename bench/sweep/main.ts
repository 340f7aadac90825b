import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withConfiguration } from '../../fixtures/config/current-configuration.js';
import { loadConfiguration } from '../../fixtures/config/load-configuration.js';
import { packageRoot } from '../../fixtures/config/package-root.js';
import { detectionPage } from './detection-page.js';
import { planSweep } from './plan.js';
import { sweep } from './sweep.js';

/*
 * Switches on each fault of the emulator's bank and looks whether the requirement that it breaks fails.
 * npm run sweep -- [--faults a,b] [--profile openstack] [--seeds 1,2,3] [--workers 2] [--json FILE] [--write]
 */
const { values } = parseArgs({
  options: {
    faults: { type: 'string' },
    profile: { type: 'string' },
    seeds: { type: 'string' },
    workers: { type: 'string' },
    json: { type: 'string' },
    write: { type: 'boolean' },
  },
});
const plan = await planSweep(values.faults?.split(','), values.profile);
const seeds = values.seeds?.split(',') ?? [undefined];
const results = [];
for (const seed of seeds) {
  const out = mkdtempSync(join(tmpdir(), 'ims-conformance-sweep-'));
  try {
    const flags = { out, ...(values.workers ? { workers: values.workers } : {}), ...(seed ? { seed } : {}) };
    const configuration = loadConfiguration({ flags, env: process.env });
    mkdirSync(out, { recursive: true });
    const begin = performance.now();
    const catches = await sweep(plan, out, withConfiguration(process.env, configuration));
    const missed = catches.filter(({ caught }) => !caught);
    const minutes = ((performance.now() - begin) / 60_000).toFixed(1);
    console.log(
      `Seed ${configuration.seed}: ${catches.length - missed.length} of ${catches.length} faults caught in ${minutes} minutes.`,
    );
    for (const { fault, breaks, tests } of missed) {
      const seen = tests.map(({ title, status }) => `${title}: ${status}`).join('; ');
      console.log(`Missed: ${fault}, which breaks ${breaks}. ${seen || 'No test is about it; write one.'}`);
    }
    results.push({ seed: configuration.seed, catches });
    if (missed.length > 0) process.exitCode = 1;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
if (values.json) writeFileSync(values.json, JSON.stringify(results));
if (values.write) writeFileSync(join(packageRoot(), 'docs/detection.md'), detectionPage(results));

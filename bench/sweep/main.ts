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
import { sweepBeside } from './sweep-beside.js';

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
    beside: { type: 'boolean' },
    sample: { type: 'string' },
  },
});
const { beside = false } = values;
const plan = await planSweep({
  beside,
  ...(values.faults ? { named: values.faults.split(',') } : {}),
  ...(values.profile ? { profile: values.profile } : {}),
  ...(values.sample ? { sample: Number(values.sample) } : {}),
});
const seeds = values.seeds?.split(',') ?? [undefined];
const results = [];
for (const seed of seeds) {
  const out = mkdtempSync(join(tmpdir(), 'ims-conformance-sweep-'));
  try {
    const flags = {
      out,
      ...(beside ? { effort: 'quick' } : {}),
      ...(values.workers ? { workers: values.workers } : {}),
      ...(seed ? { seed } : {}),
    };
    const configuration = loadConfiguration({ flags, env: process.env });
    mkdirSync(out, { recursive: true });
    const begin = performance.now();
    const environment = withConfiguration(process.env, configuration);
    const catches = beside ? await sweepBeside(plan, out, environment) : await sweep(plan, out, environment);
    results.push({ seed: configuration.seed, catches });
    const minutes = ((performance.now() - begin) / 60_000).toFixed(1);
    if (beside) {
      const broad = catches.filter((each) => each.beside.length > 0);
      console.log(
        `Seed ${configuration.seed}: ${catches.length - broad.length} of ${catches.length} faults broke nothing but what they name, in ${minutes} minutes.`,
      );
      if (broad.length > 0) process.exitCode = 1;
      continue;
    }
    const missed = catches.filter(({ caught }) => !caught);
    console.log(
      `Seed ${configuration.seed}: ${catches.length - missed.length} of ${catches.length} faults caught in ${minutes} minutes.`,
    );
    for (const { fault, breaks, tests } of missed) {
      const seen = tests.map(({ title, status }) => `${title}: ${status}`).join('; ');
      console.log(`Missed: ${fault}, which breaks ${breaks}. ${seen || 'No test is about it; write one.'}`);
    }
    if (missed.length > 0) process.exitCode = 1;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
if (values.json) writeFileSync(values.json, JSON.stringify(results));
if (values.write) writeFileSync(join(packageRoot(), 'docs/detection.md'), detectionPage(results));

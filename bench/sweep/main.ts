import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { withConfiguration } from '../../fixtures/config/current-configuration.js';
import { loadConfiguration } from '../../fixtures/config/load-configuration.js';
import { packageRoot } from '../../fixtures/config/package-root.js';
import { detectionPage } from './detection-page.js';
import { planSweep } from './plan.js';
import { sweep } from './sweep.js';
import { sweepBeside } from './sweep-beside.js';

interface SweepFlags {
  faults?: string;
  profile?: string;
  sample?: string;
  seeds?: string;
  workers?: string;
  json?: string;
  beside?: true;
  write?: true;
}

const values = new Command('npm run sweep --')
  .description("Switches on each fault of the emulator's bank and looks whether the requirement that it breaks fails.")
  .option('--faults <names>', 'these alone, joined by commas')
  .option('--profile <name>', 'kind of deployment that is broken; default: of each fault the first that its rule is of')
  .option('--sample <n>', 'so many of them, drawn evenly by their names')
  .option('--seeds <numbers>', 'one sweep for each, joined by commas')
  .option('--workers <n>', 'processes that judge side by side')
  .option('--beside', 'look what each fault breaks beside what it names')
  .option('--json <file>', 'write what was caught')
  .option('--write', 'write docs/detection.md')
  .parse()
  .opts<SweepFlags>();
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

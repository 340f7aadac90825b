import { randomUUID } from 'node:crypto';
import { defaultProfile } from '../../schemas/profiles.js';
import type { RunSettings } from '../../schemas/results.js';

/** The environment variable through which the global set-up tells the reporter what the run was asked to do. */
export const RUN_VARIABLE = 'IMS_CONFORMANCE_RUN';

/** Reads the settings of the run; what is not told is filled with what can be known without it. */
export function readRunSettings(environment: NodeJS.ProcessEnv = process.env): RunSettings {
  const defaults: RunSettings = {
    id: randomUUID(),
    seed: 0,
    effort: 'normal',
    profile: defaultProfile,
    workers: 1,
    only: [],
    command: process.argv.slice(1).join(' '),
    endpoint: 'unknown',
    emulator: false,
  };
  const told = environment[RUN_VARIABLE];
  if (!told) return defaults;
  try {
    return { ...defaults, ...JSON.parse(told) };
  } catch (error) {
    throw new Error(`Failed to read ${RUN_VARIABLE}: ${String(error)}. It must hold the run's settings as JSON.`);
  }
}

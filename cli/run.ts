import { loadConfiguration } from '../fixtures/config/load-configuration.js';
import type { RunConfiguration } from '../fixtures/config/run-configuration.js';
import { requirements } from '../schemas/catalogue.js';
import { checkFault } from './check-fault.js';
import { matchIds } from './match-ids.js';
import { parseShard } from './parse-shard.js';
import { preflight } from './preflight.js';
import { prepareOutput } from './prepare-output.js';
import { printedCommand } from './printed-command.js';
import { outcomeOf } from './run-outcome.js';
import { runSuite } from './run-suite.js';
import { hideSecretsOf } from './say.js';

/** The flags of `run`, as they were typed. */
export interface RunFlags {
  endpoint?: string;
  config?: string;
  profile?: string;
  only?: string[];
  effort?: string;
  seed?: string;
  workers?: string;
  maxTime?: string;
  shard?: string;
  out?: string;
  fault?: string;
}

/**
 * Judges an endpoint, or the embedded emulator.
 * @param check throws when the configuration does not suit the purpose of the run.
 * @returns the exit code: 0 Conformant, 1 Not conformant, 3 Incomplete, 4 harness failure, 130 interrupted.
 * @throws {ConfigurationError | UsageError} when flags, configuration, endpoint or output folder cannot be used.
 */
export async function run(
  { config, shard, ...flags }: RunFlags,
  check: (configuration: RunConfiguration) => void = () => {},
): Promise<number> {
  const part = shard === undefined ? undefined : parseShard(shard);
  const ids = requirements.map((requirement) => requirement.id);
  const only = flags.only ? matchIds(flags.only, ids) : [];
  const configuration = loadConfiguration({ file: config, flags: { ...flags, only }, env: process.env });
  hideSecretsOf(configuration);
  check(configuration);
  if (configuration.fault !== undefined) await checkFault(configuration.fault);
  await prepareOutput(configuration.out);
  if (configuration.endpoint) await preflight({ ...configuration, endpoint: configuration.endpoint });
  process.stdout.write(`${introduction(configuration, part)}\n`);
  const end = await runSuite(configuration, printedCommand(process.argv.slice(2)), part);
  return outcomeOf(end, configuration.out, part);
}

function introduction(configuration: RunConfiguration, shard: string | undefined): string {
  const { endpoint, fault, profile, effort, seed, only } = configuration;
  const target = endpoint ?? (fault ? `the embedded emulator with the fault ${fault}` : 'the embedded emulator');
  const part = only.length === 0 ? '' : `, ${only.length} of ${requirements.length} requirements`;
  const forgotten = !endpoint && process.env.IMS_TOKEN ? '\nIMS_TOKEN is set but not used: no endpoint is given.' : '';
  return `Judging ${target} (profile ${profile}, effort ${effort}, seed ${seed}${part}${shard ? `, shard ${shard}` : ''}).${forgotten}`;
}

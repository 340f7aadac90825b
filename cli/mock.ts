import { once } from 'node:events';
import type { RunningEmulator } from '../fixtures/emulator/index.js';
import { profileNames } from '../schemas/profiles.js';
import { checkFault } from './check-fault.js';
import { knownFaults } from './known-faults.js';
import { UsageError } from './usage-error.js';

/** The flags of `mock`, as they were typed. */
export interface MockFlags {
  port?: string;
  otherPort?: string;
  host: string;
  profile: string;
  seedData?: string;
  jobSeconds?: string;
  data?: string;
  fault?: string;
  printConfig?: boolean;
  listFaults?: boolean;
  json?: boolean;
}

/**
 * Serves the emulator until Ctrl-C.
 * @throws {UsageError} when a flag's value is wrong, or the address is not free.
 */
export async function mock(flags: MockFlags): Promise<number> {
  if (flags.listFaults) return listFaults(flags.json ?? false);
  if (flags.json) throw new UsageError('--json belongs to --list-faults. Give both, or leave it out.');
  const port = number(flags.port ?? '0', '--port', { from: 0, to: 65535, whole: true });
  const otherPort = number(flags.otherPort ?? '0', '--other-port', { from: 0, to: 65535, whole: true });
  const jobSeconds =
    flags.jobSeconds && number(flags.jobSeconds, '--job-seconds', { from: 0, to: 86400, whole: false });
  if (flags.fault !== undefined) await checkFault(flags.fault);
  const { DataFolderError, SeedDataError, startEmulator } = await import('../fixtures/emulator/index.js');
  const emulator = await startEmulator({
    port,
    otherPort,
    host: flags.host,
    profile: profileNamed(flags.profile),
    ...(flags.seedData === undefined ? {} : { seedData: flags.seedData }),
    ...(typeof jobSeconds === 'number' ? { jobSeconds } : {}),
    ...(flags.data === undefined ? {} : { data: flags.data }),
    ...(flags.fault === undefined ? {} : { fault: flags.fault }),
  }).catch((error: NodeJS.ErrnoException) => {
    throw error instanceof SeedDataError || error instanceof DataFolderError || error.code
      ? new UsageError(error.message)
      : error;
  });
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await announce(emulator, flags);
  await stopped;
  await emulator.close();
  return 0;
}

function profileNamed(name: string): string {
  if (profileNames.includes(name)) return name;
  throw new UsageError(`--profile is "${name}"; expected one of: ${profileNames.join(', ')}.`);
}

async function listFaults(asJson: boolean): Promise<number> {
  const faults = await knownFaults();
  if (asJson) {
    const rows = faults.map(({ name, breaks, also = [], family, describe }) => ({
      name,
      breaks,
      also,
      family,
      description: describe,
    }));
    process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
    return 0;
  }
  const width = Math.max(0, ...faults.map(({ name }) => name.length));
  for (const { name, breaks, also = [], describe } of faults) {
    const further = also.length > 0 ? ` (and by it ${also.join(', ')})` : '';
    process.stdout.write(`${name.padEnd(width)}  breaks ${breaks}${further}: ${describe}\n`);
  }
  return 0;
}

/** With --print-config the configuration alone is on stdout, for a file to take. */
async function announce(emulator: RunningEmulator, flags: MockFlags): Promise<void> {
  const log = flags.printConfig ? process.stderr : process.stdout;
  if (flags.printConfig) {
    const { stringify } = await import('yaml');
    const schema = 'node_modules/ims-conformance/schemas/config.schema.json';
    process.stdout.write(`# yaml-language-server: $schema=${schema}\n${stringify(emulator.configuration())}`);
  }
  const broken = flags.fault === undefined ? '' : ` with the fault ${flags.fault}`;
  log.write(`IMS emulator${broken} at ${emulator.endpoint}. Press Ctrl-C to stop it.\n`);
  if (flags.printConfig) return;
  const { auth, otherRegion } = emulator.configuration();
  if (otherRegion) log.write(`Its region ${otherRegion.region}, to copy images to, is at ${otherRegion.endpoint}.\n`);
  log.write(`Try: curl -H 'X-Auth-Token: ${auth.token}' '${emulator.endpoint}/v2/cloudimages?limit=1'\n`);
  log.write('All credentials and what exists: start it with --print-config.\n');
}

function number(text: string, flag: string, { from, to, whole }: { from: number; to: number; whole: boolean }): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value >= from && value <= to && (!whole || Number.isInteger(value))) return value;
  throw new UsageError(
    `${flag} is "${text}"; expected ${whole ? 'a whole number' : 'a number'} from ${from} to ${to}.`,
  );
}

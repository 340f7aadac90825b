import { expect, test } from '@playwright/test';
import { lockedSeed, type RunningEmulator, startEmulator } from '../../fixtures/emulator/index.js';
import { startProxy } from './good-servers/altering-proxy.js';
import { expectConformant, judged } from './good-servers/judged.js';
import { addOthers, everything } from './good-servers/others.js';
import { type Replica, startReplica } from './good-servers/replica.js';
import { type Variant, variants } from './good-servers/variants.js';
import { randomSeed } from './random-seed.js';

/*
 * Any correct IMS passes, and finds what it had: jobs of moments and of minutes, answers and reads that are late, little
 * room, images of others, a second run beside. Every change looks at a part of the rules; by hand it is the whole suite:
 * IMS_CONFORMANCE_VARIANTS=all, or some names, with IMS_CONFORMANCE_SEEDS seeds each.
 */
const wanted = process.env.IMS_CONFORMANCE_VARIANTS;
const rounds = wanted ? Number(process.env.IMS_CONFORMANCE_SEEDS ?? 1) : 1;
const isWanted = ({ name, part }: Variant) =>
  wanted ? wanted === 'all' || wanted.split(',').includes(name) : part !== undefined;
const chosen = variants.filter(isWanted);

/** A job of a moment may be over before anybody has seen it under way. */
const isOfAMoment = (id: string) => /\.busy$|^show-job-progress\.task$/.test(id);

// Each waits more than it works, so they run beside each other.
test.describe.configure({ mode: 'parallel', timeout: wanted ? 10_800_000 : 600_000 });

for (const variant of chosen) {
  for (let round = 1; round <= rounds; round += 1) {
    const which = rounds > 1 ? `, random seed ${round}` : '';
    test(`an IMS of the variant ${variant.name} is not blamed and keeps what it had${which}`, () =>
      isNotBlamed(variant));
  }
}

async function isNotBlamed({
  jobSeconds = 0.1,
  delay = 0,
  lag = 0,
  configuration,
  ...variant
}: Variant): Promise<void> {
  const emulator = await startEmulator({ jobSeconds, seedData: lockedSeed });
  fill(emulator, variant);
  const before = everything(emulator);
  const replica = lag > 0 ? await startReplica(emulator, lag) : undefined;
  const lines = delay > 0 || replica ? await slowLines(emulator, delay, replica) : undefined;
  const { workers, part = [], unjudged = [] } = variant;
  const flags = wanted ? ['--workers', `${workers.whole}`] : ['--workers', `${workers.part}`, '--only', ...part];
  const changed = { ...configuration, ...lines?.configuration };
  const judge = () => judged(emulator, ['--seed', randomSeed(), ...flags], changed);
  const runs = await Promise.all(Array.from({ length: variant.runs ?? 1 }, judge));
  for (const run of runs) {
    expectConformant(run);
    const missing = run.results?.requirements.filter(({ outcome }) => outcome === 'not-run') ?? [];
    expect(missing.filter(({ id }) => !unjudged.includes(id) && !isOfAMoment(id))).toEqual([]);
  }
  expect(everything(emulator)).toEqual(before);
  await Promise.all([lines?.close(), replica?.close(), emulator.close()]);
}

/** Others' images, and what room they leave. */
function fill(emulator: RunningEmulator, { others = 0, room }: Pick<Variant, 'others' | 'room'>): void {
  const { world } = emulator;
  addOthers(emulator, others);
  const { projectId } = emulator.configuration().auth;
  if (room !== undefined) world.quotas.set(projectId, { image: world.images.ownedBy(projectId).length + room });
}

/** Ways to both regions of an emulator on which every answer and what reads tell are late. */
async function slowLines(emulator: RunningEmulator, delay: number, replica: Replica | undefined) {
  const { otherRegion } = emulator.configuration();
  const line = (to: string) => startProxy(to, { delay, ...replica?.instead(to) });
  const [here, there] = await Promise.all([line(emulator.endpoint), line(otherRegion?.endpoint ?? '')]);
  return {
    configuration: { endpoint: here.endpoint, otherRegion: { ...otherRegion, endpoint: there.endpoint } },
    close: () => Promise.all([here.close(), there.close()]),
  };
}

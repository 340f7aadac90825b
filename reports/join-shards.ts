import type { Requirement } from '../schemas/requirement.js';
import type { Results, Shard } from '../schemas/results.js';
import { buildResults } from './build-results.js';
import { documentsOf } from './documents.js';
import type { Deployment } from './judge/judge-requirement.js';

/** The results of one part of a run. */
export type Part = Results & { shard: Shard };

interface Surroundings {
  profile: Deployment;
  requirements: readonly Requirement[];
  suiteVersion: string;
  /** Requirement id -> faults of the emulator that are known to break it. */
  faults: Record<string, string[]>;
  command: string;
}

/**
 * Joins the parts of one run into the results that the run would have had in one piece: the verdict is found anew from all
 * that the tests saw. A part that is missing makes it Incomplete. Pure.
 * @param parts at least one, all of one run, none twice.
 */
export function joinShards(parts: readonly Part[], { faults, command, ...surroundings }: Surroundings): Results {
  const sorted = [...parts].sort((a, b) => a.shard.index - b.shard.index);
  const [first] = sorted as [Part];
  const { total } = first.shard;
  const present = new Set(sorted.map(({ shard }) => shard.index));
  const missing = Array.from({ length: total }, (_, at) => at + 1).filter((index) => !present.has(index));
  const time = (pick: (part: Part) => string) => sorted.map((part) => Date.parse(pick(part)));
  const joined = buildResults({
    settings: { ...first.run, ...first.target, id: sorted.map(({ run }) => run.id).join('+'), command, faults },
    ...surroundings,
    documents: documentsOf(surroundings.requirements),
    records: sorted.flatMap(({ shard }) => shard.tests),
    ledger: sorted.flatMap(({ ledger }) => ledger),
    startedAt: new Date(Math.min(...time(({ run }) => run.startedAt))),
    finishedAt: new Date(Math.max(...time(({ run }) => run.finishedAt))),
    interrupted: sorted.some(({ run }) => run.interrupted),
    harnessErrors: sorted.flatMap(({ harnessErrors }) => harnessErrors),
    setbacks: sorted.flatMap(({ setbacks }) => setbacks).sort((a, b) => (a.at < b.at ? -1 : 1)),
    joined: { shards: total, missing },
  });
  return joined;
}

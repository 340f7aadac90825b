import { createHash } from 'node:crypto';
import type { PlannedFault } from '../../fixtures/broken-target.js';
import { onlyGrep } from '../../fixtures/config/only-grep.js';
import { type Fault, loadFaults } from '../../fixtures/emulator/index.js';
import { isStanding, requirementById, requirements } from '../../schemas/catalogue.js';
import { defaultProfile } from '../../schemas/profiles.js';
import type { Requirement } from '../../schemas/requirement.js';
import { followsFrom, isOfAllCalls } from './related-rules.js';

/** Which faults are tried, and what is looked at. */
export interface SweepScope {
  /** Names of faults to keep; absent: all. */
  named?: readonly string[];
  /** The kind of deployment that is broken; absent: of each fault, the first in which its rule holds. */
  profile?: string;
  /** Keeps so many faults, drawn evenly by their names: further faults of the bank hardly change which. */
  sample?: number;
  /** Looks at what else fails: at every rule of the same operations and the same chapter. */
  beside?: boolean;
}

/**
 * Finds the tests that can judge each fault of the bank.
 * @throws {Error} when a name is no fault.
 */
export async function planSweep({ named, profile, sample, beside = false }: SweepScope): Promise<PlannedFault[]> {
  const faults = await loadFaults();
  const unknown = named?.filter((name) => !faults.some((fault) => fault.name === name)) ?? [];
  if (unknown.length > 0)
    throw new Error(`No such fault: ${unknown.join(', ')}. See "ims-conformance mock --list-faults".`);
  const kept = faults.filter(({ name }) => named?.includes(name) ?? true);
  const planned = sample ? drawn(kept, sample) : kept;
  return planned.map((fault) => (beside ? plannedBeside(fault, profile) : plannedAlone(fault, profile)));
}

function plannedAlone({ name, family, breaks }: Fault, given?: string): PlannedFault {
  const grep = onlyGrep(breaks);
  const [first = defaultProfile] = requirementById(breaks).profiles;
  return { name, family, breaks, profile: given ?? first, ...(grep ? { grep: grep.source } : {}) };
}

function plannedBeside(fault: Fault, given?: string): PlannedFault {
  const { breaks, also = [] } = fault;
  const broken = requirementById(breaks);
  const near = neighbours(broken);
  const ids = [breaks, ...near.map(({ id }) => id)].filter((id) => !isStanding(id));
  const grep = onlyGrep(ids.join(','));
  const follow = [...near, ...judgedAlways(broken)].filter((rule) => followsFrom(broken, rule)).map(({ id }) => id);
  return {
    ...plannedAlone(fault, given),
    ...(grep ? { grep: grep.source } : {}),
    expected: [breaks, ...also, ...follow],
  };
}

/** The rules that share an operation or the chapter with a rule; of a rule about all calls, some of every chapter. */
function neighbours(broken: Requirement): Requirement[] {
  const { operations, chapter } = broken;
  const tested = requirements.filter((row) => !row.excluded && !isStanding(row.id));
  const near = tested.filter(
    (row) => row.chapter === chapter || row.operations.some((operation) => operations.includes(operation)),
  );
  return [...near, ...(isOfAllCalls(broken) ? spread(tested, 100) : [])];
}

/** The rules that every exchange of the same operations is judged by. */
function judgedAlways(broken: Requirement): Requirement[] {
  return requirements.filter(
    ({ id, operations }) =>
      isStanding(id) && (id.startsWith('common.') || operations.some((each) => broken.operations.includes(each))),
  );
}

/** So many of them, in their order: those whose names have the smallest digests. */
function drawn(faults: readonly Fault[], count: number): Fault[] {
  const digest = ({ name }: Fault): string => createHash('sha256').update(name).digest('hex');
  const limit = faults.map(digest).sort()[count] ?? 'g';
  return faults.filter((fault) => digest(fault) < limit);
}

/** So many of them, at even distances. */
function spread<T>(all: readonly T[], count: number): T[] {
  const step = Math.max(1, all.length / count);
  return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

import type { PlannedFault } from '../../fixtures/broken-target.js';
import { onlyGrep } from '../../fixtures/config/only-grep.js';
import { type Fault, loadFaults } from '../../fixtures/emulator/index.js';
import { requirementById } from '../../schemas/catalogue.js';
import { defaultProfile } from '../../schemas/profiles.js';

/**
 * Finds the tests that can judge each fault of the bank.
 * @param named names of faults to keep; undefined: all.
 * @param profile the kind of deployment that is broken; undefined: of each fault, the first in which its rule holds.
 * @throws {Error} when a name is no fault.
 */
export async function planSweep(named?: readonly string[], profile?: string): Promise<PlannedFault[]> {
  const faults = await loadFaults();
  const unknown = named?.filter((name) => !faults.some((fault) => fault.name === name)) ?? [];
  if (unknown.length > 0)
    throw new Error(`No such fault: ${unknown.join(', ')}. See "ims-conformance mock --list-faults".`);
  return faults.filter(({ name }) => named?.includes(name) ?? true).map((fault) => planned(fault, profile));
}

function planned({ name, family, breaks }: Fault, given?: string): PlannedFault {
  const grep = onlyGrep(breaks);
  const [first = defaultProfile] = requirementById(breaks).profiles;
  return { name, family, breaks, profile: given ?? first, ...(grep ? { grep: grep.source } : {}) };
}

import type { PlannedFault } from '../../fixtures/broken-target.js';
import { onlyGrep } from '../../fixtures/config/only-grep.js';
import { type Fault, loadFaults } from '../../fixtures/emulator/index.js';
import { requirementById } from '../../schemas/catalogue.js';

/**
 * Finds the tests that can judge each fault of the bank.
 * @param named names of faults to keep; undefined: all.
 * @throws {Error} when a name is no fault.
 */
export async function planSweep(named?: readonly string[]): Promise<PlannedFault[]> {
  const faults = await loadFaults();
  const unknown = named?.filter((name) => !faults.some((fault) => fault.name === name)) ?? [];
  if (unknown.length > 0)
    throw new Error(`No such fault: ${unknown.join(', ')}. See "ims-conformance mock --list-faults".`);
  return faults.filter(({ name }) => named?.includes(name) ?? true).map(planned);
}

function planned({ name, family, breaks }: Fault): PlannedFault {
  const grep = onlyGrep(breaks);
  const [profile = 'huaweicloud'] = requirementById(breaks).profiles;
  return { name, family, breaks, profile, ...(grep ? { grep: grep.source } : {}) };
}

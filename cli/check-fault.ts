import { didYouMean } from '../fixtures/config/nearest.js';
import { knownFaults } from './known-faults.js';
import { UsageError } from './usage-error.js';

/**
 * Makes sure that the embedded emulator has the fault.
 * @throws {UsageError} with the nearest names when it has not.
 */
export async function checkFault(name: string): Promise<void> {
  const names = (await knownFaults()).map((fault) => fault.name);
  if (names.includes(name)) return;
  const hint = didYouMean(name, names, 3) || ' Run "ims-conformance mock --list-faults" to see them.';
  throw new UsageError(`There is no fault "${name}".${hint}`);
}

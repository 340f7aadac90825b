import type { Fault } from '../fixtures/emulator/index.js';

/** Every fault that the embedded emulator can be started with. */
export async function knownFaults(): Promise<readonly Fault[]> {
  const { loadFaults } = await import('../fixtures/emulator/index.js');
  return loadFaults();
}

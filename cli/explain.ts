import { didYouMean } from '../fixtures/config/nearest.js';
import { requirements } from '../schemas/catalogue.js';
import type { Requirement } from '../schemas/requirement.js';
import { knownFaults } from './known-faults.js';
import { UsageError } from './usage-error.js';

/**
 * Prints one requirement.
 * @throws {UsageError} when there is none of that id, with the nearest ones.
 */
export async function explain(id: string): Promise<number> {
  const found = requirements.find((requirement) => requirement.id === id);
  if (!found) {
    const ids = requirements.map((requirement) => requirement.id);
    const hint = didYouMean(id, ids, 3) || ' Run "ims-conformance list" to see the ids.';
    throw new UsageError(`There is no requirement "${id}".${hint}`);
  }
  const faults = (await knownFaults())
    .filter((fault) => fault.breaks === id)
    .map(({ name, describe }) => `${name}: ${describe}`);
  process.stdout.write(`${linesOf(found, faults).join('\n')}\n`);
  return 0;
}

function linesOf(requirement: Requirement, faults: string[]): string[] {
  const { id, level, rule, operations, sources, needs, rejects, readings, profiles, excluded } = requirement;
  const row = (name: string, values: readonly string[]): string[] =>
    values.map((value, index) => `  ${(index === 0 ? name : '').padEnd(12)}${value}`);
  return [
    `${id}  ${level}`,
    `  ${rule}`,
    '',
    ...row('operations', [operations.join(', ')]),
    ...row(
      'source',
      sources.map(({ doc, page, section }) => [doc, page, section].filter(Boolean).join(', ')),
    ),
    ...row(
      'refused by',
      rejects.map(({ status, codes }) => (codes ? `${status} with ${codes.join(' or ')}` : `${status}`)),
    ),
    ...row('readings', readings),
    ...row('needs', [needs.join(', ') || 'an endpoint and credentials only']),
    ...row('profiles', profiles.length > 0 ? [profiles.join(', ')] : []),
    ...row('excluded', excluded ? [excluded] : []),
    ...row('broken by', faults.length > 0 ? faults : ['no fault of the emulator yet']),
  ];
}

import type { Requirement } from '../schemas/requirement.js';
import { labelledRows } from './labelled-rows.js';

/** What `explain` prints of a requirement, without what became of it in a run. */
export function explainRequirement(requirement: Requirement, faults: readonly string[]): string[] {
  const { id, level, rule, operations, sources, needs, rejects, readings, profiles, excluded } = requirement;
  return [
    `${id}  ${level}`,
    `  ${rule}`,
    '',
    ...labelledRows('operations', [operations.join(', ')]),
    ...labelledRows(
      'source',
      sources.map(({ doc, page, section }) => [doc, page, section].filter(Boolean).join(', ')),
    ),
    ...labelledRows(
      'refused by',
      rejects.map(({ status, codes }) => (codes ? `${status} with ${codes.join(' or ')}` : `${status}`)),
    ),
    ...labelledRows('readings', readings),
    ...labelledRows('needs', [needs.join(', ') || 'an endpoint and credentials only']),
    ...labelledRows('profiles', profiles.length > 0 ? [profiles.join(', ')] : []),
    ...labelledRows('excluded', excluded ? [excluded] : []),
    ...labelledRows('broken by', faults.length > 0 ? faults : ['no fault of the emulator yet']),
  ];
}

import type { Account } from '../schemas/documents/account.js';
import type { PageDrift } from '../schemas/documents/measure-drift.js';
import type { Unit } from '../schemas/documents/unit.js';

/** One line a unit, in reading order: page, section, hash, and how it is accounted for. What is gone from a page follows it. */
export function describeUnits(pages: readonly PageDrift[]): string[] {
  return pages.flatMap(({ id, units, accounted, unaccounted, changed, gone }) => {
    const said = new Map<Unit, string>([
      ...accounted.map(({ unit, account }): [Unit, string] => [unit, accountedBy(account)]),
      ...changed.map(({ unit, account }): [Unit, string] => [
        unit,
        `changed, was ${account.hash}: ${accountedBy(account)}`,
      ]),
      ...unaccounted.map((unit): [Unit, string] => [unit, 'unaccounted']),
    ]);
    return [
      ...units.map((unit) => `  ${id} ${unit.section} ${unit.hash} ${said.get(unit)}`),
      ...gone.map(({ section, account }) => `  ${id} ${section} ${account.hash} gone: ${accountedBy(account)}`),
    ];
  });
}

function accountedBy({ requirements, schemas, descriptive, excluded }: Account): string {
  const ways = [
    ...(requirements.length > 0 ? [`requirement ${requirements.join(', ')}`] : []),
    ...(schemas.length > 0 ? [`schema ${schemas.join(', ')}`] : []),
    ...(descriptive ? ['descriptive'] : []),
    ...(excluded ? [`excluded: ${excluded}`] : []),
  ];
  return ways.join('; ');
}

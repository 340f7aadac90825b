import type { Account } from './account.js';
import type { Unit } from './unit.js';

/** An account and the unit that it is for. */
export interface Matched {
  unit: Unit;
  account: Account;
}

/** How a page stands to its accounts. */
export interface PageComparison {
  accounted: Matched[];
  /** Units that nothing accounts for. */
  unaccounted: Unit[];
  /** Units in the place of an account whose text is gone: read them again. */
  changed: Matched[];
  /** Accounts whose text is gone from the page. */
  gone: { section: string; account: Account }[];
}

/**
 * Compares the units of a page with its accounts, section by section. A text counts as often as it occurs. What is left
 * over on both sides between the same two accounted neighbours has changed; the rest is new, or gone.
 */
export function comparePage(units: readonly Unit[], sections: ReadonlyMap<string, readonly Account[]>): PageComparison {
  const result: PageComparison = { accounted: [], unaccounted: [], changed: [], gone: [] };
  const names = new Set([...units.map((unit) => unit.section), ...sections.keys()]);
  for (const section of names) {
    compareSection(
      units.filter((unit) => unit.section === section),
      sections.get(section) ?? [],
      section,
      result,
    );
  }
  return result;
}

function compareSection(units: Unit[], accounts: readonly Account[], section: string, result: PageComparison): void {
  const free = new Map<string, number[]>();
  for (const [index, { hash }] of accounts.entries()) free.set(hash, [...(free.get(hash) ?? []), index]);
  const taken = new Set<number>();
  const fresh = new Map<number, Unit[]>();
  let neighbour = -1;
  for (const unit of units) {
    const index = free.get(unit.hash)?.shift();
    const account = index === undefined ? undefined : accounts[index];
    if (index === undefined || !account) {
      fresh.set(neighbour, [...(fresh.get(neighbour) ?? []), unit]);
      continue;
    }
    taken.add(index);
    neighbour = index;
    result.accounted.push({ unit, account });
  }
  neighbour = -1;
  for (const [index, account] of accounts.entries()) {
    if (taken.has(index)) {
      neighbour = index;
      continue;
    }
    const unit = fresh.get(neighbour)?.shift();
    if (unit) result.changed.push({ unit, account });
    else result.gone.push({ section, account });
  }
  result.unaccounted.push(...[...fresh.values()].flat());
}

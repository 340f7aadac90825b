import type { Account } from './account.js';
import { align } from './align.js';
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
 * Compares the units of a page with its accounts, section by section and in order. A text counts as often as it occurs. What is left
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
  const pairs = align(
    units.map((unit) => unit.hash),
    accounts.map((account) => account.hash),
  );
  const accountOf = new Map(pairs);
  const taken = new Set(accountOf.values());
  // A unit that only moved within its section keeps its account.
  for (const [index, unit] of units.entries()) {
    if (accountOf.has(index)) continue;
    const moved = accounts.findIndex(({ hash }, at) => hash === unit.hash && !taken.has(at));
    if (moved < 0) continue;
    accountOf.set(index, moved);
    taken.add(moved);
  }
  const fresh = new Map<number, Unit[]>();
  let neighbour = -1;
  for (const [index, unit] of units.entries()) {
    const found = accountOf.get(index);
    const account = accounts[found ?? -1];
    if (found === undefined || !account) fresh.set(neighbour, [...(fresh.get(neighbour) ?? []), unit]);
    else {
      neighbour = found;
      result.accounted.push({ unit, account });
    }
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

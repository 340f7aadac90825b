import type { Accounting } from './account.js';
import { comparePage, type PageComparison } from './compare-page.js';
import type { PageRecord } from './parse-pages.js';
import type { Page, Unit } from './unit.js';

/** How one page of an edition stands to what is on record about it. */
export interface PageDrift extends PageComparison {
  id: string;
  subject: string;
  /** In reading order. */
  units: readonly Unit[];
}

/** A requirement and the unit that it was read from. */
export interface Reading {
  requirement: string;
  page: string;
  hash: string;
}

/** How an edition of a reference stands to what is on record about it. */
export interface Drift {
  document: string;
  /** The accounted pages, and those that are on no list: all their units are unaccounted. */
  pages: PageDrift[];
  /** Pages that belong to the interface and whose units are not accounted for yet. */
  pending: { id: string; subject: string; units: number; why: string }[];
  /** How many pages are left out with a reason. */
  excluded: number;
  /** Requirements whose sentence is not on its page, for pages that are not accounted for. */
  lostReadings: Reading[];
}

/** What is on record about a reference. */
export interface SourceRecord {
  document: string;
  pages: ReadonlyMap<string, PageRecord>;
  accounting: Accounting;
  readings: readonly Reading[];
  /** An account that names another requirement than these accounts for nothing. */
  requirements: ReadonlySet<string>;
}

/** Compares an edition with the record. Pure: what it says depends on the two alone. */
export function measureDrift(edition: readonly Page[], record: SourceRecord): Drift {
  const present = new Map(edition.map((page) => [page.id, page]));
  const drift: Drift = { document: record.document, pages: [], pending: [], excluded: 0, lostReadings: [] };
  for (const { id, units } of edition) {
    if (!record.pages.has(id)) drift.pages.push({ id, subject: 'on no list', units, ...all(units) });
  }
  for (const { id, subject, pending, excluded } of record.pages.values()) {
    const units = present.get(id)?.units ?? [];
    const hashes = new Set(units.map((unit) => unit.hash));
    if (excluded) drift.excluded += 1;
    else if (pending) drift.pending.push({ id, subject, units: units.length, why: pending });
    else {
      const comparison = comparePage(units, record.accounting.get(id) ?? new Map());
      drift.pages.push({ id, subject, units, ...strict(comparison, record.requirements) });
      continue;
    }
    drift.lostReadings.push(...record.readings.filter(({ page, hash }) => page === id && !hashes.has(hash)));
  }
  return drift;
}

/** Whether anything asks to be read again. */
export function hasDrifted({ pages, lostReadings }: Drift): boolean {
  const moved = pages.some(({ unaccounted, changed, gone }) => unaccounted.length + changed.length + gone.length > 0);
  return moved || lostReadings.length > 0;
}

function all(units: Page['units']): PageComparison {
  return { accounted: [], unaccounted: units, changed: [], gone: [] };
}

/** Moves units whose account names a requirement that does not exist to the unaccounted ones. */
function strict(comparison: PageComparison, known: ReadonlySet<string>): PageComparison {
  const holds = ({ account }: PageComparison['accounted'][number]): boolean =>
    account.requirements.every((id) => known.has(id));
  const dangling = comparison.accounted.filter((matched) => !holds(matched)).map(({ unit }) => unit);
  return {
    ...comparison,
    accounted: comparison.accounted.filter(holds),
    unaccounted: [...comparison.unaccounted, ...dangling],
  };
}

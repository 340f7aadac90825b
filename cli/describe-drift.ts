import { type Account, accountKind, accountKinds } from '../schemas/documents/account.js';
import type { Drift, PageDrift } from '../schemas/documents/measure-drift.js';
import type { Unit } from '../schemas/documents/unit.js';
import { describeUnits } from './describe-units.js';

const longest = 100;
const headings = ['page', 'subject', 'units', ...accountKinds, 'unaccounted', 'changed', 'gone'];

/**
 * What `drift` prints of a document: a table of its pages with a total, what is not judged, and what to read again.
 * @param shows what to print besides: each rule that has no requirement yet, and each unit in place of the table.
 */
export function describeDrift(drift: Drift, shows: { open?: boolean; units?: boolean } = {}): string[] {
  const rows = drift.pages.map((page) => [page.id, page.subject, ...figures(page).map(String)]);
  const sums = drift.pages.map(figures).reduce(add, figures(nothing)).map(String);
  const pendingUnits = drift.pending.reduce((sum, { units }) => sum + units, 0);
  const reasons = [...new Set(drift.pending.map(({ why }) => why))];
  const open = drift.pages.flatMap(({ accounted }) => accounted.filter(({ account }) => account.open));
  return [
    drift.document,
    ...(shows.units
      ? describeUnits(drift.pages)
      : table([headings, ...rows, ['total', `${drift.pages.length} pages`, ...sums]])),
    `  Not yet accounted: ${drift.pending.length} pages with ${pendingUnits} units${reasons.length > 0 ? ` (${reasons.join('; ')})` : ''}.`,
    ...drift.pending.map(({ id, subject, units }) => `    ${id}  ${subject}, ${units} units`),
    `  Left out with a reason: ${drift.excluded} pages.`,
    `  Accounted units with a rule that has no requirement yet (open): ${open.length}.`,
    ...(shows.open
      ? open.map(({ unit, account }) => `    ${unit.page} ${unit.section} ${unit.hash} ${account.open}`)
      : []),
    ...drift.pages.flatMap(toReadAgain),
    ...drift.lostReadings.map(
      ({ page, requirement, hash }) => `  gone: ${page} ${hash}, read again for ${requirement}`,
    ),
  ];
}

const nothing: PageDrift = { id: '', subject: '', units: [], accounted: [], unaccounted: [], changed: [], gone: [] };

function figures({ units, accounted, unaccounted, changed, gone }: PageDrift): number[] {
  const kinds = accounted.map(({ account }) => accountKind(account));
  const counts = accountKinds.map((kind) => kinds.filter((each) => each === kind).length);
  return [units.length, ...counts, unaccounted.length, changed.length, gone.length];
}

function add(left: number[], right: number[]): number[] {
  return left.map((value, index) => value + (right[index] ?? 0));
}

function table(rows: string[][]): string[] {
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`.trimEnd(),
  );
}

function toReadAgain({ id, unaccounted, changed, gone }: PageDrift): string[] {
  return [
    ...unaccounted.map((unit) => `  unaccounted: ${place(id, unit)}`),
    ...changed.map(
      ({ unit, account }) => `  changed: ${place(id, unit)}\n    was ${account.hash}, ${stoodFor(account)}`,
    ),
    ...gone.map(({ section, account }) => `  gone: ${id} ${section} ${account.hash}, ${stoodFor(account)}`),
  ];
}

function place(page: string, { section, hash, text }: Unit): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}...` : text;
  return `${page} ${section} ${hash} ${JSON.stringify(shown)}`;
}

/** What has to be read again when a unit has changed. */
function stoodFor({ requirements, schemas, descriptive, excluded }: Account): string {
  const targets = [...requirements, ...schemas];
  if (targets.length > 0) return `read again for ${targets.join(', ')}`;
  return descriptive ? 'descriptive' : `excluded: ${excluded ?? ''}`;
}

import type { LedgerEntry, Results } from '../../schemas/results.js';
import { count } from '../text/count.js';
import { SHOWN, told } from './told-line.js';

/** What came between the run and its target, and what it left behind there: a log alone must tell whoever cleans up. */
export function aftermathLines({ setbacks, ledger }: Results): string[] {
  const leaked = ledger.filter(({ state }) => state === 'leaked');
  const lines = setbacks.slice(0, SHOWN).map(({ what }) => `⚠ ${told(what)}`);
  if (leaked.length === 0) return lines;
  const further = leaked.length - SHOWN;
  return [
    ...lines,
    `⚠ ${count(leaked.length, 'resource')} could not be deleted and may still exist:`,
    ...leaked.slice(0, SHOWN).map((entry) => `    ${told(nameOf(entry))}`),
    ...(further > 0 ? [`    … and ${further} more: see the report.`] : []),
  ];
}

function nameOf({ kind, name, id, project, region }: LedgerEntry): string {
  const place = region ? `${project} (${region})` : project;
  return [kind, id, name, `in project ${place}`].filter(Boolean).join(' ');
}

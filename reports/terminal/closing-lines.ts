import { pathToFileURL } from 'node:url';
import type { RequirementResult, Results } from '../../schemas/results.js';
import { verdictGlyphs } from '../text/outcome-words.js';
import { visibleLine } from '../text/visible.js';
import { aftermathLines } from './aftermath-lines.js';
import { painter } from './style.js';
import { SHOWN, told } from './told-line.js';

const LONGEST = 3000;

function failureLines(row: RequirementResult, paint: ReturnType<typeof painter>): string[] {
  const [failure] = row.failures;
  if (!failure) return [];
  const line = (label: string, text: string | undefined) =>
    text ? [`    ${paint('dim', label.padEnd(10))} ${told(text)}`] : [];
  // A command is told whole, on one line that a shell takes as it is, or not at all.
  const command = (label: string, text: string | undefined) =>
    text && text.length <= LONGEST
      ? [`    ${paint('dim', label.padEnd(10))} ${visibleLine(text.replace(/ \\\n\s*/g, ' '))}`]
      : [];
  const place = failure.seed === undefined ? '' : ` (seed ${failure.seed}, path ${failure.path ?? ''})`;
  return [
    `${paint('red', '✘')} ${paint('bold', row.id)} ${row.level}: ${visibleLine(row.rule)}`,
    ...line('documented', failure.documented),
    ...line('observed', failure.observed),
    ...line('case', failure.counterexample && failure.counterexample + place),
    ...command('curl', failure.curl),
    ...command('replay', failure.token && `npx ims-conformance replay ${failure.token}`),
  ];
}

/**
 * The last lines of a run on a terminal: failures with the smallest case, what broke in the harness or on the way, what could
 * not be deleted, the verdict in one sentence and where the report is. Bytes from the target cannot start a line or steer the terminal.
 */
export function closingLines(
  results: Results,
  reportFile: string,
  stream: NodeJS.WriteStream = process.stdout,
): string {
  const paint = painter(stream);
  const failed = results.requirements.filter((row) => row.outcome === 'fail');
  const colour = { Conformant: 'green', 'Not conformant': 'red', Incomplete: 'yellow' } as const;
  const more = failed.length - SHOWN;
  return [
    '',
    ...failed.slice(0, SHOWN).flatMap((row) => [...failureLines(row, paint), '']),
    ...(more > 0 ? [`… and ${more} more failed requirements: see the report.`, ''] : []),
    ...results.harnessErrors.slice(0, 3).map((error) => `⚠ ${told(error)}`),
    ...aftermathLines(results),
    `${paint(colour[results.verdict], verdictGlyphs[results.verdict])} ${paint('bold', results.sentence)}`,
    `Report: ${reportFile}`,
    `        ${pathToFileURL(reportFile).href}`,
    '',
  ].join('\n');
}

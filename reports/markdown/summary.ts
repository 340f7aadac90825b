import type { RequirementResult, Results } from '../../schemas/results.js';
import { levels, tally } from '../judge/tally.js';
import { count } from '../text/count.js';
import { cut } from '../text/cut.js';
import { duration } from '../text/duration.js';
import { verdictGlyphs } from '../text/outcome-words.js';
import { escapeMarkdown } from './escape-markdown.js';

const SHOWN = 20;

function table(heads: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)];
}

function counts(results: Results): string[] {
  const rows = levels
    .map((level) => tally(results.requirements, level))
    .filter((each) => each.total > 0)
    .map((each) => [each.level, each.total, each.passed, each.failed, each.unjudged, each.observed].map(String));
  return table(['level', 'apply', 'passed', 'failed', 'could not be judged', 'recorded'], rows);
}

function failures(rows: RequirementResult[]): string[] {
  if (rows.length === 0) return [];
  const cell = (text = '') => escapeMarkdown(cut(text, 160));
  const cells = rows
    .slice(0, SHOWN)
    .map((row) => [
      cell(row.id),
      row.level,
      cell(row.rule),
      cell(row.failures[0]?.documented),
      cell(row.failures[0]?.observed),
    ]);
  const more = rows.length - SHOWN;
  return [
    '',
    '### Failures',
    '',
    ...table(['requirement', 'level', 'rule', 'documented', 'observed'], cells),
    ...(more > 0 ? ['', `and ${more} more in \`conformance.html\``] : []),
  ];
}

/** Writes results as a short Markdown text, for the summary of a CI job. */
export function toSummary(results: Results): string {
  const { run, target, totals } = results;
  const facts = [
    `\`${visibleTarget(target.endpoint)}\``,
    `profile ${escapeMarkdown(run.profile)}`,
    count(totals.requests, 'request'),
    count(totals.cases, 'case'),
    duration(run.seconds),
    `seed ${run.seed}`,
  ];
  return [
    `## ${verdictGlyphs[results.verdict]} IMS conformance: ${results.verdict}`,
    '',
    escapeMarkdown(results.sentence),
    '',
    facts.join(' · '),
    '',
    ...counts(results),
    ...(results.trust.length > 0 ? ['', ...results.trust.map((line) => `- ⚠ ${escapeMarkdown(line)}`)] : []),
    ...failures(results.requirements.filter((row) => row.outcome === 'fail')),
    '',
  ].join('\n');
}

function visibleTarget(endpoint: string): string {
  return endpoint.replace(/[`\n]/g, ' ');
}

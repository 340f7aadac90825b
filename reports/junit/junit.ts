import XMLBuilder from 'fast-xml-builder';
import type { Failure, RequirementResult, Results } from '../../schemas/results.js';
import { cut } from '../text/cut.js';
import { visible, visibleLine } from '../text/visible.js';

const LIMIT = 4000;
const SHOWN = 5;
const builder = new XMLBuilder({
  ignoreAttributes: false,
  format: true,
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
});

function details(failure: Failure): string {
  const lines = [
    `documented: ${failure.documented}`,
    `observed: ${failure.observed}`,
    ...(failure.counterexample ? [`case: ${failure.counterexample} (seed ${failure.seed}, path ${failure.path})`] : []),
    ...(failure.curl ? [failure.curl] : []),
    ...(failure.token ? [`npx ims-conformance replay ${failure.token}`] : []),
  ];
  // XML 1.0 has no place for control characters, not even escaped: they are named instead.
  return visible(cut(lines.join('\n'), LIMIT));
}

function outcomeNode(row: RequirementResult): object {
  const message = visibleLine(cut(row.reason ?? '', LIMIT));
  switch (row.outcome) {
    case 'fail': {
      const more = row.failureCount - Math.min(row.failures.length, SHOWN);
      const text = row.failures.slice(0, SHOWN).map(details).join('\n\n') + (more > 0 ? `\n\nand ${more} more` : '');
      return {
        failure: {
          '@_type': row.level,
          '@_message': visibleLine(cut(row.failures[0]?.observed ?? '', 500)),
          '#text': text,
        },
      };
    }
    case 'harness-error':
      return { error: { '@_type': 'harness', '@_message': message } };
    case 'not-run':
    case 'not-applicable':
      return { skipped: { '@_message': message } };
    default:
      return {};
  }
}

function suiteNode(chapter: string, rows: RequirementResult[], startedAt: string): object {
  const of = (...outcomes: string[]) => rows.filter((row) => outcomes.includes(row.outcome)).length;
  return {
    '@_name': chapter,
    '@_timestamp': startedAt,
    '@_tests': rows.length,
    '@_failures': of('fail'),
    '@_errors': of('harness-error'),
    '@_skipped': of('not-run', 'not-applicable'),
    '@_time': rows.reduce((sum, row) => sum + row.seconds, 0).toFixed(3),
    testcase: rows.map((row) => ({
      '@_classname': `${row.chapter}.${row.level}`,
      '@_name': `${row.id}: ${visibleLine(row.rule)}`,
      '@_time': row.seconds.toFixed(3),
      ...outcomeNode(row),
    })),
  };
}

/** Writes results as JUnit XML: a test suite for each chapter, a test case for each requirement. */
export function toJunit(results: Results): string {
  const chapters = new Map<string, RequirementResult[]>();
  for (const row of results.requirements) chapters.set(row.chapter, [...(chapters.get(row.chapter) ?? []), row]);
  const suites = [...chapters].map(([chapter, rows]) => suiteNode(chapter, rows, results.run.startedAt));
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    testsuites: { '@_name': 'ims-conformance', '@_time': results.run.seconds.toFixed(3), testsuite: suites },
  });
}

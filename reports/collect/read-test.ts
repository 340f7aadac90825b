import { stripVTControlCharacters } from 'node:util';
import type { TestCase, TestResult } from '@playwright/test/reporter';
import type { Evidence, TestRecord } from '../../schemas/results.js';
import { readEvidence } from './read-evidence.js';

/** The requirement ids that a test is announced to prove, before or while it runs. */
export function announced(test: TestCase, result?: TestResult): string[] {
  const annotations = [...test.annotations, ...(result?.annotations ?? [])];
  const ids = annotations.filter((each) => each.type === 'requirement').map((each) => each.description ?? '');
  return [...new Set(ids.filter(Boolean))];
}

function skipReason(test: TestCase, result: TestResult): string | undefined {
  const annotations = [...test.annotations, ...(result.annotations ?? [])];
  return annotations.find((each) => (each.type === 'skip' || each.type === 'fixme') && each.description)?.description;
}

/** Turns an ended Playwright test into a record. Evidence that cannot be read becomes one of its errors. */
export function readTest(test: TestCase, result: TestResult): TestRecord {
  const errors = result.errors.map((error) =>
    stripVTControlCharacters(error.message ?? error.value ?? 'unknown error'),
  );
  let evidence: Evidence | undefined;
  try {
    evidence = readEvidence(result.attachments);
  } catch (error) {
    errors.unshift(`Failed to read the evidence of the test: ${String(error)}. This is a defect of the suite.`);
  }
  return {
    id: test.id,
    // The path holds root, project and file before the titles.
    title: test.titlePath().slice(3).join(' › '),
    requirements: announced(test, result),
    seconds: result.duration / 1000,
    status: result.status,
    errors,
    skipReason: skipReason(test, result),
    evidence,
  };
}

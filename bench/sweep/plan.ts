import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';
import { onlyGrep } from '../../fixtures/config/only-grep.js';
import { packageRoot } from '../../fixtures/config/package-root.js';
import { type Fault, faults } from '../../fixtures/emulator/index.js';
import { requirementById } from '../../schemas/catalogue.js';

/** What has to run to see whether one fault is caught: plain data, since every worker reads it again. */
export interface PlannedFault {
  name: string;
  family: string;
  breaks: string;
  profile: string;
  /** Files with a test about the requirement, absolute. */
  files: string[];
  /** Source of the regular expression that its tests' tags match; absent: all tests. */
  grep?: string;
}

/** Where Playwright's command line is. */
export const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');

/**
 * Finds the tests that can judge each fault of the bank.
 * @param named names of faults to keep; undefined: all.
 * @throws {Error} when a name is no fault, or when no test is about what a fault breaks.
 */
export function planSweep(named?: readonly string[]): PlannedFault[] {
  const unknown = named?.filter((name) => !faults.some((fault) => fault.name === name)) ?? [];
  if (unknown.length > 0)
    throw new Error(`No such fault: ${unknown.join(', ')}. See "ims-conformance mock --list-faults".`);
  const files = filesByTags();
  return faults.filter(({ name }) => named?.includes(name) ?? true).map((fault) => planned(fault, files));
}

function planned({ name, family, breaks }: Fault, files: Map<string, string>): PlannedFault {
  const grep = onlyGrep(breaks);
  const about = [...files].filter(([tags]) => !grep || grep.test(tags)).map(([, file]) => file);
  if (about.length === 0) throw new Error(`No test is about ${breaks}, which the fault ${name} breaks. Write one.`);
  const [profile = 'huaweicloud'] = requirementById(breaks).profiles;
  return { name, family, breaks, profile, files: [...new Set(about)], ...(grep ? { grep: grep.source } : {}) };
}

/** The tags of each test, as they stand in its title, and its file. */
function filesByTags(): Map<string, string> {
  const config = join(packageRoot(), 'dist/playwright.config.js');
  const args = [playwright, 'test', '-c', config, '--project', 'conformance', '--list', '--reporter', 'json'];
  const report = JSON.parse(
    execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 }),
  ) as JSONReport;
  const suites = (suite: JSONReportSuite): JSONReportSuite[] => [suite, ...(suite.suites ?? []).flatMap(suites)];
  return new Map(
    report.suites
      .flatMap(suites)
      .flatMap(({ specs }) =>
        specs.map(({ tags, file }) => [tags.map((tag) => `@${tag}`).join(' '), join(report.config.rootDir, file)]),
      ),
  );
}

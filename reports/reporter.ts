import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestError,
  TestResult,
} from '@playwright/test/reporter';
import { requirements } from '../schemas/catalogue.js';
import { loadProfile } from '../schemas/profiles.js';
import type { Results, RunSettings, TestRecord } from '../schemas/results.js';
import { suiteVersion } from '../schemas/suite-version.js';
import { buildResults } from './build-results.js';
import { isNarrowed } from './collect/narrowing.js';
import { readLedger } from './collect/read-ledger.js';
import { readSetbacks } from './collect/read-setbacks.js';
import { announced, readTest } from './collect/read-test.js';
import { readRunSettings } from './collect/run-settings.js';
import { appendToStream, openStream } from './collect/stream.js';
import { documentsOf } from './documents.js';
import { exitCode } from './exit-code.js';
import { closingLines } from './terminal/closing-lines.js';
import { Progress } from './terminal/progress.js';
import { PAGE, writeReports } from './write-reports.js';

const PROJECT = 'conformance';
const isOurs = (test: TestCase) => test.parent.project()?.name === PROJECT;

/** Playwright's view of a run, turned into results and reports. Silent in runs without a conformance test. */
export default class ConformanceReporter implements Reporter {
  private settings: RunSettings = readRunSettings({});
  private outputDir = '';
  private narrowedTo: Set<string> | undefined;
  private shard: { index: number; total: number } | undefined;
  private began = false;
  private readonly errors: string[] = [];
  private readonly records = new Map<string, TestRecord>();
  /** Requirement id -> its tests that have not ended. */
  private readonly waiting = new Map<string, Set<string>>();
  private readonly progress = new Progress(() => this.state());

  constructor(private readonly options: { outputDir?: string } = {}) {}

  /** The command line leaves the terminal to this reporter; under plain Playwright its own reporters have it. */
  printsToStdio(): boolean {
    return Boolean(process.env.IMS_CONFORMANCE_QUIET);
  }

  onBegin(config: FullConfig, suite: Suite): void {
    const tests = suite.allTests().filter(isOurs);
    if (tests.length === 0) return;
    this.began = true;
    this.settings = readRunSettings();
    this.outputDir = resolve(this.settings.outputDir ?? this.options.outputDir ?? 'ims-conformance-report');
    openStream(this.outputDir);
    for (const test of tests) {
      for (const id of announced(test)) this.waiting.set(id, (this.waiting.get(id) ?? new Set()).add(test.id));
    }
    if (config.shard) this.shard = { index: config.shard.current, total: config.shard.total };
    if (isNarrowed(config)) this.narrowedTo = new Set(this.waiting.keys());
    if (this.printsToStdio()) this.progress.begin();
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    if (!isOurs(test)) return;
    const record = readTest(test, result);
    this.records.set(test.id, record);
    for (const id of record.requirements) this.waiting.get(id)?.delete(test.id);
    appendToStream(this.outputDir, record);
  }

  onError(error: TestError): void {
    this.errors.push(stripVTControlCharacters(error.stack ?? error.message ?? error.value ?? 'unknown error'));
  }

  async onEnd(result: FullResult): Promise<{ status?: FullResult['status'] } | undefined> {
    this.progress.end();
    if (!this.began) {
      if (this.printsToStdio()) for (const error of this.errors) process.stderr.write(`${error}\n`);
      return undefined;
    }
    const results = this.results(result);
    await writeReports(results, this.outputDir);
    process.stdout.write(closingLines(results, resolve(this.outputDir, PAGE)));
    return exitCode(results) === 4 && result.status === 'passed' ? { status: 'failed' } : undefined;
  }

  /** A part of a run also tells what it saw of the requirements that any exchange is judged by. */
  private selection(): Set<string> | undefined {
    if (!this.shard) return this.narrowedTo;
    const standing = [...this.records.values()].flatMap(({ evidence }) => Object.keys(evidence?.standing ?? {}));
    return new Set([...(this.narrowedTo ?? []), ...standing]);
  }

  private results({ status, startTime, duration }: FullResult): Results {
    return buildResults({
      settings: this.settings,
      profile: loadProfile(this.settings.profile),
      requirements,
      documents: documentsOf(requirements),
      suiteVersion: suiteVersion(),
      records: [...this.records.values()],
      ledger: readLedger(this.outputDir),
      startedAt: startTime,
      finishedAt: new Date(startTime.getTime() + duration),
      interrupted: status === 'interrupted' || status === 'timedout',
      harnessErrors: this.errors,
      setbacks: readSetbacks(this.outputDir),
      narrowedTo: this.selection(),
      shard: this.shard,
    });
  }

  private state() {
    const records = [...this.records.values()];
    const failed = new Set(records.flatMap(({ evidence }) => evidence?.failures.map((each) => each.requirement) ?? []));
    return {
      done: [...this.waiting.values()].filter((tests) => tests.size === 0).length,
      total: this.waiting.size,
      requests: records.reduce((sum, record) => sum + (record.evidence?.requests ?? 0), 0),
      failures: failed.size,
    };
  }
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { caughtMark, faultOf, plannedFaults } from '../../fixtures/broken-target.js';
import { readTest } from '../../reports/collect/read-test.js';
import { type Aside, lookBeside } from './look-beside.js';

/** What the suite made of one fault. */
export interface Catch {
  fault: string;
  family: string;
  breaks: string;
  /** The requirement that it breaks failed. */
  caught: boolean;
  /** How the tests ended, for a fault that was not caught. */
  tests: { title: string; status: string; errors: string[] }[];
  /** What failed that the fault does not name, where the sweep looks beside. */
  beside: Aside[];
  /** Tests that ran, and the seconds that they took. */
  ran: number;
  seconds: number;
}

/** Tells for each fault whether the requirement that it breaks failed, in `sweep.json` of the output folder. */
export default class SweepReporter implements Reporter {
  private readonly catches: Map<string, Catch>;
  private ended = 0;

  constructor(private readonly options: { out: string }) {
    this.catches = new Map(
      plannedFaults.map(({ name, family, breaks }) => [
        name,
        { fault: name, family, breaks, caught: false, tests: [], beside: [], ran: 0, seconds: 0 },
      ]),
    );
  }

  printsToStdio(): boolean {
    return true;
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const fault = faultOf(test.annotations);
    const one = this.catches.get(fault?.name ?? '');
    if (!fault || !one || (one.caught && !fault.expected)) return;
    const record = readTest(test, result);
    const { title, status, errors, evidence } = record;
    one.ran += 1;
    one.seconds += record.seconds;
    if (fault.expected) one.beside.push(...lookBeside(fault, record));
    if (one.caught) return;
    one.caught = evidence?.failures.some(({ requirement }) => requirement === one.breaks) ?? false;
    one.tests = one.caught || fault.expected ? [] : [...one.tests, { title, status, errors }];
    if (one.caught) this.tell(one.fault);
  }

  onError({ message }: { message?: string }): void {
    process.stderr.write(`${message}\n`);
  }

  onEnd(): void {
    writeFileSync(join(this.options.out, 'sweep.json'), JSON.stringify([...this.catches.values()]));
  }

  /** The other tests of this fault need not run. */
  private tell(fault: string): void {
    writeFileSync(caughtMark(this.options.out, { name: fault }), '');
    this.ended += 1;
    if (process.stderr.isTTY) process.stderr.write(`\r${this.ended} of ${this.catches.size} faults caught`);
  }
}

import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestRecord } from '../../schemas/results.js';

const fileOf = (outputDir: string) => join(outputDir, 'results.ndjson');

/** Starts `results.ndjson` in the output folder, which is made when missing. Throws what the file system throws. */
export function openStream(outputDir: string): void {
  mkdirSync(outputDir, { recursive: true });
  writeFileSync(fileOf(outputDir), '');
}

/** Adds a test to `results.ndjson` at once, so that a killed run keeps it. */
export function appendToStream(outputDir: string, record: TestRecord): void {
  appendFileSync(fileOf(outputDir), `${JSON.stringify(record)}\n`);
}

/** Reads what a run has recorded so far; a half-written last line is left out. */
export function readStream(outputDir: string): TestRecord[] {
  return readFileSync(fileOf(outputDir), 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line ? [JSON.parse(line) as TestRecord] : [];
      } catch {
        return [];
      }
    });
}

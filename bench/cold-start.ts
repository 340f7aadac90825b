import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../fixtures/config/package-root.js';
import { atMost } from './bar.js';

/** Loads the contract in a new process, calls every validator once, and prints the milliseconds of processor time that this took. */
const program = `
  const before = process.cpuUsage();
  const { validateAnswer } = await import(process.argv[1]);
  const { operations } = await import(process.argv[2]);
  for (const operation of operations)
    for (const status of Object.keys(operation.bodies)) validateAnswer(operation, Number(status), {});
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(String((user + system) / 1000));
`;
const most = 50;

/** The cold start of every validator of the contract: the best of a few, since others share the machine. */
export function benchColdStart(): void {
  const modules = ['validate-answer', 'contract'].map((name) => join(packageRoot(), `dist/schemas/${name}.js`));
  const args = ['--input-type=module', '-e', program, ...modules];
  const best = Math.min(
    ...Array.from({ length: 15 }, () => Number(execFileSync(process.execPath, args, { encoding: 'utf8' }))),
  );
  atMost('cold start of the validators', best, most, 'ms');
}

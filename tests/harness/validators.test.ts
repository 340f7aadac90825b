import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { operations } from '../../schemas/contract.js';
import * as validators from '../../schemas/generated/validators.js';

/** Loads the contract in a new process, calls every validator once, and prints the milliseconds of processor time that this took. */
const program = `
  const before = process.cpuUsage();
  const { operations, validateAnswer } = await import(process.argv[1]);
  let judged = 0;
  for (const operation of operations)
    for (const status of Object.keys(operation.bodies)) judged += validateAnswer(operation, Number(status), {}).length;
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(String((user + system) / 1000));
`;

test('every validator of the contract is ready within 50 milliseconds', () => {
  const contract = pathToFileURL('dist/schemas/contract.js').href;
  // The best of a few: others share this machine.
  const times = Array.from({ length: 25 }, () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', program, contract], { encoding: 'utf8' })),
  );
  expect(Math.min(...times), times.join(', ')).toBeLessThan(50);
});

test('every JSON body of the contract has a validator', () => {
  const names = operations.flatMap(({ bodies, request }) => [...Object.values(bodies), ...(request ? [request] : [])]);
  const known = validators as unknown as Record<string, unknown>;
  expect(names.length).toBeGreaterThan(operations.length);
  expect(names.filter((name) => typeof known[name] !== 'function')).toEqual([]);
});

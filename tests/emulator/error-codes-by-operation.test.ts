import { errorCodes } from '../../schemas/error-codes.js';
import { endOf } from './caller.js';
import { expect, test } from './emulator-test.js';
import { breaches } from './error-codes/breaches.js';
import { givenInstead, leftOut } from './error-codes/given-instead.js';
import { Desk } from './error-codes/recipe.js';

/** Operations apart from their twins of version 2.1, which do the same. */
const kinds = (operations: string[]): number => operations.filter((name) => !name.endsWith('InSafeMode')).length;

test('Every code of more than three operations is tried with each, or left out for a reason', () => {
  const many = errorCodes.filter(({ excluded, operations }) => excluded === undefined && kinds(operations) > 3);
  const untried = many.filter(({ code }) => !breaches[code] && !leftOut[code]);
  expect(untried.map(({ code }) => code)).toEqual([]);
});

for (const { code, operations } of errorCodes) {
  const breach = breaches[code];
  if (!breach) continue;
  test(`${code} is given by each operation that lists it, or a closer one`, async () => {
    const odd: string[] = [];
    for (const operation of operations) {
      const desk = await Desk.open();
      const { method, path, body } = await breach(desk, operation);
      const reply = await desk.send(method, path, body);
      const job = reply.body?.job_id ? await endOf(desk.stage.main, reply.body.job_id) : undefined;
      const got = job?.error_code ?? reply.body?.error?.code ?? reply.body?.error_code ?? `status ${reply.status}`;
      const due = givenInstead[code]?.[operation] ?? givenInstead[code]?.['*'] ?? code;
      if (got !== due) odd.push(`${operation}: ${got}`);
      await desk.stage.emulator.close();
    }
    expect(odd).toEqual([]);
  });
}

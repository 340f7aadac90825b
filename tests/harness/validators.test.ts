import { expect, test } from '@playwright/test';
import { operations } from '../../schemas/contract.js';
import * as validators from '../../schemas/generated/validators.js';

test('every JSON body of the contract has a validator', () => {
  const names = operations.flatMap(({ bodies, request }) => [...Object.values(bodies), ...(request ? [request] : [])]);
  const known = validators as unknown as Record<string, unknown>;
  expect(names.length).toBeGreaterThan(operations.length);
  expect(names.filter((name) => typeof known[name] !== 'function')).toEqual([]);
});

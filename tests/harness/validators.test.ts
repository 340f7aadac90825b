import { expect, test } from '@playwright/test';
import { operations } from '../../schemas/contract.js';
import contract from '../../schemas/generated/openapi.json' with { type: 'json' };
import * as validators from '../../schemas/generated/validators.js';

test('every JSON body of the contract has a validator', () => {
  const names = operations.flatMap(({ bodies, request }) => [...Object.values(bodies), ...(request ? [request] : [])]);
  const known = validators as unknown as Record<string, unknown>;
  expect(names.length).toBeGreaterThan(operations.length);
  expect(names.filter((name) => typeof known[name] !== 'function')).toEqual([]);
});

test('the patterns of the contract are ASCII', () => {
  const patterns = [...JSON.stringify(contract).matchAll(/"pattern":("(?:\\.|[^"])*")/g)].map(
    ([, text]) => text as string,
  );
  expect(patterns.length).toBeGreaterThan(20);
  expect(patterns.filter((text) => /[^ -~]/.test(text))).toEqual([]);
});

const patch = (path: string, value: unknown) => [{ op: 'add', path, value }];
const bodies: [string, unknown, unknown][] = [
  ['UpdateImage', patch('/hw_vif_multiqueue_enabled', 'false'), patch('/hw_vif_multiqueue_enabled', 'maybe')],
  ['UpdateImage', patch('/__is_config_init', 'true'), patch('/__is_config_init', 'yes')],
  ['UpdateImage', patch('/__support_kvm', 'true'), patch('/__support_kvm', 'maybe')],
  ['UpdateImage', patch('/os_shutdown_timeout', '60'), patch('/os_shutdown_timeout', '1')],
  ['UpdateImage', patch('/os_shutdown_timeout', 300), patch('/os_shutdown_timeout', 301)],
  ['UpdateImage', patch('/my_note', 'maybe'), patch('/enterprise_project_id', 7)],
];
for (const [operation, right, wrong] of bodies) {
  test(`${operation} takes ${JSON.stringify(right)} and not ${JSON.stringify(wrong)}`, () => {
    const { request } = operations.find(({ operationId }) => operationId === operation) as { request: string };
    const accepts = (validators as unknown as Record<string, (body: unknown) => boolean>)[request];
    expect([accepts?.(right), accepts?.(wrong)]).toEqual([true, false]);
  });
}

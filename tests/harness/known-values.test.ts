import { expect, test } from '@playwright/test';
import { isRequirement } from '../../schemas/catalogue.js';
import { operations } from '../../schemas/contract.js';
import { hasKnownValues, unknownValue } from '../../schemas/known-values.js';

const listed = operations.filter(({ bodies, success }) =>
  success.some((status) => hasKnownValues(bodies[String(status)] ?? '')),
);

test('every answer with listed values is judged by a rule', () => {
  const ids = listed.map(({ operationId }) => `${operationId.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase()}.values`);
  expect(ids.length).toBeGreaterThan(5);
  expect(ids.filter((id) => !isRequirement(id))).toEqual([]);
});

test('the place of a value that is not listed is told', () => {
  const images = [{ __platform: 'Ubuntu' }, { __platform: 'Amiga' }];
  expect(unknownValue('ListImagesAnswer200', { images })).toMatchObject({ pointer: '/images/1/__platform' });
});

for (const value of [undefined, null, '', 32, 'Red Hat', 'RedHat', 'Huawei Cloud EulerOS']) {
  test(`${JSON.stringify(value)} as a platform is left alone`, () => {
    expect(unknownValue('ListImagesAnswer200', { images: [{ __platform: value }] })).toBeUndefined();
  });
}

test('a body of another shape has no unknown value', () => {
  for (const body of [undefined, null, 7, [], { images: null }, { images: {} }, { images: [null, 'x'] }]) {
    expect(unknownValue('ListImagesAnswer200', body)).toBeUndefined();
  }
});

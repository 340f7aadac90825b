import { expect, test } from '@playwright/test';
import { judgeCoherence } from '../../fixtures/checks/coherence.js';
import { incoherenceOf } from '../../fixtures/images/image-coherence.js';
import { operationById } from '../../schemas/contract.js';

const now = Date.parse('2018-09-25T15:00:00Z');
const example = {
  id: 'a',
  status: 'active',
  visibility: 'public',
  created_at: '2018-09-06T14:03:05Z',
  updated_at: '2018-09-25T14:27:40Z',
};

const fitting: Record<string, Record<string, unknown>> = {
  'as an example has it': {},
  'that tells nothing': { created_at: undefined, updated_at: undefined, status: undefined },
  'with null for what it has not': { active_at: null, deleted_at: null, __data_origin: null, __os_feature_list: '' },
  'that is no more': { status: 'deleted', deleted: true, deleted_at: '2018-09-25T14:27:40Z' },
  'that waits for a file': { status: 'queued', __image_size: '0' },
  'by a clock that is ahead': { updated_at: '2018-09-25T15:09:00Z' },
  'whose creation alone is told to the millisecond': {
    created_at: '2018-09-06T14:03:05.700Z',
    updated_at: '2018-09-06T14:03:05Z',
  },
  'of ARM that does not say how it boots': { __support_arm: 'true' },
  'of the Marketplace, with what it was made of': { __imagetype: 'market', __data_origin: 'instance,b' },
  'of a project, with parent and origin': { visibility: 'private', __originalimagename: 'b', __data_origin: 'file' },
};

for (const [what, changes] of Object.entries(fitting)) {
  test(`an image ${what} is left alone`, () => {
    expect(incoherenceOf({ ...example, ...changes }, now)).toBeUndefined();
  });
}

test('what does not fit is named', () => {
  expect(incoherenceOf({ ...example, updated_at: '2018-09-25T23:00:00Z' }, now)?.property).toBe('updated_at');
});

test('a list that holds what is no image is left to its schema', () => {
  const images = [null, 7, 'x', { ...example, deleted: true }];
  const exchange = { operation: operationById('ListImages'), response: { status: 200, headers: {}, text: '' } };
  const judged = judgeCoherence(
    { ...exchange, response: { ...exchange.response, text: JSON.stringify({ images }) } } as never,
    [],
  );
  expect(judged?.finding?.pointer).toBe('/images/3/deleted');
});

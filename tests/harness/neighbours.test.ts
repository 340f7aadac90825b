import { expect, test } from '@playwright/test';
import { edgesOf } from '../../fixtures/judging/edges.js';
import { type AloneWrong, Neighbours, withWhole } from '../../fixtures/judging/neighbours.js';
import { readRequest } from '../../fixtures/judging/read-request.js';
import { sentParameters } from '../../fixtures/judging/sent-parameters.js';
import { operationById } from '../../schemas/contract.js';

const call = operationById('AddImageTag');
const url = (image: string) => `https://ims/v2/p/images/${image}/tags`;
const said = (tag: unknown, image = 'i') => {
  const read = readRequest(call, { method: 'POST', url: url(image), headers: {}, body: JSON.stringify({ tag }) });
  return { parts: sentParameters(read), edges: edgesOf(call, read) };
};
const parts = (wrong: AloneWrong[]) => wrong.map(({ part }) => part);

test('a refused request differs in one member from an accepted one', () => {
  const neighbours = new Neighbours();
  neighbours.accepts(said({ key: 'k', value: 'v' }));
  expect(parts(neighbours.refuses(said({ key: 'k', value: 7 })))).toEqual(['body tag.value']);
  expect(parts(neighbours.refuses(said({ key: 'k' })))).toEqual(['body tag.value']);
  expect(parts(neighbours.refuses(said({ key: 'k', value: 'v' }, 'j')))).toEqual(['path image_id']);
});

test('what differs in several members differs in what they are members of', () => {
  const neighbours = new Neighbours();
  neighbours.accepts(said({ key: 'k', value: 'v' }));
  expect(parts(neighbours.refuses(said({ key: 'l', value: 'w' })))).toEqual(['body tag']);
  expect(parts(neighbours.refuses(said('k.v')))).toEqual(['body tag']);
  expect(parts(neighbours.refuses(said({ key: 'l', value: 'v' }, 'j')))).toEqual([]);
});

test('the accepted neighbour may come after the refused request', () => {
  const neighbours = new Neighbours();
  expect(parts(neighbours.refuses(said({ key: '', value: 'v' })))).toEqual([]);
  expect(parts(neighbours.accepts(said({ key: 'k', value: 'v' })))).toEqual(['body tag.key']);
});

test('the same request, accepted and refused, says nothing about a parameter', () => {
  const neighbours = new Neighbours();
  neighbours.accepts(said({ key: 'k', value: 'v' }));
  expect(parts(neighbours.refuses(said({ key: 'k', value: 'v' })))).toEqual([]);
});

test('names that a run makes up are no difference', () => {
  const neighbours = new Neighbours();
  neighbours.accepts(said({ key: 'ims-conformance-ab12-0123456789ab', value: 'v' }));
  const other = said({ key: 'ims-conformance-ab12-ba9876543210', value: 'x' });
  expect(parts(neighbours.refuses(other))).toEqual(['body tag.value']);
});

test('a part stands for all that it is a part of', () => {
  expect(withWhole('body tags[].key')).toEqual(['body tags[].key', 'body tags[]', 'body tags']);
  expect(withWhole('path image_id')).toEqual(['path image_id']);
});

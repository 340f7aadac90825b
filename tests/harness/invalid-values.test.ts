import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { absentId } from '../../fixtures/arbitraries/absent-id.js';
import { refusedBatch } from '../../fixtures/arbitraries/batches.js';
import { refusedWrite } from '../../fixtures/arbitraries/refused-writes.js';
import { blankKey } from '../../fixtures/arbitraries/tags.js';
import { Client, type OperationId } from '../../fixtures/client.js';
import { brokenInRequest } from '../../fixtures/judging/broken-in-request.js';
import { readRequest } from '../../fixtures/judging/read-request.js';
import { operationById } from '../../schemas/contract.js';

const client = new Client({ base: 'https://ims' } as never, {} as never, { projectId: 'p' } as never, {} as never);

/** What a call breaks once it is serialised and read back. */
function broken(call: OperationId, body: unknown, path = { image_id: 'i' }): string {
  const operation = operationById(call);
  const request = client.toRequest(operation, { path, body });
  const rules = brokenInRequest(operation, readRequest(operation, request), request.headers['Content-Type']);
  return rules.map(({ parameter, rule }) => `${parameter} ${rule}`).join(', ');
}

/** What an arbitrary draws, and on the way from there to the smallest value whatever is tried, not always the first of it. */
class Walks<T> extends fc.Arbitrary<T[]> {
  constructor(private readonly of: fc.Arbitrary<T>) {
    super();
  }
  override generate(random: fc.Random, bias: number | undefined): fc.Value<T[]> {
    const seen: T[] = [];
    let value: fc.Value<T> | undefined = this.of.generate(random, bias);
    for (let step = 0; value && step < 400; step += 1) {
      seen.push(value.value);
      const smaller: fc.Value<T>[] = [...this.of.shrink(value.value, value.context).take(3)];
      seen.push(...smaller.map((each) => each.value));
      value = smaller[step < 50 ? step % smaller.length : 0];
    }
    return new fc.Value(seen, undefined);
  }
  override canShrinkWithoutContext(_value: unknown): _value is T[] {
    return false;
  }
  override shrink(): fc.Stream<fc.Value<T[]>> {
    return fc.Stream.nil();
  }
}

function drawn<T>(arbitrary: fc.Arbitrary<T>): T[] {
  return fc.sample(new Walks(arbitrary), { numRuns: 60, seed: 1 }).flat();
}

const long = 'maxLength';
/** What a refused write breaks as a body of AddImageTag, and as one of CreateOrUpdateTags; nothing where its image makes it wrong. */
const writes: Record<string, [add: string, put: string]> = {
  'its long value': [`body tag.value ${long}`, `body image_tag.value ${long}`],
  'its missing value': ['body tag.value required', 'body image_tag.value type'],
  'its long key': [`body tag.key ${long}`, `body image_tag.key ${long}`],
  'its empty key': ['body tag.key minLength, body tag.key pattern', 'body tag pattern'],
  'ten tags on the image': ['', ''],
  'both notations': ['', 'body image_tag forbidden'],
};

test('a refused write breaks its one rule however small it shrinks', () => {
  const values = drawn(refusedWrite);
  expect(new Set(values.map(({ why }) => why))).toEqual(new Set(Object.keys(writes)));
  const wrong = values.filter(({ why, add, put, before }) => {
    const due = writes[why] as [string, string];
    const isFull = why !== 'ten tags on the image' || Object.keys(before).length === 10;
    const isAdded = (add === undefined ? '' : broken('AddImageTag', { tag: add })) === due[0];
    return !isFull || !isAdded || broken('CreateOrUpdateTags', { image_id: 'i', ...put }) !== due[1];
  });
  expect(wrong).toEqual([]);
});

/** Of a batch that is made wrong by any of several entries, one of these. */
const batches: Record<string, string[]> = {
  'an illegal tag': [
    `body tags[].key ${long}`,
    `body tags[].value ${long}`,
    'body tags[].key minLength, body tags[].key pattern',
  ],
  'a key twice': ['body tags unique'],
  'more than ten tags': [''],
  'an unknown action': ['body action enum'],
  'an illegal key': [`body tags[].key ${long}`, 'body tags[].key minLength, body tags[].key pattern'],
};

test('a refused batch breaks its one rule however small it shrinks', () => {
  const values = drawn(refusedBatch);
  expect(new Set(values.map(({ why }) => why))).toEqual(new Set(Object.keys(batches)));
  const wrong = values.filter(({ why, action, tags, before }) => {
    const after = new Set([...Object.keys(before), ...tags.map(({ key }) => key)]);
    const isFull = why !== 'more than ten tags' || after.size > 10;
    return !isFull || !batches[why]?.includes(broken('BatchAddOrDeleteTags', { action, tags }));
  });
  expect(wrong).toEqual([]);
});

test('a blank key stays blank', () => {
  const keys = drawn(blankKey());
  expect(
    keys.filter(
      (key) => !/^body tag\.key (minLength|pattern)/.test(broken('AddImageTag', { tag: { key, value: 'v' } })),
    ),
  ).toEqual([]);
});

test('an absent id stays one that is right by itself, and no neighbour of its own', () => {
  const own = 'edf2e742-3a0f-40a9-a20f-e63d04d6039c';
  const ids = drawn(absentId(own));
  expect(ids.filter((id) => broken('GlanceShowImage', undefined, { image_id: id }) !== '')).toEqual([]);
  expect(ids.filter((id) => id.startsWith(own.slice(0, 8)))).toEqual([]);
});

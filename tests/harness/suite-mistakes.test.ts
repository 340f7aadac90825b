import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Exchange } from '../../fixtures/exchange.js';
import { ConformanceFailure } from '../../fixtures/judging/failure.js';
import { Judge } from '../../fixtures/judging/judge.js';
import { Properties } from '../../fixtures/judging/property.js';
import { Recorder } from '../../fixtures/judging/recorder.js';
import { SuiteMistake } from '../../fixtures/judging/suite-mistake.js';
import { operationById } from '../../schemas/contract.js';

const rule = 'add-image-tag.value-length';

/** An answer of a target to a tag, as it was serialised. */
function answered(status: number, tag: unknown, error = {}): Exchange {
  const url = 'https://ims/v2/p/images/i/tags';
  const request = { method: 'POST', url, headers: {}, body: JSON.stringify({ tag }) };
  const response = { status, headers: {}, text: JSON.stringify(error) };
  return { operation: operationById('AddImageTag'), request, response, milliseconds: 1 };
}

/** Tries values of so many characters, which the rule is to refuse, on a target that accepts, or refuses, them all. */
function tries(lengths: fc.Arbitrary<number>, status: number): Promise<unknown> {
  const recorder = new Recorder([]);
  const judge = new Judge([rule], recorder);
  const properties = new Properties({ effort: 'normal', seed: 1, requirement: rule, recorder, seconds: 60 });
  const error = { error: { code: 'IMG.0115', message: 'x' } };
  return properties
    .forAll(lengths, async (length) => {
      judge.rejected(answered(status, { key: 'k', value: 'v'.repeat(length) }, error));
    })
    .catch((thrown: unknown) => thrown);
}

/** All that are drawn are too long; what they shrink to need not be. */
class TooLongAtFirst extends fc.Arbitrary<number> {
  override generate(random: fc.Random, bias: number | undefined): fc.Value<number> {
    return fc.integer({ min: 44, max: 90 }).generate(random, bias);
  }
  override canShrinkWithoutContext(value: unknown): value is number {
    return typeof value === 'number';
  }
  override shrink(value: number): fc.Stream<fc.Value<number>> {
    return fc.integer({ min: 0, max: 90 }).shrink(value, undefined);
  }
}

test('values that are too long shrink to the shortest that is, and the target is blamed', async () => {
  const thrown = await tries(fc.integer({ min: 44, max: 90 }), 204);
  expect(thrown).toBeInstanceOf(ConformanceFailure);
  expect(JSON.parse(String((thrown as ConformanceFailure).exchange?.request.body)).tag.value).toHaveLength(44);
});

test('a value that shrinks into one that is right is a mistake of the suite', async () => {
  const thrown = await tries(new TooLongAtFirst(), 204);
  expect(thrown).toBeInstanceOf(SuiteMistake);
  expect(String(thrown)).toContain('breaks no rule of the contract');
});

test('a value that is right, refused, proves nothing', async () => {
  expect(await tries(fc.integer({ min: 1, max: 60 }), 400)).toBeInstanceOf(SuiteMistake);
  expect(await tries(fc.integer({ min: 44, max: 60 }), 400)).toBeUndefined();
});

test('a request that breaks two rules proves neither', () => {
  const judge = new Judge([rule], new Recorder([]));
  expect(() => judge.rejected(answered(400, { key: 'k'.repeat(37), value: 'v'.repeat(44) }))).toThrow(SuiteMistake);
  expect(() => judge.rejected(answered(400, { key: 7, value: 'v'.repeat(44) }))).toThrow('it breaks several');
  // A tag without members lacks no single one.
  expect(() => judge.rejected(answered(204, {}))).toThrow(ConformanceFailure);
});

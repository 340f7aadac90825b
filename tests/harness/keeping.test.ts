import { expect, test } from '@playwright/test';
import { Keeping } from '../../fixtures/books/keeping.js';
import type { Resources } from '../../fixtures/books/resources.js';

/** A keeping, and how often what it made was deleted, by the order of making. */
function newKeeping() {
  const deletions: number[] = [];
  const open = () => {
    const at = deletions.push(0) - 1;
    const close = async () => {
      deletions[at] = (deletions[at] as number) + 1;
    };
    return { close } as unknown as Resources;
  };
  return { keeping: new Keeping(open), deletions };
}

test('what several tests take is made once, and deleted at the end', async () => {
  const { keeping, deletions } = newKeeping();
  const made = [await keeping.get('a', async () => ({})), await keeping.get('a', async () => ({}))];
  expect(made[0]).toBe(made[1]);
  await keeping.release();
  expect(deletions).toEqual([1]);
});

test('where room is lacking, what the test of the moment takes stays', async () => {
  const { keeping, deletions } = newKeeping();
  await keeping.get('a', async () => 1);
  keeping.begin();
  await keeping.get('b', async () => 2);
  await keeping.giveBack();
  expect(deletions).toEqual([1, 0]);
  expect([keeping.has('a'), keeping.has('b')]).toEqual([false, true]);
});

test('what did not come to be is made again by the next test, and leaves nothing behind', async () => {
  const { keeping, deletions } = newKeeping();
  const failing = async () => {
    throw new Error('no');
  };
  await expect(keeping.get('a', failing)).rejects.toThrow('no');
  expect(await keeping.get('a', async () => 3)).toBe(3);
  await keeping.release();
  expect(deletions).toEqual([1, 1]);
});

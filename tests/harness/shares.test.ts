import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { roomOf } from '../../fixtures/books/crowd.js';
import { Patience } from '../../fixtures/books/patience.js';
import { Room } from '../../fixtures/books/room.js';
import { canAllEnd, most, Shares } from '../../fixtures/books/shares.js';
import type { Client } from '../../fixtures/client.js';
import { temporaryFolder } from '../temporary-folder.js';

const anyRoom = fc.integer({ min: most, max: 40 });
/** Which worker asks for an image next. */
const turns = fc.array(fc.nat({ max: 7 }), { maxLength: 80 });

/** What workers hold that take turns, each no more than a test holds, and nobody ends. */
function taken(room: number, workers: readonly number[]): number[] {
  const holds = Array.from({ length: 8 }, () => 0);
  for (const worker of workers) {
    const wish = holds.map((held, at) => (at === worker ? held + 1 : held));
    if ((wish[worker] as number) <= most && canAllEnd(room, wish)) holds.splice(0, holds.length, ...wish);
  }
  return holds;
}

test('whatever was taken, there is one who may take all the rest', () => {
  fc.assert(
    fc.property(anyRoom, turns, (room, workers) => {
      const holds = taken(room, workers);
      const leader = holds.indexOf(Math.max(...holds));
      const rest = Array.from({ length: most }, () => leader);
      expect(taken(room, [...workers, ...rest])[leader]).toBe(most);
    }),
  );
});

test('a room for all refuses nobody', () => {
  fc.assert(
    fc.property(turns, (workers) => {
      const asked = Array.from({ length: 8 }, (_, at) => workers.filter((worker) => worker === at).length);
      expect(taken(8 * most, workers)).toEqual(asked.map((times) => Math.min(times, most)));
    }),
  );
});

test('who would leave nobody the rest of what he needs waits until one has ended', async () => {
  const { first, second } = twoWorkers(most + 1);
  for (let made = 0; made < 3; made += 1) await first.makes();
  await second.makes();
  const waiting = second.makes();
  for (let made = 3; made < most; made += 1) await first.makes();
  await first.ends();
  await waiting;
  expect([first.holds, second.holds]).toEqual([0, 2]);
});

test('what a worker keeps it gives back when it begins a test while another waits', async () => {
  const { first, second } = twoWorkers(most);
  await first.makes();
  await first.room.begin();
  expect(first.holds).toBe(1);
  const waiting = second.makes();
  await first.room.begin();
  expect(first.holds).toBe(0);
  await waiting;
});

test('what a worker held that was killed is free', async () => {
  const { second, folder } = twoWorkers(most);
  worker(folder, 2 ** 22 + 1, most, { holds: most });
  await second.makes();
});

test('a quota that is refused, or is none, leaves any room', async () => {
  const room = (status: number, body: object) =>
    roomOf({ call: async () => ({ response: { status, headers: {}, text: JSON.stringify(body) } }) } as never, {
      operations: ['ShowImageQuota'],
    });
  const told = (used: number, quota: number) => ({ quotas: { resources: [{ type: 'image', used, quota }] } });
  expect(await room(200, told(3, 20))).toBe(17);
  for (const [status, body] of [
    [403, { error: { code: 'IMG.0002', message: 'No permission.' } }],
    [200, told(3, -1)],
    [200, {}],
  ] as const)
    expect(await room(status, body)).toBe(Number.POSITIVE_INFINITY);
});

test('room is waited for half as long each time that it was in vain, until there is some', () => {
  const patience = new Patience(temporaryFolder());
  const other = { projectId: 'q' } as unknown as Client;
  const waited = [];
  for (let time = 0; time < 6; time += 1) {
    waited.push(patience.of(owner));
    patience.wasInVain(owner);
  }
  expect(waited).toEqual([120_000, 60_000, 30_000, 15_000, 7500, 5000]);
  expect(patience.of(other)).toBe(120_000);
  patience.wasRewarded(owner);
  expect(patience.of(owner)).toBe(120_000);
});

/** Two workers in a room. */
function twoWorkers(room: number) {
  const folder = temporaryFolder();
  return { first: worker(folder, process.pid, room), second: worker(folder, process.ppid, room), folder };
}

const owner = { projectId: 'p' } as unknown as Client;

/** A worker in a room that refuses nobody itself. */
function worker(folder: string, process: number, room: number, has = { holds: 0 }) {
  const own = { ...has };
  const shares = new Shares({ folder, worker: process, project: 'p', room, count: () => own.holds });
  const ends = async () => {
    own.holds = 0;
    shares.tell();
  };
  shares.tell();
  const patience = new Patience(folder);
  const kept = new Room(ends, patience, shares);
  const inUse = new Room(async () => {}, patience, shares);
  return Object.assign(own, {
    room: kept,
    ends,
    makes: async () => {
      own.holds += 1;
      await inUse.wait(owner, async () => ({ response: { status: 201, headers: {}, text: '{}' } }) as never);
    },
  });
}

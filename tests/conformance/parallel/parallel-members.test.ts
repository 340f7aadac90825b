import type { OwnImage } from '../../../fixtures/books/resources.js';
import type { Exchange } from '../../../fixtures/exchange.js';
import { fc, proves } from '../../../fixtures/index.js';
import { endsAsInTurn, inTurn } from '../../../fixtures/judging/ends-as-in-turn.js';
import { someOrderExplains } from '../../../fixtures/model/serial-order.js';
import type { MemberDesk } from '../../../fixtures/sharing/member-desk.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

type States = Record<string, string>;

interface Racer {
  send(sharing: MemberDesk, image: OwnImage): Promise<Exchange>;
  effect(states: States): States | undefined;
}

const joins = (project: string): Racer => ({
  send: (sharing, image) => sharing.addOne(image, { member: project }),
  effect: (states) => (states[project] ? undefined : { ...states, [project]: 'pending' }),
});
const leaves = (project: string): Racer => ({
  send: (sharing, image) => sharing.removeOne(image, project),
  effect: ({ [project]: state, ...others }) => (state ? others : undefined),
});
const decides = (project: string, status: string): Racer => ({
  send: (sharing, image) => sharing.decideOne(image, { status }),
  effect: (states) => (states[project] ? { ...states, [project]: status } : undefined),
});

/** Some projects have the image and may lose it, others get it; the member decides while it may lose it too. */
const race = fc.record({
  present: fc.integer({ min: 0, max: 3 }),
  coming: fc.integer({ min: 0, max: 2 }),
  decision: fc.constantFrom('accepted', 'rejected'),
  withdrawn: fc.boolean(),
});

test(
  'parallel sharing ends as if in turn',
  proves('parallel-calls.members'),
  async ({ sharing, own, receiver, provided, forAll, judge }) => {
    await forAll(
      race,
      async ({ present, coming, decision, withdrawn }) => {
        const [there, absent] = [provided.receivers?.slice(0, present) ?? [], provided.receivers?.slice(present) ?? []];
        const before = Object.fromEntries([receiver, ...there].map((project) => [project, 'pending']));
        await sharing.given(own, before);
        const racers = [
          decides(receiver, decision),
          ...(withdrawn ? [leaves(receiver)] : []),
          ...there.slice(1).map(leaves),
          ...absent.slice(0, coming).map(joins),
        ];
        const send = (racer: Racer) => racer.send(sharing, own);
        const endingOf = async (exchanges: Exchange[]) => {
          const accepted = racers.filter((_, at) => (exchanges[at]?.response.status ?? 500) < 400);
          const calls = accepted.map(({ effect }) => ({ accepted: true, effect }));
          const explained = (states: States) => someOrderExplains(before, calls, states);
          const after = await sharing.settledWhen(own, explained);
          const ends = exchanges.map(({ operation, response }) => `${operation?.operationId} ${response.status}`);
          return {
            explained: explained(after),
            documented: `after ${ends.join(', ')}: as after one at a time`,
            observed: JSON.stringify(after),
          };
        };
        await endsAsInTurn(judge, await endingOf(await Promise.all(racers.map(send))), async () => {
          await sharing.given(own, before);
          return endingOf(await inTurn(racers, send));
        });
      },
      { weight: 0.5 },
    );
  },
);

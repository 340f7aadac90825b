import { setTimeout as sleep } from 'node:timers/promises';
import type { OwnImage } from '../../../fixtures/books/resources.js';
import { type Exchange, jsonOf } from '../../../fixtures/exchange.js';
import { proves } from '../../../fixtures/index.js';
import { isOfNow } from '../../../fixtures/judging/is-of-now.js';
import { type MemberDesk, type MemberView, membersOf } from '../../../fixtures/sharing/member-desk.js';
import { areNear, secondsBetween } from '../../../fixtures/sharing/member-times.js';
import { needsCarriedOut } from '../../../fixtures/sharing/sharing-checks.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

type Times = Pick<MemberView, 'created_at' | 'updated_at'>;

/** Lies between two events, whose times then differ by more than two answers may; in milliseconds. */
const pause = 3100;

test(
  'members are read with their times',
  proves('glance-list-image-members.times'),
  async ({ sharing, own, receiver, eventually, judge }) => {
    await sharing.given(own, {});
    await sleep(pause);
    const added = jsonOf(judge.needs(await sharing.addOne(own, { member: receiver }))) as MemberView;
    await sleep(pause);
    const decided = jsonOf(judge.needs(await sharing.decideOne(own, { status: 'accepted' }))) as MemberView;
    const due = { created_at: added.created_at, updated_at: decided.updated_at };
    for (const read of viewsOf(sharing, own, receiver)) {
      const seen = timesOf(await eventually(read, (member) => areAlike(timesOf(member), due)));
      judge.that(areAlike(seen, due), `a member with about ${JSON.stringify(due)}`, JSON.stringify(seen));
    }
  },
);

test(
  'a batch decision moves the time of change',
  proves('batch-update-members.times'),
  async ({ sharing, own, receiver, eventually, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    const read = () => sharing.showOne(own, receiver);
    const before = jsonOf(await read()) as MemberView;
    await sleep(pause);
    needsCarriedOut(judge, await sharing.decide([own], 'accepted'), 'accepting an image');
    const isLater = (exchange: Exchange) =>
      secondsBetween(before.updated_at, (jsonOf(exchange) as MemberView).updated_at) > 0;
    const exchange = await eventually(read, isLater);
    const after = jsonOf(exchange) as MemberView;
    judge.that(isLater(exchange), `a time of the change after ${before.updated_at}`, String(after.updated_at));
    isOfNow(judge, exchange, after.updated_at, 'updated_at');
    const isKept = areNear(before.created_at, after.created_at);
    judge.that(isKept, `about ${before.created_at}, the time of the sharing`, String(after.created_at));
  },
);

test(
  'a batch tells the time of sharing',
  proves('batch-add-members.times'),
  async ({ sharing, own, receiver, eventually, judge }) => {
    await sharing.given(own, {});
    needsCarriedOut(judge, await sharing.add([own], [receiver]), 'sharing an image');
    const isThere = ({ response }: Exchange) => response.status === 200;
    const exchange = judge.needs(await eventually(() => sharing.showOne(own, receiver), isThere));
    const { created_at, updated_at } = jsonOf(exchange) as MemberView;
    for (const [name, time] of Object.entries({ created_at, updated_at })) isOfNow(judge, exchange, time, name);
  },
);

test(
  'a decision keeps the time of sharing',
  proves('glance-update-image-member.keeps-created'),
  async ({ sharing, own, receiver, judge }) => {
    await sharing.given(own, {});
    let before = jsonOf(judge.needs(await sharing.addOne(own, { member: receiver }))) as MemberView;
    for (const status of ['accepted', 'rejected']) {
      await sleep(pause);
      const exchange = judge.needs(await sharing.decideOne(own, { status }), `an image is ${status}`);
      const after = jsonOf(exchange) as MemberView;
      const isKept = areNear(before.created_at, after.created_at);
      judge.that(isKept, `about ${before.created_at}, the time of sharing`, `${after.created_at}`, { exchange });
      const isLater = secondsBetween(before.updated_at, after.updated_at) > 0;
      judge.that(isLater, `a time after ${before.updated_at}`, `${after.updated_at}`, { exchange });
      isOfNow(judge, exchange, after.updated_at, 'updated_at');
      before = after;
    }
  },
);

/** Reads of a member: as it is listed, and as it is shown. */
function viewsOf(sharing: MemberDesk, image: OwnImage, project: string): (() => Promise<MemberView | undefined>)[] {
  return [
    async () => membersOf(await sharing.list(image)).find(({ member_id }) => member_id === project),
    async () => jsonOf(await sharing.showOne(image, project)) as MemberView | undefined,
  ];
}

function timesOf({ created_at, updated_at }: MemberView = {}): Times {
  return { created_at, updated_at };
}

function areAlike(one: Times, other: Times): boolean {
  return areNear(one.created_at, other.created_at) && areNear(one.updated_at, other.updated_at);
}

import type { Exchange } from '../../../fixtures/exchange.js';
import { proves } from '../../../fixtures/index.js';
import { isNativelyRefused, isTurnedDown, needsCarriedOut } from '../../../fixtures/sharing/sharing-checks.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

test(
  'batches of members need a body of JSON',
  proves('image-sharing.body'),
  async ({ sharing, own, receiver, member, ims, judge }) => {
    const [images, projects, shared] = [[own.id], [receiver], { [receiver]: 'pending' }];
    const accepted = { images, project_id: receiver, status: 'accepted' };
    for (const [call, before, body, client] of [
      ['BatchAddMembers', {}, { images, projects }, ims],
      ['BatchUpdateMembers', shared, accepted, member],
      ['BatchDeleteMembers', shared, { images, projects }, ims],
    ] as const) {
      await sharing.given(own, before);
      for (const text of brokenFrom(body)) {
        isTurnedDown(judge, await sharing.batch(call, text, client), `${call} with the body "${text}" is refused`);
      }
      judge.equal(await sharing.settledWhen(own, () => false), before, `the members after the refusals of ${call}`);
      needsCarriedOut(judge, await sharing.batch(call, body, client), `${call} with a whole body`);
    }
  },
);

test(
  'native calls about members need a body of JSON',
  proves('image-sharing.native-body'),
  async ({ sharing, own, receiver, judge }) => {
    const adds = (body: unknown): Promise<Exchange> => sharing.addOne(own, body);
    const decides = (body: unknown): Promise<Exchange> => sharing.decideOne(own, body);
    for (const [before, body, send] of [
      [{}, { member: receiver }, adds],
      [{ [receiver]: 'pending' }, { status: 'accepted' }, decides],
    ] as const) {
      await sharing.given(own, before);
      for (const text of brokenFrom(body)) {
        isNativelyRefused(judge, await send(text), `the body "${text}" is refused`);
      }
      judge.equal(await sharing.settledWhen(own, () => false), before, 'the members after the refusals');
      judge.needs(await send(body), 'a whole body is accepted');
    }
  },
);

/** No body, and some that are not JSON. */
function brokenFrom(body: object): string[] {
  const whole = JSON.stringify(body);
  return ['', '{', whole.slice(0, -1), whole.replace(':', ' ')];
}

test('a withdrawal names lists', proves('batch-delete-members.types'), async ({ sharing, own, receiver, judge }) => {
  await sharing.given(own, { [receiver]: 'pending' });
  const accepted = { images: [own.id], projects: [receiver] };
  const texts = [{ images: own.id }, { projects: receiver }, { projects: { id: receiver } }];
  const wrong = [...texts, { images: [[own.id]] }, { projects: [[receiver]] }];
  for (const change of wrong) {
    const batch = await sharing.batch('BatchDeleteMembers', { ...accepted, ...change });
    isTurnedDown(judge, batch, `${JSON.stringify(change)} is refused`);
  }
  judge.equal(await sharing.stateOf(own, receiver, 'pending'), 'pending', 'the state of the member');
  needsCarriedOut(judge, await sharing.batch('BatchDeleteMembers', accepted), 'lists of texts');
});

test(
  'a decision names a list and a project',
  proves('batch-update-members.types'),
  async ({ sharing, own, receiver, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    for (const change of [{ images: own.id }, { images: [[own.id]] }, { project_id: [receiver] }]) {
      const batch = await sharing.decide([own], 'accepted', change);
      isTurnedDown(judge, batch, `${JSON.stringify(change)} is refused`);
    }
    judge.equal(await sharing.stateOf(own, receiver, 'pending'), 'pending', 'the state of the member');
    needsCarriedOut(judge, await sharing.decide([own], 'accepted'), 'a list of texts and a text');
  },
);

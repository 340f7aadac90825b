import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import type { BatchCall, MemberDesk } from '../../../fixtures/sharing/member-desk.js';
import { isCarriedOut, isTurnedDown } from '../../../fixtures/sharing/sharing-checks.js';
import { test as base } from '../../../fixtures/sharing/sharing-test.js';

type Ask = (call: BatchCall, domains?: unknown) => ReturnType<MemberDesk['batch']>;

const test = base.extend<{ ask: Ask }>({
  // An image of its own: what an account is a member as, no page says.
  ask: async ({ ims, resources, sharing, provided: { accountId } }, use) => {
    const { id } = await resources.activeImage(ims);
    await use((call, domains = [accountId]) => sharing.batch(call, { images: [id], domains }));
  },
});

const noLists = ['x', {}, 7].map((domains) => ({ domains, what: `the domains ${JSON.stringify(domains)}` }));

test('an image is shared with an account', proves('batch-add-members.accounts'), async ({ ask, judge }) => {
  isCarriedOut(judge, await ask('BatchAddMembers'), 'sharing an image with an account');
  for (const { domains, what } of noLists) {
    isTurnedDown(judge, await ask('BatchAddMembers', domains), `${what} are refused`);
  }
});

test('an image is taken from an account', proves('batch-delete-members.accounts'), async ({ ask, judge }) => {
  const { job } = await ask('BatchAddMembers');
  if (job?.status !== 'SUCCESS') throw new Unjudged('The image could not be shared with the account before.');
  for (const { domains, what } of noLists) {
    isTurnedDown(judge, await ask('BatchDeleteMembers', domains), `${what} are refused`);
  }
  isCarriedOut(judge, await ask('BatchDeleteMembers'), 'taking an image from an account');
});

import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { readUntil } from '../../../fixtures/read-until.js';
import { type BatchCall, type MemberDesk, type MemberView, membersOf } from '../../../fixtures/sharing/member-desk.js';
import { isCarriedOut, isTurnedDown } from '../../../fixtures/sharing/sharing-checks.js';
import { test as base } from '../../../fixtures/sharing/sharing-test.js';

type Ask = (call: BatchCall, named: object) => ReturnType<MemberDesk['batch']>;

const test = base.extend<{ ask: Ask }>({
  // An image of its own: what an account or an organization is a member as, no page says.
  ask: async ({ ims, resources, sharing }, use) => {
    const { id } = await resources.activeImage(ims);
    await use((call, named) => sharing.batch(call, { images: [id], ...named }));
  },
});

const groups = [
  { group: 'an account', rule: 'accounts', list: 'domains', key: 'accountId' },
  { group: 'an organization', rule: 'organizations', list: 'organizations', key: 'organizationUrn' },
] as const;

/** What the list of the extension may tell of a member besides. */
interface GroupView extends MemberView {
  member_type?: string | null;
  urn?: string | null;
}

const noLists = ['x', {}, 7];

for (const { group, rule, list, key } of groups) {
  test(`an image is shared with ${group}`, proves(`batch-add-members.${rule}`), async ({ ask, provided, judge }) => {
    isCarriedOut(judge, await ask('BatchAddMembers', { [list]: [provided[key]] }), `sharing an image with ${group}`);
    for (const wrong of noLists) {
      const what = `the ${list} ${JSON.stringify(wrong)} are refused`;
      isTurnedDown(judge, await ask('BatchAddMembers', { [list]: wrong }), what);
    }
  });

  test(`an image is taken from ${group}`, proves(`batch-delete-members.${rule}`), async ({ ask, provided, judge }) => {
    const named = { [list]: [provided[key]] };
    const { job } = await ask('BatchAddMembers', named);
    if (job?.status !== 'SUCCESS') throw new Unjudged(`The image could not be shared with ${group} before.`);
    for (const wrong of noLists) {
      const what = `the ${list} ${JSON.stringify(wrong)} are refused`;
      isTurnedDown(judge, await ask('BatchDeleteMembers', { [list]: wrong }), what);
    }
    isCarriedOut(judge, await ask('BatchDeleteMembers', named), `taking an image from ${group}`);
  });
}

test(
  'an organization is listed with its URN',
  proves('list-image-members.organization'),
  async ({ ims, resources, sharing, provided: { organizationUrn }, judge }) => {
    const { id } = await resources.activeImage(ims);
    const { job } = await sharing.batch('BatchAddMembers', { images: [id], organizations: [organizationUrn] });
    if (job?.status !== 'SUCCESS') throw new Unjudged('The image could not be shared with the organization before.');
    const names = (one: GroupView) => one.member_type === 'organization' && one.urn === organizationUrn;
    const exchange = await readUntil(
      () => ims.call('ListImageMembers', { path: { image_id: id } }),
      (list) => membersOf(list).some(names),
      sharing.patience.consistencySeconds,
    );
    const told = membersOf(judge.accepted(exchange, 'the list is answered')) as GroupView[];
    const seen = told.map(({ member_type, urn }) => ({ member_type, urn }));
    judge.that(told.some(names), `a member of the type organization: ${organizationUrn}`, JSON.stringify(seen), {
      exchange,
    });
  },
);

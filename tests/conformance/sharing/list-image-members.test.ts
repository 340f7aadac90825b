import { randomUUID } from 'node:crypto';
import { type Exchange, jsonOf } from '../../../fixtures/exchange.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { type MemberView, membersOf } from '../../../fixtures/sharing/member-desk.js';
import { areSame } from '../../../fixtures/sharing/sharing-checks.js';
import { test as base } from '../../../fixtures/sharing/sharing-test.js';

interface PageInfo {
  next_marker?: string | null;
  current_count?: number;
}

const test = base.extend<{
  list: (query?: Record<string, string | number>, id?: string) => Promise<Exchange>;
  /** Projects with which the image is shared. */
  crowd: string[];
}>({
  list: async ({ ims, own }, use) => {
    await use((query = {}, id = own.id) => ims.call('ListImageMembers', { path: { image_id: id }, query }));
  },
  crowd: async ({ sharing, own, provided, list }, use) => {
    const projects = provided.receivers?.slice(0, 7) ?? [];
    await sharing.given(own, Object.fromEntries(projects.map((project) => [project, 'pending'])));
    const whole = membersOf(await list());
    if (whole.length !== projects.length)
      throw new Unjudged(`Of ${projects.length} members ${whole.length} are listed.`);
    await use(projects);
  },
});

test(
  'both lists hold the same members',
  proves('list-image-members.complete'),
  async ({ sharing, own, receiver, third, list, judge }) => {
    for (const state of ['pending', 'accepted', 'rejected']) {
      await sharing.given(own, { [receiver]: state, [third]: 'pending' });
      const exchange = judge.accepted(await list(), 'the list is answered');
      const native = membersOf(judge.accepted(await sharing.list(own), 'the native list is answered'));
      areSame(judge, membersOf(exchange), native, exchange);
      const shown = membersOf(exchange).find(({ member_id }) => member_id === receiver);
      judge.equal(shown?.status, state, 'the state of the member', { exchange });
    }
  },
);

test('a page holds up to the limit', proves('list-image-members.limit'), async ({ crowd, list, judge }) => {
  for (let limit = 1; limit <= crowd.length + 1; limit += 1) {
    const exchange = judge.accepted(await list({ limit }), `a limit of ${limit} is accepted`);
    const count = membersOf(exchange).length;
    judge.equal(count, Math.min(limit, crowd.length), `members on a page of ${limit}`, { exchange });
    judge.equal(pageOf(exchange).current_count, count, 'the count of the page', { exchange });
  }
});

test('the pages join to the whole', proves('list-image-members.paging'), async ({ crowd, list, judge }) => {
  if (crowd.length < 2) throw new Unjudged('It takes two projects in provided.receivers.');
  for (const limit of [1, 2, 3, crowd.length]) {
    const found: string[] = [];
    let marker: string | null | undefined;
    for (let pages = 0; pages <= crowd.length; pages += 1) {
      const exchange = judge.accepted(await pageAfter(list, limit, marker), 'the page is answered');
      found.push(...membersOf(exchange).map(({ member_id }) => String(member_id)));
      marker = pageOf(exchange).next_marker;
      if (!marker) break;
    }
    judge.that(!marker, `no marker after the last page of ${limit}`, String(marker));
    judge.equal(found.sort(), [...crowd].sort(), `the members in pages of ${limit}`);
  }
});

test('a limit is from 1 to 1000', proves('list-image-members.limit-range'), async ({ list, judge }) => {
  for (const limit of [1, 1000]) judge.accepted(await list({ limit }), `a limit of ${limit} is accepted`);
  for (const limit of [0, 1001, -1, 'x', 100_000]) {
    judge.rejected(await list({ limit }), `a limit of ${limit} is refused`);
  }
});

test('an absent image has no members to list', proves('list-image-members.absent-image'), async ({ list, judge }) => {
  judge.rejected(await list({}, randomUUID()), 'the members of an absent image are refused');
  judge.needs(await list(), 'the members of a present image are listed');
});

test(
  "strangers' members are hidden",
  proves('list-image-members.foreign-image'),
  async ({ sharing, own, third, member, list, judge }) => {
    await sharing.given(own, { [third]: 'pending' });
    const exchange = await member.call('ListImageMembers', { path: { image_id: own.id } });
    judge.rejected(exchange, "the members of another project's image are refused");
    judge.needs(await list(), 'the members of an own image are listed');
  },
);

test(
  'both calls show the same member',
  proves('show-image-member.shows'),
  async ({ sharing, own, receiver, ims, member, judge }) => {
    for (const state of ['pending', 'accepted', 'rejected']) {
      await sharing.given(own, { [receiver]: state });
      const path = { image_id: own.id, member_id: receiver };
      for (const client of [ims, member]) {
        const exchange = judge.accepted(await client.call('ShowImageMember', { path }), 'the member is shown');
        const native = judge.accepted(await sharing.showOne(own, receiver, client), 'and natively');
        const [view, due] = [exchange, native].map((one) => jsonOf(one)) as [MemberView, MemberView];
        areSame(judge, [view], [due], exchange);
        judge.equal(view.status, state, 'the state of the member', { exchange });
      }
    }
  },
);

const refusals: Record<string, string> = {
  'absent-member': 'a project without the image is not shown',
  'absent-image': 'a member of an absent image is not shown',
  'foreign-image': "a member of another project's image is not shown",
};

for (const [rule, what] of Object.entries(refusals)) {
  test(what, proves(`show-image-member.${rule}`), async ({ sharing, own, receiver, third, ims, member, judge }) => {
    const known = rule === 'foreign-image' ? third : receiver;
    await sharing.given(own, { [known]: 'pending' });
    const path = { image_id: rule === 'absent-image' ? randomUUID() : own.id, member_id: known };
    if (rule === 'absent-member') path.member_id = third;
    const exchange = await (rule === 'foreign-image' ? member : ims).call('ShowImageMember', { path });
    judge.rejected(exchange, what);
    const present = { path: { image_id: own.id, member_id: known } };
    judge.needs(await ims.call('ShowImageMember', present), 'a member of an own image is shown');
  });
}

/** The page after a marker: as it came, or else in base64; the document leaves open which of them it is. */
async function pageAfter(
  list: (query: Record<string, string | number>) => Promise<Exchange>,
  limit: number,
  marker: string | null | undefined,
): Promise<Exchange> {
  if (!marker) return list({ limit });
  const exchange = await list({ limit, marker });
  return exchange.response.status < 400 ? exchange : list({ limit, marker: Buffer.from(marker).toString('base64') });
}

function pageOf(exchange: Exchange): PageInfo {
  return (jsonOf(exchange) as { page_info?: PageInfo | null } | undefined)?.page_info ?? {};
}

import { randomUUID } from 'node:crypto';
import { jsonOf } from '../../../fixtures/exchange.js';
import { fc, proves } from '../../../fixtures/index.js';
import { type MemberView, membersOf } from '../../../fixtures/sharing/member-desk.js';
import { areSame } from '../../../fixtures/sharing/sharing-checks.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

test(
  'every member is listed once',
  proves('glance-list-image-members.complete'),
  async ({ sharing, own, receiver, provided, forAll, judge }) => {
    const others = provided.receivers?.slice(0, 4) ?? [];
    const states = ['pending', 'accepted', 'rejected', 'none'];
    await forAll(
      fc.tuple(fc.constantFrom(...states), fc.subarray(others, { minLength: 1 })),
      async ([state, projects]) => {
        const rest = Object.fromEntries(projects.map((project) => [project, 'pending']));
        await sharing.given(own, { ...rest, ...(state === 'none' ? {} : { [receiver]: state }) });
        const exchange = judge.needs(await sharing.list(own), 'the list is answered');
        const due = [...projects, ...(state === 'none' ? [] : [receiver])].sort();
        const listed = membersOf(exchange).map(({ member_id }) => String(member_id));
        judge.equal(listed.sort(), due, 'the members', { exchange });
        const images = new Set(membersOf(exchange).map(({ image_id }) => image_id));
        judge.equal([...images], [own.id], 'the image of the members', { exchange });
      },
      { weight: 0.1, examples: states.map((state): [string, string[]] => [state, others.slice(0, 1)]) },
    );
  },
);

test(
  'whether the native list comes in pages is noted',
  proves('glance-list-image-members.pages'),
  async ({ ims, sharing, own, provided, judge }) => {
    const projects = provided.receivers?.slice(0, 2) ?? [];
    await sharing.given(own, Object.fromEntries(projects.map((project) => [project, 'pending'])));
    const list = (query: Record<string, string | number>) =>
      ims.call('GlanceListImageMembers', { path: { image_id: own.id }, query });
    const first = await list({ limit: 1 });
    const { page_info: page } = (jsonOf(first) ?? {}) as { page_info?: { next_marker?: string } | null };
    const marker = page?.next_marker ?? Buffer.from(String(membersOf(first)[0]?.member_id)).toString('base64');
    const next = await list({ limit: 1, marker });
    const told = [first, next].map((each) => `${membersOf(each).length} (status ${each.response.status})`);
    judge.observe(`Of ${projects.length} members a page of 1 holds ${told[0]}, the page after it ${told[1]}.`);
  },
);

test(
  'an image of its own has no members',
  proves('glance-list-image-members.none'),
  async ({ sharing, own, judge }) => {
    const exchange = judge.accepted(await sharing.list(own), 'the list is answered');
    judge.equal(membersOf(exchange), [], 'the members', { exchange });
  },
);

test(
  'a listed member is as it is shown',
  proves('glance-list-image-members.agrees'),
  async ({ sharing, own, receiver, third, judge }) => {
    for (const state of ['pending', 'accepted', 'rejected']) {
      await sharing.given(own, { [receiver]: state, [third]: 'pending' });
      const listed = membersOf(judge.needs(await sharing.list(own), 'the list is answered'));
      for (const project of [receiver, third]) {
        const exchange = judge.needs(await sharing.showOne(own, project), 'the member is shown');
        const seen = listed.filter(({ member_id }) => member_id === project);
        const shown = jsonOf(exchange) as MemberView;
        areSame(judge, seen, [shown], exchange);
        judge.equal(seen[0]?.schema, shown.schema, 'the schema of the listed member', { exchange });
      }
    }
  },
);

test(
  'an absent image has no list of members',
  proves('glance-list-image-members.absent-image'),
  async ({ sharing, own, judge }) => {
    judge.rejected(await sharing.list({ id: randomUUID() }), 'the members of an absent image are refused');
    judge.needs(await sharing.list(own), 'the members of a present image are listed');
  },
);

test(
  "strangers' members are not listed",
  proves('glance-list-image-members.foreign-image'),
  async ({ sharing, own, third, member, judge }) => {
    await sharing.given(own, { [third]: 'pending' });
    judge.rejected(await sharing.list(own, member), "the members of another project's image are refused");
    judge.needs(await sharing.list(own), 'the members of an own image are listed');
  },
);

test(
  'a member is shown to both sides',
  proves('glance-show-image-member.shows'),
  async ({ sharing, own, receiver, ims, member, judge }) => {
    for (const state of ['pending', 'accepted', 'rejected']) {
      await sharing.given(own, { [receiver]: state });
      for (const client of [ims, member]) {
        const exchange = judge.accepted(await sharing.showOne(own, receiver, client), 'the member is shown');
        const { status, image_id, member_id } = jsonOf(exchange) as MemberView;
        const due = { status: state, image_id: own.id, member_id: receiver };
        judge.equal({ status, image_id, member_id }, due, 'the member', { exchange });
      }
    }
  },
);

test(
  'an absent member is not shown',
  proves('glance-show-image-member.absent-member'),
  async ({ sharing, own, receiver, third, judge }) => {
    await sharing.given(own, { [receiver]: 'accepted' });
    judge.rejected(await sharing.showOne(own, third), 'a project without the image is not shown');
    judge.needs(await sharing.showOne(own, receiver), 'a member is shown');
  },
);

test(
  'members of absent images are not shown',
  proves('glance-show-image-member.absent-image'),
  async ({ sharing, own, receiver, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    const absent = await sharing.showOne({ id: randomUUID() }, receiver);
    judge.rejected(absent, 'a member of an image that does not exist is not shown');
    judge.needs(await sharing.showOne(own, receiver), 'a member of an image that is there is shown');
  },
);

test(
  "strangers' members are not shown",
  proves('glance-show-image-member.foreign-image'),
  async ({ sharing, own, receiver, third, member, judge }) => {
    await sharing.given(own, { [third]: 'pending' });
    for (const project of [third, receiver]) {
      const exchange = await sharing.showOne(own, project, member);
      judge.rejected(exchange, "a member of another project's image is not shown");
    }
    judge.needs(await sharing.showOne(own, third), 'a member of an own image is shown');
  },
);

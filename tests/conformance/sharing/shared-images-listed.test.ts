import { randomBytes } from 'node:crypto';
import type { Exchange } from '../../../fixtures/exchange.js';
import { refused } from '../../../fixtures/filters/filter-relation.js';
import { imageOf, imagesOf } from '../../../fixtures/images/image-view.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { eachList } from '../../../fixtures/lists/each-list.js';
import { inState, needsListed, receivedAs } from '../../../fixtures/sharing/sharing-checks.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';
import { readListedTags } from '../../../fixtures/tags/listed-tags.js';
import { TagListing } from '../../../fixtures/tags/tag-listing.js';

/** What is asked of shared images. */
type Asked = Partial<Record<'__imagetype' | 'owner' | 'visibility', string>>;

test(
  'the owner tells which shared images are own',
  proves('list-images.shared-owner'),
  async ({ ims, member, sharing, own, receiver, listing, received }) => {
    await sharing.given(own, { [receiver]: 'accepted' });
    await needsListed(received, own, sharing.patience.consistencySeconds);
    const shared = (owner: string) => ({ __imagetype: 'shared', owner });
    for (const each of [listing, received]) {
      await each.expect(shared(ims.projectId), { holds: [own], fits: ({ owner }) => owner === ims.projectId });
      // What is received is no image of the member's; a service may refuse to tell of a project that is not the caller's.
      const theirs = shared(member.projectId);
      if (each === received || !refused(await each.ask(theirs))) await each.expect(theirs, { lacks: [own] });
    }
  },
);

for (const [rule, property] of [
  ['shared-imagetype', '__imagetype'],
  ['shared-visibility', 'visibility'],
] as const)
  test(
    `a shared image is shown as shared by its ${property}`,
    proves(`glance-show-image.${rule}`),
    async ({ ims, member, sharing, own, receiver, received, eventually, judge }) => {
      await sharing.given(own, { [receiver]: 'accepted' });
      await needsListed(received, own, sharing.patience.consistencySeconds);
      const shownBy = (exchange: Exchange) => imageOf(exchange)?.[property];
      for (const reader of [ims, member]) {
        const show = () => reader.call('GlanceShowImage', { path: { image_id: own.id } });
        const exchange = judge.needs(await eventually(show, (shown) => shownBy(shown) === 'shared'));
        judge.equal(shownBy(exchange), 'shared', `the ${property} of a shared image`, { exchange });
      }
    },
  );

test(
  'no word but a truth value lists a whole image',
  proves('list-images.whole-image-types'),
  async ({ whole, listing, eventually, judge }) => {
    await listing.awaits([whole]);
    const found = () => listing.ask({ id: whole.id, __whole_image: false });
    judge.needs(await listing.ask({ __whole_image: true }), 'a truth value is accepted');
    const filtered = imagesOf(await eventually(found, (exchange) => imagesOf(exchange).length === 0));
    if (filtered.length > 0) throw new Unjudged('The filter `__whole_image` leaves nothing out.');
    const odd = { __whole_image: 'maybe' };
    if (!refused(await listing.ask(odd))) await listing.expect(odd, { lacks: [whole] });
  },
);

test(
  'tags of own shared images are listed by their visibility',
  proves('list-tags.filter-visibility'),
  async ({ ims, sharing, own, receiver, tags, listing, judge }) => {
    const tagListing = new TagListing(ims, tags, judge, sharing.patience.consistencySeconds);
    await tagListing.marks([own]);
    await sharing.given(own, { [receiver]: 'accepted' });
    await needsListed(listing, own, sharing.patience.consistencySeconds);
    for (const visibility of ['shared', 'private', 'public']) await tagListing.agrees({ visibility });
  },
);

test(
  'tags of shared images are listed as shared',
  proves('list-tags.shared-imagetype'),
  async ({ ims, member, sharing, own, receiver, tags, eventually, judge }) => {
    await tags.given(own, { shared: '' });
    const byType: Asked = { __imagetype: 'shared' };
    const looks = async (reader: typeof ims, of: Asked, due: string[]) => {
      const query = { id: own.id, ...of };
      const read = await eventually(
        () => readListedTags(reader, query),
        ({ tags: found }) => found.length === due.length,
      );
      // What is received is no image of the member's; a service may refuse to tell of a project that is not the caller's.
      if (due.length === 0 && of.owner && refused(read.exchange)) return;
      judge.accepted(read.exchange, 'the list is answered');
      judge.equal(read.tags, due, `the tags of ${JSON.stringify(query)}`, read);
    };
    for (const state of ['pending', 'rejected']) {
      await sharing.given(own, { [receiver]: state });
      for (const of of [byType, { visibility: 'shared' }]) await looks(member, of, []);
    }
    await sharing.given(own, { [receiver]: 'accepted' });
    for (const reader of [ims, member])
      for (const of of [byType, { ...byType, owner: ims.projectId }]) await looks(reader, of, ['shared=']);
    await looks(member, { ...byType, owner: member.projectId }, []);
  },
);

/** A state that no page lists. */
const unlisted = () => `jj${randomBytes(4).toString('hex')}`;

test(
  'a state that no page lists lists no tags of what waits',
  proves('list-tags.unlisted-member-status'),
  async ({ member, sharing, own, receiver, tags, eventually, judge }) => {
    await tags.given(own, { shared: '' });
    const by = (state: string) => () => readListedTags(member, { ...inState(state), id: own.id });
    const isEmpty = ({ tags: found }: { tags: string[] }) => found.length === 0;
    for (const state of ['pending', 'rejected']) {
      await sharing.given(own, { [receiver]: state });
      if (!isEmpty(await eventually(by('accepted'), isEmpty))) throw new Unjudged('The state leaves nothing out.');
      const read = await eventually(by(unlisted()), isEmpty);
      judge.equal(read.tags, [], `the tags of an image that is ${state}`, read);
    }
  },
);

test(
  'what a state alone does to tags is noted',
  proves('list-tags.member-status-alone'),
  async ({ member, sharing, own, receiver, tags, judge }) => {
    await tags.given(own, { shared: '' });
    await sharing.given(own, { [receiver]: 'pending' });
    for (const member_status of ['pending', 'accepted']) {
      const { exchange, tags: found } = await readListedTags(member, { member_status, id: own.id });
      const listed = found.length > 0 ? 'lists' : 'does not list';
      judge.observe(
        `Of status ${exchange.response.status}, ${member_status} ${listed} tags of an image that is pending.`,
      );
    }
  },
);

eachList(['ListImages', 'GlanceListImages'], (of) => {
  test(
    'an own shared image is visible as shared',
    of('shared-visibility'),
    async ({ sharing, own, receiver, listing }) => {
      await sharing.given(own, { [receiver]: 'accepted' });
      await listing.expect({ visibility: 'shared' }, { holds: [own] });
    },
  );

  test(
    'a state that no page lists shows nothing that waits',
    of('unlisted-member-status'),
    async ({ sharing, own, receiver, received, eventually }) => {
      for (const state of ['pending', 'rejected']) {
        await sharing.given(own, { [receiver]: state });
        const found = () => received.ask({ ...receivedAs('accepted'), id: own.id });
        const filtered = imagesOf(await eventually(found, (exchange) => imagesOf(exchange).length === 0));
        if (filtered.length > 0) throw new Unjudged('The filter `member_status` leaves nothing out.');
        const asked = receivedAs(unlisted());
        if (!refused(await received.ask(asked))) await received.expect(asked, { lacks: [own] });
      }
    },
  );

  test(
    'what a state alone does is noted',
    of('member-status-alone'),
    async ({ sharing, own, receiver, received, judge }) => {
      await sharing.given(own, { [receiver]: 'pending' });
      for (const member_status of ['pending', 'accepted']) {
        const exchange = await received.ask({ member_status, limit: 500 });
        const listed = imagesOf(exchange).some(({ id }) => id === own.id) ? 'lists' : 'does not list';
        judge.observe(`Of status ${exchange.response.status}, ${member_status} ${listed} an image that is pending.`);
      }
    },
  );
});

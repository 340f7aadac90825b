import { fourCharacters as text } from '../../../fixtures/arbitraries/image-texts.js';
import { proves } from '../../../fixtures/index.js';
import { jobIdOf, watchJob } from '../../../fixtures/jobs/jobs.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

const headers = { 'Content-Type': 'application/json;charset=utf-8' };

test(
  'a body may name its encoding',
  proves('common.request-charset'),
  async ({ ims, own, tags, sharing, third, session, judge }) => {
    await tags.given(own, {});
    await sharing.given(own, {});
    const path = { image_id: own.id };
    const one = await ims.call('AddImageTag', { path, headers, body: { tag: { key: 'one', value: text } } });
    judge.accepted(one, 'a tag is accepted');
    const more = { action: 'create', tags: [{ key: 'two', value: text }] };
    judge.accepted(
      await ims.call('BatchAddOrDeleteTags', { path, headers, body: more }),
      'a batch of tags is accepted',
    );
    const body = { images: [own.id], projects: [third] };
    const shared = judge.accepted(await ims.call('BatchAddMembers', { headers, body }), 'sharing is accepted');
    await watchJob(ims, jobIdOf(shared), session.configuration.timeouts.jobSeconds);
    judge.equal(await tags.settled(own, { one: text, two: text }), { one: text, two: text }, 'the tags');
    judge.that(await sharing.isSharedWith(own, third), 'the project that the body names as a member', 'it is none');
  },
);

test('other types of bodies are noted', proves('common.request-type'), async ({ ims, resources, judge }) => {
  const path = `/v2/${ims.projectId}/images/${(await resources.queuedImage(ims)).id}/tags`;
  const body = JSON.stringify({ tag: { key: 'typed', value: 'v' } });
  for (const [what, types] of [
    ['announced as text', { 'Content-Type': 'text/plain' }],
    ['not announced', {}],
  ] as const) {
    const { response } = await ims.raw({ method: 'POST', path, headers: { ...types }, body });
    judge.observe(`A JSON body that is ${what} answers ${response.status}.`);
  }
});

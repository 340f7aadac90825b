import { callGuarded } from '../../../fixtures/auth/guarded-calls.js';
import type { OwnImage } from '../../../fixtures/books/resources.js';
import type { Client, OperationId } from '../../../fixtures/client.js';
import type { Exchange } from '../../../fixtures/exchange.js';
import { test } from '../../../fixtures/images/image-test.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';

type Write = (client: Client, image: OwnImage) => Promise<Exchange>;

/** Each changes the tags of an image that carries `kept`, `also` and `too`; the owner may do them one after the other. */
const tagWrites: readonly Write[] = [
  (client, { id }) =>
    client.call('AddImageTag', { path: { image_id: id }, body: { tag: { key: 'one', value: 'new' } } }),
  (client, { id }) =>
    client.call('BatchAddOrDeleteTags', {
      path: { image_id: id },
      body: { action: 'create', tags: [{ key: 'two', value: 'new' }] },
    }),
  (client, { id }) =>
    client.call('BatchAddOrDeleteTags', { path: { image_id: id }, body: { action: 'delete', tags: [{ key: 'too' }] } }),
  (client, { id }) => client.call('CreateOrUpdateTags', { body: { image_id: id, tag: 'three.new' } }),
  (client, { id }) => client.call('GlanceCreateTag', { path: { image_id: id, tag: 'four-new' } }),
  (client, { id }) => client.call('DeleteImageTag', { path: { image_id: id, key: 'kept' } }),
  (client, { id }) => client.call('GlanceDeleteTag', { path: { image_id: id, tag: 'also' } }),
];
const carried = { kept: 'here', also: '', too: 'here' };

const renaming = ({ name }: OwnImage) => [{ op: 'replace', path: '/name', value: `${name}-renamed` }];
const rename: Write = (client, image) =>
  client.call('UpdateImage', { path: { image_id: image.id }, body: renaming(image) });
const renameNatively: Write = (client, image) =>
  client.call('GlanceUpdateImage', { path: { image_id: image.id }, body: renaming(image) });

/** Calls that only read, and that not every profile has. */
const furtherReads: readonly OperationId[] = [
  'ListOsVersions',
  'ListImagesV11',
  'ShowImageMetadataV1',
  'GlanceShowImageSchemas',
  'GlanceListImageSchemas',
  'GlanceShowImageMemberSchemas',
  'GlanceListImageMemberSchemas',
];

/** Makes the calls that only read, of images, tags and the quota, for which the reference names the right that each takes. */
async function readAll(client: Client, image: OwnImage): Promise<Exchange[]> {
  const exchanges = await callGuarded(client, image);
  exchanges.push(await client.call('GlanceShowImage', { path: { image_id: image.id } }));
  exchanges.push(await client.call('GlanceListImages', { query: { limit: 1 } }));
  for (const action of ['count', 'filter']) {
    const body = { action, tags: [{ key: 'team', values: [] }] };
    exchanges.push(await client.call('ListImageByTags', { body }));
  }
  exchanges.push(await client.call('ListImagesTags'), await client.call('ListTags', { query: { limit: 10 } }));
  return exchanges;
}

test(
  'a user who may read is let into reading calls',
  proves('permissions.reader-reads'),
  async ({ reader, image, session, judge }) => {
    const exchanges = await readAll(reader, image);
    for (const call of furtherReads.filter((each) => session.profile.operations.includes(each))) {
      const path = { image_id: image.id };
      exchanges.push(await reader.call(call as 'ShowImageMetadataV1', { path }));
    }
    // Whoever gets 401 is not known at all, which other rules are about.
    for (const exchange of exchanges) judge.letIn(exchange, 'a call that only reads is accepted', [403]);
  },
);

test(
  'a user without rights is refused reading calls',
  proves('permissions.visitor-reads'),
  async ({ ims, image, enter, session, judge }) => {
    const { visitorToken: token, projectId } = ims.credentials;
    // The tables give the schemas no right, and the list of systems none where the profile has it.
    const old = (['ListImagesV11', 'ShowImageMetadataV1'] as const).filter((call) =>
      session.profile.operations.includes(call),
    );
    const read = async (client: Client): Promise<Exchange[]> => {
      const exchanges = await readAll(client, image);
      for (const call of old) exchanges.push(await client.call(call, { path: { image_id: image.id } }));
      return exchanges;
    };
    for (const exchange of await read(ims)) judge.needs(exchange, 'a reading call of a user who may');
    for (const exchange of await read(enter('auth.visitorToken', { token, projectId })))
      judge.rejected(exchange, 'a reading call of a user without rights is refused');
  },
);

for (const [what, rule, calls] of [
  ['versions', 'visitor-versions', ['ListVersions']],
  ['schemas', 'visitor-schemas', furtherReads.filter((call) => call.endsWith('Schemas'))],
] as const) {
  test(
    `a user without rights is told the ${what}`,
    proves(`permissions.${rule}`),
    async ({ ims, enter, session, judge }) => {
      const { visitorToken: token, projectId } = ims.credentials;
      const visitor = enter('auth.visitorToken', { token, projectId });
      for (const call of calls.filter((each) => session.profile.operations.includes(each))) {
        judge.needs(await ims.call(call as 'ListVersions'), `${call} of a user with rights is accepted`);
        // Whoever gets 401 is not known at all, which other rules are about.
        judge.letIn(await visitor.call(call as 'ListVersions'), `${call} of a user without rights is accepted`, [403]);
      }
    },
  );
}

test(
  'a user who may only read is refused writes',
  proves('permissions.reader-writes'),
  async ({ ims, reader, resources, tags, judge }) => {
    const image = await resources.image(ims);
    await tags.given(image, carried);
    for (const write of [...tagWrites, rename, renameNatively]) {
      judge.rejected(await write(reader, image), 'a write of a user who may only read is refused');
      judge.needs(await write(ims, image), 'the same write of a user who may is accepted');
    }
  },
);

test(
  'a user who may only read deletes no image',
  proves('permissions.reader-deletes'),
  async ({ ims, reader, images, resources, session, judge }) => {
    const kept = await resources.queuedImage(ims);
    const other = await resources.queuedImage(ims);
    const [path, otherPath] = [kept, other].map(({ id }) => ({ image_id: id }));
    const calls = ['GlanceDeleteImage', 'DeleteImageV11'] as const;
    for (const call of calls.filter((each) => session.profile.operations.includes(each)))
      judge.rejected(await reader.call(call, { path }), `${call} by a user who may only read is refused`);
    judge.needs(await ims.call('GlanceDeleteImage', { path: otherPath }), 'a deletion by a user who may is accepted');
    // A deletion may take its time: what is still there once another image has gone was not deleted.
    if (!(await images.vanishes(other))) throw new Unjudged(`Image ${other.id} stays after its deletion.`);
    resources.forget(other.name);
    judge.accepted(await ims.call('GlanceShowImage', { path }), 'the image is still there');
  },
);

test(
  'a write refused for want of permission changes nothing',
  proves('permissions.reader-no-effect'),
  async ({ reader, image, images, tags, judge }) => {
    const { name } = await images.show(image);
    for (const write of [...tagWrites, rename, renameNatively]) {
      await tags.given(image, carried);
      const { status } = (await write(reader, image)).response;
      // A write that is let through is another rule's matter.
      if (status < 400) continue;
      await tags.lapse();
      judge.equal(await tags.read(image), carried, 'the tags after a write that was refused');
      judge.equal((await images.show(image)).name, name, 'the name after a write that was refused');
    }
  },
);

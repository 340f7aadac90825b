import { callGuarded } from '../../../fixtures/auth/guarded-calls.js';
import type { Client } from '../../../fixtures/client.js';
import type { Exchange } from '../../../fixtures/exchange.js';
import { proves, test } from '../../../fixtures/index.js';
import type { OwnImage } from '../../../fixtures/resources.js';

type Write = (client: Client, image: OwnImage) => Promise<Exchange>;

/** Each changes the tags of an image that carries `kept` and `also`; the owner may do them one after the other. */
const tagWrites: readonly Write[] = [
  (client, { id }) =>
    client.call('AddImageTag', { path: { image_id: id }, body: { tag: { key: 'one', value: 'new' } } }),
  (client, { id }) =>
    client.call('BatchAddOrDeleteTags', {
      path: { image_id: id },
      body: { action: 'create', tags: [{ key: 'two', value: 'new' }] },
    }),
  (client, { id }) => client.call('CreateOrUpdateTags', { body: { image_id: id, tag: 'three.new' } }),
  (client, { id }) => client.call('GlanceCreateTag', { path: { image_id: id, tag: 'four-new' } }),
  (client, { id }) => client.call('DeleteImageTag', { path: { image_id: id, key: 'kept' } }),
  (client, { id }) => client.call('GlanceDeleteTag', { path: { image_id: id, tag: 'also' } }),
];
const carried = { kept: 'here', also: '' };

const rename: Write = (client, { id, name }) =>
  client.call('UpdateImage', { path: { image_id: id }, body: [{ op: 'replace', path: '/name', value: name }] });

test(
  'a user who may read is let into reading calls',
  proves('permissions.reader-reads'),
  async ({ reader, image, judge }) => {
    const exchanges = await callGuarded(reader, image);
    exchanges.push(await reader.call('GlanceShowImage', { path: { image_id: image.id } }));
    exchanges.push(await reader.call('GlanceListImages', { query: { limit: 1 } }));
    const query = { action: 'count', tags: [{ key: 'team', values: [] }] };
    exchanges.push(await reader.call('ListImageByTags', { body: query }));
    exchanges.push(await reader.call('ListImagesTags'), await reader.call('ListTags', { query: { limit: 10 } }));
    for (const exchange of exchanges) judge.accepted(exchange, 'a call that only reads is accepted');
  },
);

test(
  'a user who may only read is refused writes',
  proves('permissions.reader-writes'),
  async ({ ims, reader, image, tags, judge }) => {
    await tags.given(image, carried);
    for (const write of [...tagWrites, rename]) {
      judge.rejected(await write(reader, image), 'a write of a user who may only read is refused');
      judge.accepted(await write(ims, image), 'the same write of a user who may is accepted');
    }
  },
);

test(
  'a user who may only read deletes no image',
  proves('permissions.reader-deletes'),
  async ({ ims, reader, resources, judge }) => {
    const { id, name } = await resources.queuedImage(ims);
    const path = { image_id: id };
    judge.rejected(
      await reader.call('GlanceDeleteImage', { path }),
      'the deletion by a user who may only read is refused',
    );
    judge.accepted(await ims.call('GlanceShowImage', { path }), 'the image is still there');
    judge.accepted(await ims.call('GlanceDeleteImage', { path }), 'the deletion by a user who may is accepted');
    resources.forget(name);
  },
);

test(
  'a write refused for want of permission changes nothing',
  proves('permissions.reader-no-effect'),
  async ({ reader, image, tags, judge }) => {
    for (const write of tagWrites) {
      await tags.given(image, carried);
      const { status } = (await write(reader, image)).response;
      // A write that is let through is another rule's matter.
      if (status < 400) continue;
      await tags.lapse();
      judge.equal(await tags.read(image), carried, 'the tags after a write that was refused');
    }
  },
);

import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { absentId } from '../../../fixtures/arbitraries/absent-id.js';
import { jsonOf } from '../../../fixtures/exchange.js';
import { test } from '../../../fixtures/filling/fill-test.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { readUntil } from '../../../fixtures/read-until.js';
import { imagesIn } from '../../../fixtures/tags/image-finder.js';
import { readListedTags } from '../../../fixtures/tags/listed-tags.js';
import { ProjectTags } from '../../../fixtures/tags/project-tags.js';
import { tagCalls } from '../../../fixtures/tags/tag-calls.js';

test(
  'a deleted image is soon gone',
  proves('glance-delete-image.removes'),
  async ({ ims, resources, images, listing, judge }) => {
    const [image, kept] = [await resources.queuedImage(ims), await resources.queuedImage(ims)];
    judge.accepted(await ims.call('GlanceDeleteImage', { path: { image_id: image.id } }));
    const { deletionSeconds } = images.patience;
    judge.that(
      await images.vanishes(image),
      `neither shown nor listed ${deletionSeconds} s later`,
      'it is still there',
    );
    await listing.expect({ status: 'queued' }, { lacks: [image], holds: [kept] });
  },
);

test(
  'a deleted image with a file is gone',
  proves('glance-delete-image.removes'),
  async ({ ims, filling, images, judge }) => {
    const image = await filling.filled();
    judge.accepted(await ims.call('GlanceDeleteImage', { path: { image_id: image.id } }));
    judge.that(await images.vanishes(image), 'soon neither shown nor listed', 'it is still there');
  },
);

test(
  'a deletion answers 204 without a body',
  proves('glance-delete-image.no-content'),
  async ({ ims, resources, judge }) => {
    const image = await resources.queuedImage(ims);
    const answer = judge.status(await ims.call('GlanceDeleteImage', { path: { image_id: image.id } }), 204);
    judge.equal(answer.response.text, '', 'the body', { exchange: answer });
  },
);

test('a deletion may carry a body', proves('glance-delete-image.body'), async ({ ims, resources, images, judge }) => {
  for (const body of [undefined, {}, { delete_backup: false }, { delete_backup: true }]) {
    const image = await resources.queuedImage(ims);
    const request = { path: { image_id: image.id }, ...(body ? { body } : {}) };
    const what = `a deletion with ${body ? JSON.stringify(body) : 'no body'} is accepted`;
    judge.accepted(await ims.call('GlanceDeleteImage', request), what);
    judge.that(await images.vanishes(image), `no image after ${what}`, 'it is still there');
  }
});

test(
  'a protected image cannot be deleted',
  proves('glance-delete-image.protected'),
  async ({ ims, guarded, judge }) => {
    const request = { path: { image_id: guarded.id } };
    judge.rejected(await ims.call('GlanceDeleteImage', request), 'deleting a protected image is refused');
    await sleep(200);
    judge.accepted(await ims.call('GlanceShowImage', request), 'the protected image is still there');
  },
);

test(
  'an absent image cannot be deleted',
  proves('glance-delete-image.absent'),
  async ({ ims, resources, forAll, judge }) => {
    const image = await resources.queuedImage(ims);
    await forAll(absentId(image.id), async (image_id) => {
      judge.rejected(
        await ims.call('GlanceDeleteImage', { path: { image_id } }),
        'deleting an absent image is refused',
      );
    });
    judge.needs(await ims.call('GlanceShowImage', { path: { image_id: image.id } }), 'an image of like id is kept');
  },
);

test(
  "another project's image cannot be deleted",
  proves('glance-delete-image.foreign'),
  async ({ ims, member, resources, images, judge }) => {
    const image = await resources.queuedImage(ims);
    const request = { path: { image_id: image.id } };
    judge.rejected(await member.call('GlanceDeleteImage', request), "deleting another project's image is refused");
    await sleep(200);
    judge.accepted(await ims.call('GlanceShowImage', request), 'the image is still there');
    judge.needs(await ims.call('GlanceDeleteImage', request), "the owner's deletion is accepted");
    await images.vanishes(image);
  },
);

test(
  'the tags of a deleted image are gone',
  proves('glance-delete-image.tags-gone'),
  async ({ ims, image, resources, images, tags, judge }) => {
    const doomed = await resources.queuedImage(ims);
    const mark = randomBytes(8).toString('hex');
    await tags.given(doomed, { [`${mark}-gone`]: 'a', [`${mark}-both`]: 'gone' });
    await tags.given(image, { [`${mark}-both`]: 'kept' });
    judge.needs(await ims.call('GlanceDeleteImage', { path: { image_id: doomed.id } }));
    const left = await readUntil(
      () => ProjectTags.read(ims),
      (listed) => new Set(listed.texts(mark)).size === 1,
      images.patience.deletionSeconds,
    );
    judge.equal([...new Set(left.texts(mark))], [`${mark}-both=kept`], 'the tags left in the project', {
      exchange: left.exchange,
    });
  },
);

test(
  'no tag call finds a deleted image',
  proves('glance-delete-image.tag-queries'),
  async ({ ims, resources, images, tags, judge }) => {
    const { id, name } = await resources.queuedImage(ims);
    const { tag } = await tags.mark([{ id }]);
    const look = async () => {
      const query = { matches: [{ key: 'resource_name', value: name }] };
      const found = imagesIn(await ims.call('ListImageByTags', { body: { action: 'filter', ...query } })).length;
      const count = jsonOf(await ims.call('ListImageByTags', { body: { action: 'count', ...query } }));
      const listed = (await readListedTags(ims, { tag })).tags.length;
      const shown = (await ims.call('ListImageTags', { path: { image_id: id } })).response.status < 400;
      return { found, counted: (count as { total_count?: number }).total_count, listed, shown };
    };
    const { consistencySeconds, deletionSeconds } = images.patience;
    const there = { found: 1, counted: 1, listed: 1, shown: true };
    const before = await readUntil(look, (seen) => isDeepStrictEqual(seen, there), consistencySeconds);
    if (!isDeepStrictEqual(before, there)) throw new Unjudged(`The image is found before: ${JSON.stringify(before)}.`);
    judge.needs(await ims.call('GlanceDeleteImage', { path: { image_id: id } }));
    const gone = { found: 0, counted: 0, listed: 0, shown: false };
    judge.equal(await readUntil(look, (seen) => isDeepStrictEqual(seen, gone), deletionSeconds), gone, 'what finds it');
    judge.rejected(await tagCalls.add(ims, id, { key: 'purpose', value: 'test' }), 'a tag for it is refused');
  },
);

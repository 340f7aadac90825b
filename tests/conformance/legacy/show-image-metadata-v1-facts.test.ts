import { randomUUID } from 'node:crypto';
import type { Exchange } from '../../../fixtures/exchange.js';
import { test } from '../../../fixtures/filling/fill-test.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import {
  agree,
  type BothViews,
  fromHeaders,
  isToCome,
  readBoth,
  secondsOf,
} from '../../../fixtures/legacy/legacy-view.js';
import { readNew, readUntil } from '../../../fixtures/read-until.js';

test(
  'a file has a size and a checksum in the headers',
  proves('show-image-metadata-v1.file'),
  async ({ ims, uploaded, images, judge }) => {
    const fits = (both: BothViews) => agree(both, 'size') && agree(both, 'checksum');
    const both = await readUntil(() => readBoth(ims, uploaded), fits, images.patience.consistencySeconds);
    const { told, listed } = both;
    const exchange = judge.needs(both.exchange);
    judge.that(/^0*[1-9]\d*$/.test(told.size ?? ''), 'a whole number above 0 as the size', `${told.size}`, {
      exchange,
    });
    judge.that(told.checksum !== undefined, 'a checksum', `${told.checksum}`, { exchange });
    const due = `the size ${listed.size} and the checksum ${listed.checksum} of version 1.1`;
    judge.that(fits(both), due, `${told.size} and ${told.checksum}`, { exchange });
  },
);

test('what the Etag tells', proves('show-image-metadata-v1.etag'), async ({ ims, uploaded, judge }) => {
  const { exchange, told } = await readBoth(ims, uploaded);
  // Quotation marks belong to the header, not to what it tells.
  const tag = judge.needs(exchange).response.headers.etag?.replace(/^"(.*)"$/, '$1');
  if (!tag) judge.observe('The headers have no Etag.');
  else judge.observe(tag === told.checksum ? 'The Etag is the checksum.' : 'The Etag is not the checksum.');
});

test(
  'the virtual size is a number of version 1.1',
  proves('show-image-metadata-v1.virtual-size'),
  async ({ ims, uploaded, images, judge }) => {
    // Elsewhere the pages call the property unused: a service that does not use it may say 0.
    const fits = (both: BothViews) =>
      Number(both.told.virtual_size) === 0 || Number(both.listed.virtual_size) === 0 || agree(both, 'virtual_size');
    const both = await readUntil(() => readBoth(ims, uploaded), fits, images.patience.consistencySeconds);
    const exchange = judge.needs(both.exchange);
    const { virtual_size: size = '0' } = both.told;
    judge.that(/^\d+$/.test(size), 'a whole number as the virtual size', size, { exchange });
    judge.that(fits(both), `the virtual size ${both.listed.virtual_size} of version 1.1`, size, { exchange });
  },
);

test(
  'an image without a file has no checksum',
  proves('show-image-metadata-v1.no-file'),
  async ({ ims, resources, images, judge }) => {
    const path = { image_id: (await resources.queuedImage(ims)).id };
    const read = () => ims.call('ShowImageMetadataV1', { path });
    const exchange = judge.needs(await readNew(read, images.patience.consistencySeconds));
    const { size = '0', checksum } = fromHeaders(exchange);
    judge.that(Number(size) === 0, 'no size, or 0', size, { exchange });
    judge.that(checksum === undefined, 'no checksum', `${checksum}`, { exchange });
  },
);

test(
  "a user's property stands in a header",
  proves('show-image-metadata-v1.properties'),
  async ({ ims, active, images, judge }) => {
    const word = randomUUID().replaceAll('-', '');
    await images.given(active, { zz_word: word });
    const read = () => ims.call('ShowImageMetadataV1', { path: { image_id: active.id } });
    const tells = ({ response }: Exchange) => Object.values(response.headers).some((value) => value.includes(word));
    const exchange = judge.needs(await readUntil(read, tells, images.patience.consistencySeconds));
    judge.that(tells(exchange), `a header that holds ${word}`, 'none does', { exchange });
  },
);

/** Whether the headers tell a time of deletion that follows the creation. @param unknown what is said of times that cannot be read. */
function isDeletedLater(exchange: Exchange, unknown: boolean): boolean {
  const { created_at, deleted_at } = fromHeaders(exchange);
  const [created, deleted] = [secondsOf(created_at), secondsOf(deleted_at)];
  return Number.isNaN(created) || Number.isNaN(deleted) ? unknown : deleted >= created;
}

test(
  'headers of a deleted image say so',
  proves('show-image-metadata-v1.deleted-image'),
  async ({ ims, filling, images, judge }) => {
    for (const call of ['GlanceDeleteImage', 'DeleteImageV11'] as const) {
      const { id } = await filling.filled();
      const request = { path: { image_id: id } };
      const read = () => ims.call('ShowImageMetadataV1', request);
      const live = judge.needs(await readNew(read, images.patience.consistencySeconds));
      const { deleted_at } = fromHeaders(live);
      judge.that(!isDeletedLater(live, false), 'no time of deletion', `${deleted_at}`, { exchange: live });
      await ims.call(call, request);
      if (!(await images.vanishes({ id }))) throw new Unjudged(`Image ${id} stays after ${call}.`);
      const exchange = await readUntil(read, saysDeleted, images.patience.deletionSeconds);
      const { response } = exchange;
      const seen = `status ${response.status}, ${JSON.stringify(fromHeaders(exchange))}`;
      judge.that(saysDeleted(exchange), '404, or an image deleted after its creation, and not to come', seen, {
        exchange,
      });
    }
  },
);

/** Whether there is no such image, or one whose headers say that it is deleted, neither before its creation nor to come. */
function saysDeleted(exchange: Exchange): boolean {
  const { status = '', deleted, deleted_at } = fromHeaders(exchange);
  if (exchange.response.status === 404) return true;
  if (isToCome(secondsOf(deleted_at), exchange)) return false;
  return /delete/i.test(status) && deleted?.toLowerCase() === 'true' && isDeletedLater(exchange, true);
}

import { isDeepStrictEqual } from 'node:util';
import type { OwnImage } from '../../../fixtures/books/resources.js';
import { test as base } from '../../../fixtures/filling/fill-test.js';
import { ownFile } from '../../../fixtures/filling/image-file.js';
import { metadataTag } from '../../../fixtures/filling/metadata-tag.js';
import { type ImageView, tagTexts } from '../../../fixtures/images/image-view.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';

interface FilledFixtures {
  /** An image that waits for a qcow2 file, with a memory and a tag of its metadata. */
  waiting: OwnImage;
  /** Judges that the image has those still, once it has its file. */
  keeps: (image: OwnImage) => Promise<void>;
}

const test = base.extend<FilledFixtures>({
  waiting: async ({ filling, session }, use) => {
    const format = { disk_format: 'qcow2', container_format: 'bare' };
    await use(await filling.prepared({ ...format, min_ram: 2048, tags: [metadataTag(session.profile, 'kept')] }));
  },
  keeps: async ({ images, session, judge }, use) => {
    await use(async ({ id, name }) => {
      const due = { status: 'active', name, min_ram: 2048, tags: [metadataTag(session.profile, 'kept')] };
      const view = await images.settled({ id }, (seen) => isDeepStrictEqual(factsOf(seen), due));
      if (view.status !== 'active') throw new Unjudged(`The image is ${view.status} once it has its file.`);
      judge.equal(factsOf(view), due, 'the image with its file');
    });
  },
});

function factsOf(view: ImageView): object {
  const { status, name, min_ram } = view;
  return { status, name, min_ram: Number(min_ram), tags: tagTexts(view) };
}

test(
  'a registered image is that of its metadata',
  proves('register-image.keeps-metadata'),
  async ({ waiting, filling, file, keeps, judge }) => {
    const { exchange } = await filling.register(waiting, { image_url: file });
    judge.needs(exchange, 'a registration is accepted');
    await keeps(waiting);
  },
);

test(
  'an uploaded image is that of its metadata',
  proves('glance-upload-image.keeps-metadata'),
  async ({ waiting, filling, keeps, judge }) => {
    judge.needs(await filling.upload(waiting, ownFile('qcow2')), 'the upload of a file is accepted');
    await filling.stateOf(waiting);
    await keeps(waiting);
  },
);

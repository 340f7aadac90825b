import { test } from '../../../fixtures/filling/fill-test.js';
import { type ImageView, imageOf, imagesOf } from '../../../fixtures/images/image-view.js';
import { proves } from '../../../fixtures/index.js';

const sizes = ['size', 'virtual_size', '__sequence_num'];

test(
  'what sizes out of use tell is noted',
  proves('glance-show-image.unused'),
  async ({ uploaded, ims, judge, session }) => {
    const { id } = uploaded;
    const path = { image_id: id };
    const body = [{ op: 'add', path: '/__description', value: 'ims-conformance' }];
    const headers = { 'Content-Type': 'application/openstack-images-v2.1-json-patch' };
    const reads: Record<string, () => Promise<ImageView | undefined>> = {
      GlanceShowImage: async () => imageOf(await ims.call('GlanceShowImage', { path })),
      ListImages: async () => imagesOf(await ims.call('ListImages', { query: { id } }))[0],
      GlanceListImages: async () => imagesOf(await ims.call('GlanceListImages', { query: { id } }))[0],
      UpdateImage: async () => imageOf(await ims.call('UpdateImage', { path, body })),
      GlanceUpdateImage: async () => imageOf(await ims.call('GlanceUpdateImage', { path, body, headers })),
    };
    const seen: string[] = [];
    for (const [call, read] of Object.entries(reads)) {
      if (!session.profile.operations.includes(call)) continue;
      const view = await read();
      seen.push(
        `${call} tells ${sizes.map((name) => `${name} ${JSON.stringify(view?.[name]) ?? 'not at all'}`).join(', ')}`,
      );
    }
    judge.observe(`Of an image with a file, ${seen.join('; ')}.`);
  },
);

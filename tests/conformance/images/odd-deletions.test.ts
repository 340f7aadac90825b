import { test } from '../../../fixtures/creation/creation-test.js';
import { imagesOf } from '../../../fixtures/images/image-view.js';
import { proves } from '../../../fixtures/index.js';

const rule = (name: string) => proves(`glance-delete-image.${name}`);

test(
  'deleting an image being made is observed',
  rule('being-made'),
  async ({ ims, creation, resources, provided, judge }) => {
    const name = resources.uniqueName();
    const body = { name, image_url: provided.objects.qcow2, min_disk: 40 };
    const { finish } = await creation.starts('CreateImage', body);
    const found = imagesOf(await ims.call('ListImages', { query: { name } }));
    const made = found.find(({ status }) => status !== 'active');
    if (!made) judge.observe('no image is listed before it is active');
    else {
      const { response } = await ims.call('GlanceDeleteImage', { path: { image_id: made.id } });
      judge.observe(`the deletion of an image that is ${made.status} answers ${response.status}`);
    }
    await finish();
  },
);

test('an odd choice about backups is observed', rule('odd-body'), async ({ ims, resources, judge }) => {
  for (const delete_backup of ['maybe', {}, 7]) {
    const { id, name } = await resources.queuedImage(ims);
    const { response } = await ims.call('GlanceDeleteImage', { path: { image_id: id }, body: { delete_backup } });
    if (response.status < 400) resources.forget(name);
    judge.observe(`delete_backup ${JSON.stringify(delete_backup)} answers ${response.status}`);
  }
});

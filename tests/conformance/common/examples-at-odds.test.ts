import { jsonOf } from '../../../fixtures/exchange.js';
import { test } from '../../../fixtures/filling/fill-test.js';
import { imageOf, imagesOf } from '../../../fixtures/images/image-view.js';
import { proves } from '../../../fixtures/index.js';
import { jobIdOf } from '../../../fixtures/jobs/jobs.js';

// Examples that differ from their own page: what a service does is noted beside the rule that is judged.

test('how long a page of one image is', proves('list-images.limit-example'), async ({ ims, image, listing, judge }) => {
  await listing.awaits([image]);
  const exchange = await ims.call('ListImages', { query: { limit: 1, owner: ims.projectId } });
  judge.observe(`A page with a limit of 1 holds ${imagesOf(exchange).length} of the images.`);
});

test('what the first link carries', proves('glance-list-images.links-example'), async ({ ims, judge }) => {
  const exchange = await ims.call('GlanceListImages');
  const { first } = (jsonOf(exchange) ?? {}) as { first?: string };
  const query = String(first ?? '').split('?')[1];
  judge.observe(`Of a request without a query, the link "first" carries ${query ? `"${query}"` : 'nothing'}.`);
});

test('which image is shown', proves('glance-show-image.id-example'), async ({ ims, image, judge }) => {
  const exchange = await ims.call('GlanceShowImage', { path: { image_id: image.id } });
  const seen = imageOf(exchange)?.id === image.id ? 'the image that was asked for' : 'another image, or none';
  judge.observe(`It shows ${seen} (status ${exchange.response.status}).`);
});

test('which name is answered', proves('glance-update-image.name-example'), async ({ ims, resources, judge }) => {
  // An image of its own: those that tests share are asked for by their names.
  const image = await resources.queuedImage(ims);
  const value = resources.uniqueName();
  const body = [{ op: 'replace', path: '/name', value }];
  const exchange = await ims.call('GlanceUpdateImage', { path: { image_id: image.id }, body });
  const seen = imageOf(exchange)?.name === value ? 'the new name' : 'another name, or none';
  judge.observe(`The answer shows ${seen} (status ${exchange.response.status}).`);
});

test('how the id of a job begins', proves('register-image.job-id-example'), async ({ ims, filling, file, judge }) => {
  const image = await filling.prepared();
  const exchange = await ims.call('RegisterImage', { path: { image_id: image.id }, body: { image_url: file } });
  const begin = jobIdOf(exchange)?.startsWith(' ') ? 'begins with a blank' : 'begins without a blank';
  judge.observe(`The id of the job ${begin} (status ${exchange.response.status}).`);
  await filling.stateOf(image);
});

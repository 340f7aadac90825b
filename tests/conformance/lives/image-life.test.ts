import { proves } from '../../../fixtures/index.js';
import { test } from '../../../fixtures/model/life-test.js';

test('any life of images is as told', proves('image-life.sequences'), async ({ lead }) => {
  await lead('whole', 0.2);
});

test('images of every source live as told', proves('image-life.sources'), async ({ lead }) => {
  await lead('sources', 0.45);
});

test('changes stay through the life of an image', proves('image-life.sequences'), async ({ lead }) => {
  await lead('changes', 0.25);
});

test('copies and sources live apart', proves('image-life.copies'), async ({ lead }) => {
  await lead('copies', 0.25);
});

test('members follow an image through its life', proves('image-life.sharing'), async ({ lead }) => {
  await lead('sharing', 0.3);
});

test('images keep their identity while jobs run', proves('image-life.jobs'), async ({ lead }) => {
  await lead('jobs', 0.25);
});

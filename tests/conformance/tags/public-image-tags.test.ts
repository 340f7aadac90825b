import { randomBytes } from 'node:crypto';
import { imagesOf } from '../../../fixtures/images/image-view.js';
import { test as base, proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { isNativelyRefused } from '../../../fixtures/sharing/sharing-checks.js';
import { tagCalls } from '../../../fixtures/tags/tag-calls.js';

const test = base.extend<{ gold: { id: string }; key: string }>({
  gold: async ({ ims }, use) => {
    const listed = imagesOf(await ims.call('ListImages', { query: { __imagetype: 'gold', limit: 3 } }));
    const gold = listed.find(({ visibility }) => visibility === 'public');
    if (!gold) throw new Unjudged('The region has no public image.');
    await use(gold);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  key: async ({}, use) => {
    await use(`public-${randomBytes(6).toString('hex')}`);
  },
});

test('a public image takes no tag', proves('add-image-tag.public-image'), async ({ ims, image, gold, key, judge }) => {
  const tag = { key, value: 'test' };
  judge.needs(await tagCalls.add(ims, image.id, tag), 'tagging a private image is accepted');
  const exchange = await tagCalls.add(ims, gold.id, tag);
  if (exchange.response.status < 400) await tagCalls.delete(ims, gold.id, key);
  judge.rejected(exchange, 'tagging a public image is refused');
});

test('no call tags a public image', proves('tags.public-image'), async ({ ims, image, gold, key, judge }) => {
  const writes = {
    put: (id: string, name: string) => tagCalls.put(ims, id, { image_tag: { key: name, value: 'test' } }),
    batch: (id: string, name: string) => tagCalls.batch(ims, id, 'create', [{ key: name, value: 'test' }]),
    native: (id: string, name: string) => tagCalls.createNative(ims, id, name),
  };
  for (const [way, write] of Object.entries(writes)) {
    const name = `${key}-${way}`;
    judge.needs(await write(image.id, name), `a ${way} tag of a private image is accepted`);
    const exchange = await write(gold.id, name);
    if (exchange.response.status < 400) await tagCalls.delete(ims, gold.id, name);
    if (way === 'native') isNativelyRefused(judge, exchange, 'a native tag of a public image is refused');
    else judge.rejected(exchange, `a ${way} tag of a public image is refused`);
  }
});

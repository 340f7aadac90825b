import { proves } from '../../../fixtures/index.js';
import { test } from '../../../fixtures/tags/query-test.js';
import { tagCalls } from '../../../fixtures/tags/tag-calls.js';
import { inOrder } from '../../../fixtures/tags/tag-desk.js';

test(
  'tags that differ by case are different',
  proves('tags.letter-case'),
  async ({ ims, resources, tags, finder, mark, judge }) => {
    const image = { ...(await resources.queuedImage(ims)), tags: { [`${mark}-a`]: 'v' } };
    await tags.given(image, image.tags);
    await finder.finds({ tags: [{ key: `${mark}-a`, values: ['V'] }] }, [image]);
    await finder.finds({ tags: [{ key: `${mark}-A`, values: ['v'] }] }, [image]);
    judge.needs(await tagCalls.add(ims, image.id, { key: `${mark}-A`, value: 'V' }));
    const both = { ...image.tags, [`${mark}-A`]: 'V' };
    judge.equal(await tags.settledList(image, both), inOrder(both), 'the tags');
    judge.needs(await tagCalls.delete(ims, image.id, `${mark}-A`));
    const left = await tags.settledList(image, image.tags);
    judge.equal(
      left.filter(({ key }) => key === `${mark}-a`),
      inOrder(image.tags),
      'the tag of the same letters',
    );
  },
);

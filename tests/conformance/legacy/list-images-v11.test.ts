import { isDeepStrictEqual } from 'node:util';
import type { OwnImage } from '../../../fixtures/books/resources.js';
import { proves } from '../../../fixtures/index.js';
import { changedImage } from '../../../fixtures/legacy/changed-image.js';
import { formats, test } from '../../../fixtures/legacy/legacy-list-test.js';
import { type LegacyList, readLegacyList, sharedProperties, timesOf } from '../../../fixtures/legacy/legacy-view.js';
import { NativeDesk } from '../../../fixtures/native/native-desk.js';
import { readUntil } from '../../../fixtures/read-until.js';

/** So many images a list of the first versions of Glance holds at most; the page does not say that there are further ones. */
const page = 25;

test('every image is listed once', proves('list-images-v11.complete'), async ({ ims, resources, lists, judge }) => {
  const own = [await resources.queuedImage(ims), await resources.queuedImage(ims), await resources.queuedImage(ims)];
  const isWhole = (await lists({})).images.length < page;
  const { images, exchange } = await lists({}, isWhole ? own : [], true);
  for (const image of own) await lists({ name: image.name }, [image]);
  const ids = images.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  judge.that(!twice, 'each image once', `${twice} is listed twice`, { exchange });
});

test(
  'version 1.1 shows what version 2 shows',
  proves('list-images-v11.agrees'),
  async ({ ims, resources, images, listing, lists, judge }) => {
    const own: OwnImage[] = [];
    for (const [at, disk_format] of formats.entries()) {
      own.push(await resources.queuedImage(ims, { disk_format, min_disk: 40 + at, min_ram: 1024 * at }));
    }
    // Public images are protected where own ones are not.
    const open = (await listing.page({ visibility: 'public', limit: 1 })).images.filter(({ name }) => name);
    for (const { id, name } of [...own, ...open]) {
      const listed = await lists({ name: String(name) }, [{ id, name: String(name) }]);
      const legacy = listed.images.find((image) => image.id === id) ?? {};
      const view = await images.show({ id });
      judge.equal(sharedProperties(legacy), sharedProperties(view), 'the image in version 1.1', listed);
      judge.equal((legacy as { protected?: unknown }).protected, view.protected, 'its protection', listed);
    }
  },
);

test(
  'a file has a size and a checksum in version 1.1',
  proves('list-images-v11.file'),
  async ({ uploaded, lists, judge }) => {
    const { images, exchange } = await lists({ name: uploaded.name }, [uploaded]);
    const { size, checksum } = images.find(({ id }) => id === uploaded.id) ?? { size: null, checksum: null };
    judge.that(Number.isInteger(size) && Number(size) > 0, 'a whole number above 0 as the size', `${size}`, {
      exchange,
    });
    judge.that(typeof checksum === 'string' && checksum !== '', 'a checksum', `${checksum}`, { exchange });
  },
);

test(
  'an image without a file has no checksum in version 1.1',
  proves('list-images-v11.no-file'),
  async ({ ims, resources, lists, judge }) => {
    const own = await resources.queuedImage(ims);
    const { images, exchange } = await lists({ name: own.name }, [own]);
    const { size, checksum } = images.find(({ id }) => id === own.id) ?? { size: null, checksum: null };
    judge.that(Number(size ?? 0) === 0, 'no size, or 0', `${size}`, { exchange });
    judge.equal(checksum || null, null, 'the checksum', { exchange });
  },
);

test(
  "a user's property stands among the properties",
  proves('list-images-v11.properties'),
  async ({ ims, resources, lists, judge }) => {
    const own = await resources.queuedImage(ims, { zz_word: 'a word' });
    const { images, exchange } = await lists({ name: own.name }, [own]);
    const properties = images.find(({ id }) => id === own.id)?.properties as { zz_word?: unknown } | undefined;
    judge.equal(properties?.zz_word, 'a word', 'zz_word among the properties', { exchange });
  },
);

test(
  'a property that is added later stands among the properties',
  proves('list-images-v11.added-property'),
  async ({ ims, resources, images, lists, judge }) => {
    const own = await resources.queuedImage(ims);
    const native = new NativeDesk(ims, images);
    judge.needs(await native.patch(own, { op: 'add', path: '/zz_word', value: 'a word' }));
    const wordOf = ({ images }: LegacyList) =>
      (images.find(({ id }) => id === own.id)?.properties as { zz_word?: unknown } | undefined)?.zz_word;
    const listed = await readUntil(
      () => lists({ name: own.name }, [own]),
      (list) => wordOf(list) !== undefined,
      images.patience.consistencySeconds,
    );
    judge.equal(wordOf(listed), 'a word', 'zz_word among the properties', listed);
  },
);

test(
  'what an image lacks is null in version 1.1',
  proves('list-images-v11.members'),
  async ({ image, lists, judge }) => {
    const { images, exchange } = await lists({ name: image.name }, [image]);
    const own = images.find(({ id }) => id === image.id) ?? {};
    const lacking = ['virtual_size', 'deleted_at', 'properties'].filter((name) => !(name in own));
    judge.equal(lacking, [], 'the members that are left out', { exchange });
  },
);

test('public images say so', proves('list-images-v11.is-public'), async ({ image, listing, lists, judge }) => {
  const open = new Set((await listing.all({ visibility: 'public' })).images.map(({ id }) => id));
  const { images, exchange } = await lists({}, [image]);
  for (const { id, is_public } of images) {
    const known = open.has(id) || id === image.id;
    judge.that(!known || is_public === open.has(id), `${id} has is_public ${open.has(id)}`, `${is_public}`, {
      exchange,
    });
  }
});

test('an image that is there is not deleted', proves('list-images-v11.deleted'), async ({ image, lists, judge }) => {
  const { images, exchange } = await lists({ name: image.name }, [image]);
  const own = images.find(({ id }) => id === image.id);
  judge.equal([own?.deleted, own?.deleted_at ?? null], [false, null], 'deleted and deleted_at', { exchange });
});

test(
  'times are those of version 2',
  proves('list-images-v11.times'),
  async ({ ims, resources, images, lists, judge }) => {
    const own = await changedImage(ims, resources, images);
    const read = async () => {
      const listed = await lists({ name: own.name }, [own]);
      const told = timesOf(listed.images.find(({ id }) => id === own.id));
      return { listed, told, due: timesOf(await images.show(own)) };
    };
    // A target may touch a new image once more between both answers.
    const seconds = Math.max(2, images.patience.consistencySeconds);
    const { listed, told, due } = await readUntil(read, (both) => isDeepStrictEqual(both.told, both.due), seconds);
    judge.equal(told, due, 'created_at and updated_at in seconds', listed);
  },
);

test(
  "another project's images are not listed",
  proves('list-images-v11.own-project'),
  async ({ ims, member, resources, judge }) => {
    const { id, name } = await resources.queuedImage(member);
    for (const query of [{}, { name }, { status: 'queued' }] as Record<string, string>[]) {
      const { images, exchange } = await readLegacyList(ims, query);
      judge.that(!images.some((image) => image.id === id), 'not the image of another project', 'it is listed', {
        exchange,
      });
    }
  },
);

import { isDeepStrictEqual } from 'node:util';
import { Unjudged } from '../../../fixtures/failure.js';
import { test as base } from '../../../fixtures/fill-test.js';
import { proves } from '../../../fixtures/index.js';
import {
  type LegacyList,
  readLegacyList,
  secondsOf,
  sharedProperties,
  timesOf,
} from '../../../fixtures/legacy-view.js';
import { readUntil } from '../../../fixtures/read-until.js';
import type { OwnImage } from '../../../fixtures/resources.js';

/** Lists by a filter, until what is listed fits or reads may no longer lag. */
type Lists = (query: Record<string, string>, holds?: readonly OwnImage[]) => Promise<LegacyList>;

const test = base.extend<{ lists: Lists }>({
  // What tests share has the name that the last of them gave it.
  image: async ({ image, images }, use) => {
    await use({ ...image, name: String((await images.show(image)).name) });
  },
  subject: async ({ subject, images }, use) => {
    await use({ ...subject, name: String((await images.show(subject)).name) });
  },
  lists: async ({ ims, judge, session }, use) => {
    await use(async (query, holds = []) => {
      const missing = ({ images }: LegacyList) => holds.find(({ id }) => !images.some((image) => image.id === id));
      const read = () => readLegacyList(ims, query);
      const listed = await readUntil(read, (list) => !missing(list), session.configuration.consistencySeconds);
      judge.accepted(listed.exchange, 'the list of version 1.1 is answered');
      const lost = missing(listed);
      judge.that(!lost, `lists ${lost?.id} with ${JSON.stringify(query)}`, 'it is not listed', listed);
      return listed;
    });
  },
});

const formats = ['vhd', 'qcow2', 'raw'];

/** So many images a list of the first versions of Glance holds at most; the page does not say that there are further ones. */
const page = 25;

test('every image is listed once', proves('list-images-v11.complete'), async ({ ims, resources, lists, judge }) => {
  const own = [await resources.queuedImage(ims), await resources.queuedImage(ims), await resources.queuedImage(ims)];
  const isWhole = (await lists({})).images.length < page;
  const { images, exchange } = await lists({}, isWhole ? own : []);
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
    judge.that(Number.isInteger(size), 'a whole number as the size', `${size}`, { exchange });
    judge.that(typeof checksum === 'string' && checksum !== '', 'a checksum', `${checksum}`, { exchange });
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
    const own = await resources.queuedImage(ims);
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

test('a name lists exactly its images', proves('list-images-v11.name'), async ({ ims, resources, lists, judge }) => {
  const first = await resources.queuedImage(ims);
  const longer = await resources.queuedImage(ims, { name: `${first.name}-b` });
  for (const name of [first.name, `${first.name}-b`]) {
    const { images, exchange } = await lists({ name }, [name === first.name ? first : longer]);
    const odd = images.find((image) => image.name !== name);
    judge.that(!odd, `only images of the name ${name}`, `${odd?.name} is listed`, { exchange });
  }
});

test(
  'a disk format lists only its images',
  proves('list-images-v11.disk-format'),
  async ({ ims, resources, lists, judge }) => {
    const own = await Promise.all(formats.map((disk_format) => resources.queuedImage(ims, { disk_format })));
    for (const [at, disk_format] of formats.entries()) {
      const { images, exchange } = await lists({ disk_format }, [own[at] as OwnImage]);
      const odd = images.find((image) => image.disk_format !== disk_format);
      judge.that(!odd, `only images in ${disk_format}`, `${odd?.id} in ${odd?.disk_format}`, { exchange });
    }
  },
);

test(
  'a container format lists only its images',
  proves('list-images-v11.container-format'),
  async ({ ims, image, lists, judge }) => {
    await lists({ name: image.name, container_format: 'bare' }, [image]);
    for (const format of ['bare', 'ovf']) {
      const { images, exchange } = await readLegacyList(ims, { container_format: format });
      // That there are no images in other formats may be said by a refusal too.
      if (format === 'bare') judge.accepted(exchange, 'the list of version 1.1 is answered');
      const odd = images.find(({ container_format }) => container_format !== format);
      judge.that(!odd, `only images in ${format}`, `${odd?.id} in ${odd?.container_format}`, { exchange });
    }
  },
);

test(
  'a status lists only images in it',
  proves('list-images-v11.status'),
  async ({ ims, resources, subject, images, lists, judge }) => {
    const own = await resources.queuedImage(ims);
    const { status: state = '' } = await images.show(subject);
    for (const [status, image] of [
      ['queued', own],
      ['active', own],
      [state, subject],
    ] as const) {
      const { images: listed, exchange } = await lists({ status });
      const odd = listed.find((one) => one.status !== status);
      judge.that(!odd, `only ${status} images`, `${odd?.id} is ${odd?.status}`, { exchange });
      if (status === 'queued' || image === subject) await lists({ name: image.name, status }, [image]);
    }
  },
);

for (const [name, fits] of [
  ['size_min', (size: number, bound: number) => size >= bound],
  ['size_max', (size: number, bound: number) => size <= bound],
] as const) {
  test(
    `${name} bounds the sizes that are listed`,
    proves(`list-images-v11.${name.replace('_', '-')}`),
    async ({ image, lists, judge }) => {
      const { images: before } = await lists({}, [image]);
      const known = before.flatMap(({ size }) => (typeof size === 'number' ? [size] : []));
      if (known.length === 0) throw new Unjudged('No image shows its size.');
      const [low, high] = [Math.min(...known), Math.max(...known)];
      for (const bound of new Set([low, low + 1, high, high + 1, Math.max(0, high - 1)])) {
        const { images, exchange } = await lists({ [name]: String(bound) });
        const odd = images.find(({ size }) => typeof size === 'number' && !fits(size, bound));
        judge.that(!odd, `${name}=${bound} lists no other size`, `${odd?.id} of ${odd?.size}`, { exchange });
        const listed = new Set(images.map(({ id }) => id));
        const lost = before.find(({ id, size }) => typeof size === 'number' && fits(size, bound) && !listed.has(id));
        // An image that others have deleted or filled meanwhile says nothing.
        const still = lost && (await lists({})).images.some(({ id, size }) => id === lost.id && size === lost.size);
        judge.that(!still, `${name}=${bound} lists every such size`, `not ${lost?.id} of ${lost?.size}`, { exchange });
      }
    },
  );
}

test(
  'changes since a time leave out older ones',
  proves('list-images-v11.changes-since'),
  async ({ ims, image, images, lists, judge }) => {
    const times = (await lists({}, [])).images.map(({ updated_at }) => secondsOf(updated_at)).filter(Number.isFinite);
    const own = secondsOf((await images.show(image)).updated_at);
    for (const asked of [own - 1, Math.min(...times) + 1, Math.max(...times) + 86_400]) {
      const since = { 'changes-since': new Date(asked * 1000).toISOString().replace(/\.\d+Z$/, '') };
      const { exchange, images: listed } = await readLegacyList(ims, since);
      if (exchange.response.status === 400) throw new Unjudged(`The time ${since['changes-since']} is not understood.`);
      judge.accepted(exchange);
      const odd = listed.find(({ updated_at }) => secondsOf(updated_at) < asked);
      judge.that(!odd, `no image changed before ${asked}`, `${odd?.id} of ${odd?.updated_at}`, { exchange });
      if (asked < own) await lists({ name: image.name, ...since }, [image]);
    }
  },
);

import { setTimeout as sleep } from 'node:timers/promises';
import type { OwnImage } from '../../../fixtures/books/resources.js';
import { refused } from '../../../fixtures/filters/filter-relation.js';
import type { ImageView } from '../../../fixtures/images/image-view.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { formats, test } from '../../../fixtures/legacy/legacy-list-test.js';
import { readLegacyList, secondsOf } from '../../../fixtures/legacy/legacy-view.js';

test(
  'a name lists exactly its images',
  proves('list-images-v11.name'),
  async ({ ims, resources, lists, judge, leavesNoneOut }) => {
    const first = await resources.queuedImage(ims);
    const longer = await resources.queuedImage(ims, { name: `${first.name}-b` });
    for (const name of [first.name, `${first.name}-b`]) {
      const { images, exchange } = await lists({ name }, [name === first.name ? first : longer]);
      const odd = images.find((image) => image.name !== name);
      judge.that(!odd, `only images of the name ${name}`, `${odd?.name} is listed`, { exchange });
    }
    const other = (await lists({})).images.find(({ owner, name }) => owner !== ims.projectId && name?.trim());
    if (other) await leavesNoneOut({ name: String(other.name) }, ({ name }) => name === other.name);
  },
);

test(
  'a disk format lists only its images',
  proves('list-images-v11.disk-format'),
  async ({ ims, resources, lists, judge, leavesNoneOut }) => {
    const own = await Promise.all(formats.map((disk_format) => resources.queuedImage(ims, { disk_format })));
    for (const [at, disk_format] of formats.entries()) {
      const { images, exchange } = await lists({ disk_format }, [own[at] as OwnImage]);
      const odd = images.find((image) => image.disk_format !== disk_format);
      judge.that(!odd, `only images in ${disk_format}`, `${odd?.id} in ${odd?.disk_format}`, { exchange });
    }
    const shown = (await lists({})).images.map((image) => String(image.disk_format));
    for (const disk_format of new Set(shown)) {
      // The page does not say which formats may be asked for.
      if (refused((await readLegacyList(ims, { disk_format })).exchange)) continue;
      await leavesNoneOut({ disk_format }, (image) => image.disk_format === disk_format);
    }
  },
);

test(
  'a container format lists only its images',
  proves('list-images-v11.container-format'),
  async ({ ims, image, lists, judge, leavesNoneOut }) => {
    await lists({ name: image.name, container_format: 'bare' }, [image]);
    for (const format of ['bare', 'ovf']) {
      const { images, exchange } = await readLegacyList(ims, { container_format: format });
      // That there are no images in other formats may be said by a refusal too.
      if (format === 'bare') judge.accepted(exchange, 'the list of version 1.1 is answered');
      const odd = images.find(({ container_format }) => container_format !== format);
      judge.that(!odd, `only images in ${format}`, `${odd?.id} in ${odd?.container_format}`, { exchange });
    }
    await leavesNoneOut({ container_format: 'bare' }, ({ container_format }) => container_format === 'bare');
  },
);

test(
  'a status lists only images in it',
  proves('list-images-v11.status'),
  async ({ ims, resources, subject, images, lists, judge, leavesNoneOut }) => {
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
      await leavesNoneOut({ status }, (one) => one.status === status);
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
    async ({ image, lists, judge, leavesNoneOut }) => {
      const { images: own } = await lists({}, [image]);
      const known = own.flatMap(({ size }) => (typeof size === 'number' ? [size] : []));
      if (known.length === 0) throw new Unjudged('No image shows its size.');
      const [low, high] = [Math.min(...known), Math.max(...known)];
      for (const bound of new Set([low, low + 1, high, high + 1, Math.max(0, high - 1)])) {
        const { images, exchange } = await lists({ [name]: String(bound) });
        const odd = images.find(({ size }) => typeof size === 'number' && !fits(size, bound));
        judge.that(!odd, `${name}=${bound} lists no other size`, `${odd?.id} of ${odd?.size}`, { exchange });
        await leavesNoneOut({ [name]: String(bound) }, ({ size }) => typeof size === 'number' && fits(size, bound));
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

test(
  'a change counts since a time, not the creation',
  proves('list-images-v11.changes-since'),
  async ({ ims, images, lists, resources, judge }) => {
    const changed = await resources.queuedImage(ims);
    await sleep(2100);
    const body = [{ op: 'replace', path: '/name', value: changed.name }];
    judge.needs(await ims.call('GlanceUpdateImage', { path: { image_id: changed.id }, body }), 'a change is accepted');
    const isMoved = ({ created_at, updated_at }: ImageView) => secondsOf(updated_at) > secondsOf(created_at) + 1;
    const view = await images.settled(changed, isMoved);
    if (!isMoved(view)) throw new Unjudged('A change does not move the time of the update.');
    const since = new Date((secondsOf(view.updated_at) - 1) * 1000).toISOString().replace(/\.\d+Z$/, '');
    await lists({ name: changed.name, 'changes-since': since }, [changed]);
  },
);

test(
  'filters of version 1.1 hold together',
  proves('list-images-v11.combined'),
  async ({ ims, resources, lists, judge }) => {
    const own = await resources.queuedImage(ims, { disk_format: 'qcow2' });
    const other = await resources.queuedImage(ims, { disk_format: 'raw' });
    for (const [image, format, strange] of [
      [own, 'qcow2', 'raw'],
      [other, 'raw', 'qcow2'],
    ] as const) {
      const fitting = await lists({ name: image.name, disk_format: format, status: 'queued' }, [image]);
      const odd = fitting.images.filter(({ id }) => id !== image.id);
      judge.equal(odd, [], `other images than the one of that name in ${format}`, fitting);
      for (const query of [{ disk_format: strange }, { status: 'active' }] as Record<string, string>[]) {
        const { images, exchange } = await readLegacyList(ims, { name: image.name, ...query });
        const alone = images.length > 0 ? (await readLegacyList(ims, query)).images : [];
        if (alone.some(({ id }) => id === image.id))
          throw new Unjudged(`${JSON.stringify(query)} alone lists an image that it should not.`);
        judge.equal(images, [], `the images of a queued image's name with ${JSON.stringify(query)}`, { exchange });
      }
    }
  },
);

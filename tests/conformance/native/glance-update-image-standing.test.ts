import { randomUUID } from 'node:crypto';
import type { OwnImage } from '../../../fixtures/books/resources.js';
import { metadataTag } from '../../../fixtures/filling/metadata-tag.js';
import type { PatchOperation } from '../../../fixtures/images/image-desk.js';
import type { ImageView } from '../../../fixtures/images/image-view.js';
import { shownText } from '../../../fixtures/images/shown-text.js';
import { toldProperties } from '../../../fixtures/images/told-properties.js';
import { proves } from '../../../fixtures/index.js';
import type { PatchFormat } from '../../../fixtures/native/native-desk.js';
import { test as base } from '../../../fixtures/native/native-test.js';

const test = base.extend<{
  /** Judges that an operation leaves its property as it was, however it is answered. @throws {ConformanceFailure} */
  changesNothing: (
    image: OwnImage,
    operation: PatchOperation,
    before: ImageView,
    format?: PatchFormat,
  ) => Promise<void>;
}>({
  changesNothing: async ({ native, images, judge }, use) => {
    await use(async (image, operation, before, format = '2.1') => {
      const name = operation.path.slice(1);
      const exchange = await native.patchAs(format, image, operation);
      judge.equal((await images.show(image))[name], before[name], `the ${name}, by format ${format}`, { exchange });
    });
  },
});

/** Where an image comes from, which it need not have: then none may come by. */
const origins = {
  __data_origin: `instance,${randomUUID()}`,
  __originalimagename: randomUUID(),
  __backup_id: randomUUID(),
  __root_origin: 'file',
  __productcode: randomUUID(),
  checksum: '0'.repeat(32),
};

/** What another call changes, or clients of Glance. The value of the protection is the one that an image has. */
const further = {
  ...{ min_ram: 2048, min_disk: 41, hw_firmware_type: 'uefi' },
  ...{ __support_kvm: 'true', protected: false, max_ram: '4096', hw_vif_multiqueue_enabled: 'true' },
  __is_config_init: 'true',
};

const describing = { op: 'add', path: '/__description', value: 'ims-conformance' };

/** Every way to change a property. */
const changesOf = (name: string, value: unknown): PatchOperation[] => [
  ...['replace', 'add'].map((op) => ({ op, path: `/${name}`, value })),
  { op: 'remove', path: `/${name}` },
];

test(
  'what identifies an image cannot be changed',
  proves('glance-update-image.read-only'),
  async ({ native, images, subject, judge }) => {
    const before = await images.show(subject);
    const values = {
      id: randomUUID(),
      owner: randomUUID().replaceAll('-', ''),
      status: before.status === 'queued' ? 'active' : 'queued',
      created_at: '2015-12-04T09:45:33Z',
    };
    judge.needs(await native.patch(subject, describing), 'a change of the description is accepted');
    for (const [name, value] of Object.entries(values)) {
      for (const operation of changesOf(name, value)) {
        const exchange = await native.patch(subject, operation);
        // The page says what can be modified, not that anything else is answered by an error.
        if (exchange.response.status >= 400) judge.rejected(exchange, `${operation.op} of ${name} is refused`);
        judge.equal((await images.show(subject))[name], before[name], `the ${name}`, { exchange });
      }
    }
    judge.needs(await native.patchOld(subject, { replace: '/name', value: subject.name }), 'format 2.0 is taken');
    for (const [name, value] of Object.entries(values)) {
      for (const operation of changesOf(name, value).filter(({ op }) => op !== 'add')) {
        const exchange = await native.patchAs('2.0', subject, operation);
        if (exchange.response.status >= 400)
          judge.rejected(exchange, `in format 2.0, ${operation.op} of ${name} is refused`);
        judge.equal((await images.show(subject))[name], before[name], `the ${name}`, { exchange });
      }
    }
    if (before.updated_at === undefined) return;
    for (const operation of changesOf('updated_at', values.created_at)) {
      const exchange = await native.patch(subject, operation);
      if (exchange.response.status >= 400) judge.rejected(exchange, `${operation.op} of updated_at is refused`);
      const shown = String((await images.show(subject)).updated_at);
      // It moves where the call is taken and changes nothing.
      judge.that(Date.parse(shown) >= Date.parse(before.updated_at), `a time from ${before.updated_at} on`, shown, {
        exchange,
      });
    }
  },
);

test(
  "the service's own properties cannot be changed",
  proves('glance-update-image.service-properties'),
  async ({ native, images, subject, changesNothing, judge }) => {
    const before = await images.show(subject);
    const values = { __imagetype: 'gold', __isregistered: 'false', __image_source_type: 'file' };
    judge.needs(await native.patch(subject, describing), 'a change of the description is accepted');
    for (const [name, value] of Object.entries(values)) {
      for (const operation of changesOf(name, value)) {
        const exchange = await native.patch(subject, operation);
        if (exchange.response.status >= 400) judge.rejected(exchange, `${operation.op} of ${name} is refused`);
        judge.equal((await images.show(subject))[name], before[name], name, { exchange });
      }
    }
    const standing: PatchOperation[] = [
      ...['visibility', 'disk_format', 'id', 'owner', 'status', 'created_at'].map((name) => ({
        op: 'remove',
        path: `/${name}`,
      })),
      { op: 'replace', path: '/visibility', value: 'public' },
      { op: 'replace', path: '/disk_format', value: 'raw' },
    ];
    for (const operation of standing) await changesNothing(subject, operation, before);
    judge.needs(await native.patchOld(subject, { replace: '/name', value: subject.name }), 'format 2.0 is taken');
    const own = Object.entries(values).flatMap(([name, value]) => changesOf(name, value));
    for (const operation of [...own, ...standing]) await changesNothing(subject, operation, before, '2.0');
  },
);

test(
  'what the service tells of an image stays',
  proves('glance-update-image.other-properties'),
  async ({ ims, resources, native, images, changesNothing, judge }) => {
    const image = await resources.queuedImage(ims);
    judge.needs(await native.patch(image, describing), 'a change of the description is accepted');
    const before = await images.show(image);
    const has = (name: string) => before[name] !== undefined;
    const changes = [
      ...Object.entries(toldProperties).flatMap(([name, value]) => (has(name) ? changesOf(name, value) : [])),
      ...Object.entries(origins).flatMap(([name, value]) =>
        changesOf(name, value).filter(({ op }) => has(name) || op === 'add'),
      ),
    ];
    for (const operation of changes) await changesNothing(image, operation, before);
    judge.needs(await native.patchOld(image, { replace: '/name', value: image.name }), 'format 2.0 is taken');
    for (const operation of changes) await changesNothing(image, operation, before, '2.0');
  },
);

test(
  'what else changes natively is noted',
  proves('glance-update-image.further-properties'),
  async ({ ims, resources, native, images, session, judge }) => {
    const image = await resources.queuedImage(ims);
    const { enterpriseProjectId } = session.configuration.provided;
    const project = enterpriseProjectId ? { enterprise_project_id: enterpriseProjectId } : {};
    for (const [name, value] of Object.entries({ ...further, ...project, tags: [metadataTag(session.profile, 'a')] })) {
      const { status } = (await native.patch(image, { op: 'add', path: `/${name}`, value })).response;
      const changed = ({ [name]: shown }: ImageView) => shownText(name, shown) === shownText(name, value);
      const seen = changed(await images.settled(image, changed)) ? 'has' : 'does not have';
      judge.observe(`Setting \`${name}\` natively answers ${status}; the image ${seen} it.`);
    }
  },
);

import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { propertyKey, propertyValue } from '../../../fixtures/arbitraries/image-texts.js';
import { metadataTag } from '../../../fixtures/filling/metadata-tag.js';
import { type ImageView, withoutTimes } from '../../../fixtures/images/image-view.js';
import { shownText } from '../../../fixtures/images/shown-text.js';
import { fc, proves } from '../../../fixtures/index.js';
import { test } from '../../../fixtures/native/native-test.js';

/** What the service tells of an image, and what it might be changed to. */
const others = {
  __os_version: 'Windows Server 2012 R2 Standard 64bit',
  __os_type: 'Windows',
  __os_bit: '32',
  __image_size: '1',
  __platform: 'Windows',
  container_format: 'ovf',
  virtual_env_type: 'IsoImage',
};

/** What another call changes, or clients of Glance. The value of the protection is the one that an image has. */
const further = {
  ...{ min_ram: 2048, min_disk: 41, hw_firmware_type: 'uefi' },
  ...{ __support_kvm: 'true', protected: false, max_ram: '4096', hw_vif_multiqueue_enabled: 'true' },
};

const describing = { op: 'add', path: '/__description', value: 'ims-conformance' };

test(
  'an absent property is neither replaced nor removed',
  proves('glance-update-image.absent-property'),
  async ({ native, subject, forAll, judge }) => {
    await forAll(fc.tuple(propertyKey(), propertyValue()), async ([name, value]) => {
      // New in every try: a case that failed half-way has left its property behind.
      const key = `${name}_${randomBytes(3).toString('hex')}`;
      const path = `/${key}`;
      judge.rejected(await native.patch(subject, { op: 'replace', path, value }), 'replacing an absent property');
      judge.rejected(await native.patch(subject, { op: 'remove', path }), 'removing an absent property');
      await native.given(subject, { [key]: value });
      judge.needs(await native.patch(subject, { op: 'replace', path, value }), 'replacing it then is accepted');
      judge.needs(await native.patch(subject, { op: 'remove', path }), 'removing it then is accepted');
    });
  },
);

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
      for (const op of ['replace', 'add']) {
        judge.rejected(await native.patch(subject, { op, path: `/${name}`, value }), `${op} of ${name} is refused`);
      }
      judge.equal((await images.show(subject))[name], before[name], `the ${name}`);
    }
  },
);

test(
  "the service's own properties cannot be changed",
  proves('glance-update-image.service-properties'),
  async ({ native, images, subject, judge }) => {
    const before = await images.show(subject);
    const values = { __imagetype: 'gold', __isregistered: 'false', __image_source_type: 'file' };
    judge.needs(await native.patch(subject, describing), 'a change of the description is accepted');
    for (const [name, value] of Object.entries(values)) {
      judge.rejected(await native.patch(subject, { op: 'add', path: `/${name}`, value }), `${name} cannot be changed`);
      judge.equal((await images.show(subject))[name], before[name], name);
    }
    const standing = ['visibility', 'disk_format', 'id', 'owner', 'status', 'created_at'];
    for (const name of standing) {
      const operations = [{ op: 'remove', path: `/${name}` }];
      if (name === 'visibility') operations.push({ op: 'replace', path: '/visibility', value: 'public' } as never);
      if (name === 'disk_format') operations.push({ op: 'replace', path: '/disk_format', value: 'raw' } as never);
      for (const operation of operations) {
        const exchange = await native.patch(subject, operation);
        judge.equal((await images.show(subject))[name], before[name], `the ${name}`, { exchange });
      }
    }
  },
);

test(
  'what the service tells of an image stays',
  proves('glance-update-image.other-properties'),
  async ({ ims, resources, native, images, judge }) => {
    const image = await resources.queuedImage(ims);
    judge.needs(await native.patch(image, describing), 'a change of the description is accepted');
    const before = await images.show(image);
    for (const [name, value] of Object.entries(others).filter(([known]) => before[known] !== undefined)) {
      for (const op of ['replace', 'add']) {
        const exchange = await native.patch(image, { op, path: `/${name}`, value });
        judge.equal((await images.show(image))[name], before[name], `the ${name}`, { exchange });
      }
    }
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

test(
  'a native update moves the time of change',
  proves('glance-update-image.updated-at'),
  async ({ native, images, subject, judge }) => {
    const before = await images.show(subject);
    await sleep(1100);
    const value = `at ${Date.now()}`;
    const exchange = judge.needs(await native.patch(subject, { ...describing, value }));
    const after = await images.settled(subject, ({ __description }) => __description === value);
    const [early, late] = [before, after].map(({ updated_at = '' }) => Date.parse(updated_at)) as [number, number];
    judge.that(late > early, `a time of change after ${before.updated_at}`, `${after.updated_at}`, { exchange });
    judge.equal(after.created_at, before.created_at, 'the time of creation', { exchange });
  },
);

test(
  'an absent image cannot be natively updated',
  proves('glance-update-image.absent-image'),
  async ({ native, subject, forAll, judge }) => {
    judge.needs(await native.patch(subject, describing), 'an update of a present image is accepted');
    await forAll(fc.uuid(), async (id) => {
      judge.rejected(await native.patch({ id }, describing), 'an update of an absent image is refused');
    });
  },
);

test(
  "another project's image cannot be natively updated",
  proves('glance-update-image.foreign-image'),
  async ({ member, native, images, subject, judge }) => {
    const before = await native.given(subject, { __description: 'mine' });
    judge.needs(await native.patch(subject, { ...describing, value: 'mine' }), "the owner's update is accepted");
    for (const op of ['add', 'replace']) {
      const answer = await native.update(subject, [{ ...describing, op, value: 'theirs' }], '2.1', member);
      judge.rejected(answer, "another project's update is refused");
    }
    judge.equal(withoutTimes(await images.show(subject)), withoutTimes(before), 'the image');
  },
);

test(
  'a refused native update changes nothing',
  proves('glance-update-image.refused-unchanged'),
  async ({ native, images, subject, resources, forAll, judge }) => {
    const refused = fc.constantFrom(
      { op: 'replace', path: '/name', value: 'a'.repeat(256) },
      { op: 'add', path: '/__description', value: 'a'.repeat(1025) },
      { op: 'add', path: '/__description', value: 'a<b' },
      { op: 'copy', path: '/name', value: 'a' },
      { op: 'replace', path: '/zz_absent', value: 'a' },
      { op: 'remove', path: '/name' },
      { op: 'replace', path: '/owner', value: 'a' },
      { op: 'add', path: '/status', value: 'killed' },
    );
    const given = { name: resources.uniqueName(), __description: 'before' };
    let before = await native.given(subject, given);
    await forAll(refused, async (operation) => {
      const exchange = await native.patch(subject, operation);
      // Whether it is refused at all is the matter of other rules.
      if (exchange.response.status < 400) before = await native.given(subject, given);
      judge.equal(withoutTimes(await images.show(subject)), withoutTimes(before), 'the image', { exchange });
    });
  },
);

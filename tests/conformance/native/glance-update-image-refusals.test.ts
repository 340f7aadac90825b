import { randomBytes, randomUUID } from 'node:crypto';
import {
  descriptionText,
  imageLimits,
  nameText,
  propertyKey,
  propertyValue,
} from '../../../fixtures/arbitraries/image-texts.js';
import { withoutTimes } from '../../../fixtures/image-view.js';
import { fc, proves } from '../../../fixtures/index.js';
import { test } from '../../../fixtures/native-test.js';

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
      judge.accepted(await native.patch(subject, { op: 'replace', path, value }), 'replacing it then is accepted');
      judge.accepted(await native.patch(subject, { op: 'remove', path }), 'removing it then is accepted');
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
    judge.accepted(await native.patch(subject, describing), 'a change of the description is accepted');
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
    judge.accepted(await native.patch(subject, describing), 'a change of the description is accepted');
    for (const [name, value] of Object.entries(values)) {
      judge.rejected(await native.patch(subject, { op: 'add', path: `/${name}`, value }), `${name} cannot be changed`);
      judge.equal((await images.show(subject))[name], before[name], name);
    }
  },
);

test(
  'a native name has up to 255 characters',
  proves('glance-update-image.name-length'),
  async ({ native, subject, resources, forAll, judge }) => {
    const start = resources.uniqueName();
    const room = imageLimits.name - start.length;
    const rename = (value: string) => native.patch(subject, { op: 'replace', path: '/name', value });
    await forAll(fc.tuple(nameText(room), fc.integer({ min: 1, max: 130 })), async ([rest, more]) => {
      judge.accepted(await rename(start + rest), 'a name of 128 characters is accepted');
      const long = (start + rest).padEnd(imageLimits.metadataName, 'a');
      judge.rejected(await rename(`${long}a`), 'a name of 256 characters is refused');
      judge.rejected(await rename(`${long}${'a'.repeat(more)}`), `a name of ${255 + more} characters is refused`);
    });
  },
);

test(
  'a native description has up to 1024 characters',
  proves('glance-update-image.description-length'),
  async ({ native, subject, forAll, judge }) => {
    const redescribe = (value: string) => native.patch(subject, { op: 'add', path: '/__description', value });
    await forAll(descriptionText(imageLimits.description), async (text) => {
      judge.accepted(await redescribe(text), 'a description of 1024 characters is accepted');
      judge.rejected(await redescribe(`${text}a`), 'a description of 1025 characters is refused');
    });
  },
);

test(
  'an absent image cannot be natively updated',
  proves('glance-update-image.absent-image'),
  async ({ native, subject, forAll, judge }) => {
    judge.accepted(await native.patch(subject, describing), 'an update of a present image is accepted');
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
    judge.accepted(await native.patch(subject, { ...describing, value: 'mine' }), "the owner's update is accepted");
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

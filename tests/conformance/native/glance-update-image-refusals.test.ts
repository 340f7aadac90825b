import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { plainValue, propertyKey } from '../../../fixtures/arbitraries/image-texts.js';
import { withoutTimes } from '../../../fixtures/images/image-view.js';
import { fc, proves } from '../../../fixtures/index.js';
import { patchFormats } from '../../../fixtures/native/native-desk.js';
import { test } from '../../../fixtures/native/native-test.js';

const describing = { op: 'add', path: '/__description', value: 'ims-conformance' };

test(
  'an absent property is neither replaced nor removed',
  proves('glance-update-image.absent-property'),
  async ({ native, subject, forAll, judge }) => {
    await forAll(fc.tuple(propertyKey(), plainValue()), async ([name, value]) => {
      // New in every try: a case that failed half-way has left its property behind.
      const key = `${name}_${randomBytes(3).toString('hex')}`;
      const path = `/${key}`;
      const ways = [{ op: 'replace', path, value } as const, { op: 'remove', path } as const];
      for (const format of patchFormats) {
        const same = { op: 'replace', path: '/name', value: subject.name };
        judge.needs(await native.patchAs(format, subject, same), `replacing the name in format ${format} is accepted`);
        for (const way of ways)
          judge.rejected(
            await native.patchAs(format, subject, way),
            `in format ${format}, ${way.op} of an absent property`,
          );
        await native.given(subject, { [key]: value });
        for (const way of ways)
          judge.needs(
            await native.patchAs(format, subject, way),
            `in format ${format}, ${way.op} of it then is accepted`,
          );
      }
    });
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

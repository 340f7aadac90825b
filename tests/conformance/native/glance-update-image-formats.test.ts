import { plainValue, propertyKey } from '../../../fixtures/arbitraries/image-texts.js';
import { imageOf, withoutTimes } from '../../../fixtures/images/image-view.js';
import { fc, proves } from '../../../fixtures/index.js';
import { test } from '../../../fixtures/native/native-test.js';
import { brokenBodies } from '../../../fixtures/odd/broken-bodies.js';

const changing = { op: 'add', path: '/zz_word', value: 'a' };

test(
  'format 2.0 adds, replaces and removes',
  proves('glance-update-image.old-format'),
  async ({ native, images, subject, forAll, judge }) => {
    await forAll(fc.tuple(propertyKey(), plainValue(), plainValue()), async ([key, first, second]) => {
      const path = `/${key}`;
      const steps = [
        [{ add: path, value: first }, first],
        [{ replace: path, value: second }, second],
        [{ remove: path }, undefined],
      ] as const;
      for (const [operation, due] of steps) {
        const [word] = Object.keys(operation);
        const answer = judge.accepted(await native.patchOld(subject, operation), `"${word}" is accepted`);
        judge.equal(imageOf(answer)?.[key], due, `${key} in the answer to "${word}"`, { exchange: answer });
        const view = await images.settled(subject, (shown) => shown[key] === due);
        judge.equal(view[key], due, `${key} read back after "${word}"`);
      }
    });
    // As the request of the page does.
    for (const property of ['name', '__description']) {
      const value = `${subject.name}-2`;
      await native.given(subject, { [property]: subject.name });
      const answer = judge.accepted(await native.patchOld(subject, { replace: `/${property}`, value }));
      judge.equal(imageOf(answer)?.[property], value, `the ${property} in the answer`, { exchange: answer });
      judge.equal((await images.settled(subject, (shown) => shown[property] === value))[property], value, property);
      await native.given(subject, { [property]: subject.name });
    }
  },
);

test(
  'format 2.0 names one operation and value',
  proves('glance-update-image.old-format-body'),
  async ({ native, subject, judge }) => {
    const path = '/zz_word';
    await native.given(subject, { zz_word: 'a' });
    const accepted = { replace: path, value: 'b' };
    const wrong = [
      { value: 'b' },
      {},
      { copy: path, value: 'b' },
      { add: path, replace: path, value: 'b' },
      { replace: path, remove: path, value: 'b' },
      { add: path },
      { replace: path },
      { replace: 'zz_word', value: 'b' },
      { add: 'zz_word', value: 'b' },
      { remove: 'zz_word' },
    ];
    for (const operation of wrong) {
      judge.needs(await native.patchOld(subject, accepted), 'one replacement is accepted');
      const text = JSON.stringify(operation);
      judge.rejected(await native.update(subject, [operation], '2.0'), `${text} is refused`);
    }
  },
);

test(
  'the media type tells the format',
  proves('glance-update-image.format-by-type'),
  async ({ native, subject, judge }) => {
    await native.given(subject, { zz_word: 'a' });
    const formats = [
      ['2.1', { op: 'replace', path: '/zz_word', value: 'b' }],
      ['2.0', { replace: '/zz_word', value: 'b' }],
    ] as const;
    for (const [at, [format, own]] of formats.entries()) {
      const [, other] = formats[1 - at] as (typeof formats)[number];
      judge.accepted(await native.update(subject, [own], format), `a body of format ${format} as such is accepted`);
      judge.rejected(await native.update(subject, [other], format), `the other format as ${format} is refused`);
    }
  },
);

test(
  'other media types of updates are noted',
  proves('glance-update-image.media-type'),
  async ({ ims, subject, judge }) => {
    const [path, body] = [`/v2/images/${subject.id}`, JSON.stringify([changing])];
    for (const type of ['application/json', 'text/plain', 'application/openstack-images-v3.0-json-patch']) {
      const { response } = await ims.raw({ method: 'PATCH', path, headers: { 'Content-Type': type }, body });
      judge.observe(`A native update as ${type} answers ${response.status}.`);
    }
  },
);

test(
  'a native operation adds, replaces or removes',
  proves('glance-update-image.op'),
  async ({ native, subject, forAll, judge }) => {
    await native.given(subject, { zz_word: 'a' });
    const change = (op: string) => native.patch(subject, { op, path: '/zz_word', value: 'a' });
    const refuses = async (op: string) => {
      judge.accepted(await change('replace'), '"replace" is accepted');
      judge.rejected(await change(op), `the operation "${op}" is refused`);
    };
    for (const op of ['', 'replaced', 'copy', 'move', 'test', 'delete', 'update', 'REPLACE', 'Add']) await refuses(op);
    const words = fc.stringMatching(/^[a-z]{1,10}$/).filter((word) => !['add', 'replace', 'remove'].includes(word));
    await forAll(words, refuses);
  },
);

test('a native body lists whole operations', proves('glance-update-image.body'), async ({ native, subject, judge }) => {
  const { op, path, value } = changing;
  judge.needs(await native.update(subject, [changing]), 'a list of whole operations is accepted');
  for (const body of [changing, {}, { operations: [changing] }, 'replace', 7, true, null]) {
    const text = JSON.stringify(body);
    judge.rejected(await native.update(subject, text), `${text} instead of a list is refused`);
  }
  for (const item of [{ path, value }, { op, value }, { value }, {}, 'add', 7, null, [changing]]) {
    judge.rejected(await native.update(subject, [item]), `${JSON.stringify(item)} in the list is refused`);
  }
});

test(
  'a native body is there and is JSON',
  proves('glance-update-image.malformed'),
  async ({ native, images, subject, judge }) => {
    const before = await native.given(subject, { zz_word: 'a' });
    const formats = [
      ['2.1', { op: 'replace', path: '/zz_word', value: 'b' }],
      ['2.0', { replace: '/zz_word', value: 'b' }],
    ] as const;
    for (const [format, operation] of formats) {
      for (const text of brokenBodies([operation])) {
        judge.rejected(await native.update(subject, text, format), `the body "${text}" of format ${format} is refused`);
      }
    }
    judge.equal(withoutTimes(await images.show(subject)), withoutTimes(before), 'the image');
    for (const [format, operation] of formats) {
      judge.needs(await native.update(subject, [operation], format), `a whole body of ${format} is accepted`);
    }
  },
);

test('native operations are made of texts', proves('glance-update-image.types'), async ({ native, subject, judge }) => {
  await native.given(subject, { zz_word: 'a', __description: 'a' });
  const { op, path, value } = changing;
  const wrong = [{}, [value]].flatMap((odd) => [
    { op: odd, path, value },
    { op, path: odd, value },
    ...['/name', '/__description', path].map((property) => ({ op, path: property, value: odd })),
  ]);
  judge.needs(await native.update(subject, [changing]), 'an operation of texts is accepted');
  for (const operation of wrong) {
    judge.rejected(await native.update(subject, [operation]), `${JSON.stringify(operation)} is refused`);
  }
  judge.needs(await native.patchOld(subject, { replace: path, value }), 'texts in format 2.0 are accepted');
  for (const operation of [
    { replace: {}, value },
    { add: [path], value },
    { remove: {} },
    { replace: path, value: {} },
  ]) {
    judge.rejected(await native.patchOld(subject, operation), `${JSON.stringify(operation)} is refused`);
  }
});

test('adding and replacing take a value', proves('glance-update-image.value'), async ({ native, subject, judge }) => {
  for (const path of ['/zz_word', '/name', '/__description']) {
    const value = path === '/name' ? subject.name : 'a';
    for (const op of ['add', 'replace']) {
      await native.given(subject, { [path.slice(1)]: value });
      judge.needs(await native.patch(subject, { op, path, value }), `${op} of ${path} with a value is accepted`);
      judge.rejected(await native.patch(subject, { op, path }), `${op} of ${path} without a value is refused`);
    }
  }
});

test('a path begins with a slash', proves('glance-update-image.path'), async ({ native, subject, forAll, judge }) => {
  await forAll(fc.tuple(propertyKey(), fc.constantFrom('add', 'replace', 'remove')), async ([key, op]) => {
    await native.given(subject, { [key]: 'a' });
    const wrong = await native.patch(subject, { op, path: key, value: 'b' });
    judge.rejected(wrong, `${op} of the path "${key}" is refused`);
    judge.needs(await native.patch(subject, { op, path: `/${key}`, value: 'b' }), `${op} of "/${key}" is accepted`);
    await native.without(subject, key);
  });
});

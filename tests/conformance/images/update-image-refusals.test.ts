import { randomUUID } from 'node:crypto';
import { forbiddenInNames, plainValue, propertyKey } from '../../../fixtures/arbitraries/image-texts.js';
import { test } from '../../../fixtures/images/image-test.js';
import { withoutTimes } from '../../../fixtures/images/image-view.js';
import { fc, proves } from '../../../fixtures/index.js';

const describing = { op: 'add', path: '/__description', value: 'ims-conformance' };

test('an operation adds, replaces or removes', proves('update-image.op'), async ({ images, active, forAll, judge }) => {
  // Of a user's own property the page speaks of additions and removals alone.
  const change = (op: string, path = '/__description') => images.patch(active, { op, path, value: 'a' });
  const known = ['add', 'replace', 'remove'];
  const refuses = async (op: string) => {
    judge.accepted(await change('replace'), '"replace" is accepted');
    judge.rejected(await change(op), `the operation "${op}" is refused`);
  };
  judge.accepted(await change('add', '/zz_word'), '"add" is accepted');
  for (const op of ['', 'replaced', 'copy', 'move', 'test', 'delete', 'update', 'REPLACE', 'Add']) await refuses(op);
  await forAll(
    fc.stringMatching(/^[a-z]{1,10}$/).filter((word) => !known.includes(word)),
    refuses,
  );
  judge.accepted(await change('remove', '/zz_word'), '"remove" is accepted');
});

test('a body lists whole operations', proves('update-image.body'), async ({ images, active, judge }) => {
  const { op, path, value } = describing;
  judge.needs(await images.update(active, [describing]), 'a list of whole operations is accepted');
  const notLists = [describing, {}, { operations: [describing] }, 'replace', 7, true, null];
  for (const body of notLists) {
    const text = JSON.stringify(body);
    judge.rejected(await images.update(active, text), `${text} instead of a list is refused`);
  }
  judge.rejected(await images.update(active, ''), 'an update without a body is refused');
  const halves = [{ path, value }, { op, value }, { value }, {}, 'add', 7, null, [describing]];
  for (const item of halves) {
    judge.rejected(await images.update(active, [item]), `${JSON.stringify(item)} in the list is refused`);
  }
});

test('operations are made of texts', proves('update-image.types'), async ({ images, active, judge }) => {
  const { op, path, value } = describing;
  judge.needs(await images.update(active, [describing]), 'an operation of texts is accepted');
  for (const odd of [{}, [value]]) {
    const values = ['/name', '/enterprise_project_id', '/hw_firmware_type', '/min_ram'].map((of) => ({
      path: of,
      value: odd,
    }));
    for (const wrong of [{ op: odd }, { path: odd }, { value: odd }, ...values]) {
      const operation = { op, path, value, ...wrong };
      judge.rejected(await images.update(active, [operation]), `${JSON.stringify(operation)} is refused`);
    }
  }
});

test('adding and replacing take a value', proves('update-image.value'), async ({ images, active, judge }) => {
  for (const [op, path] of [
    ['add', '/zz_word'],
    ['replace', '/__description'],
  ] as const) {
    judge.needs(await images.patch(active, { op, path, value: 'a' }), `${op} with a value is accepted`);
    judge.rejected(await images.patch(active, { op, path }), `${op} without a value is refused`);
  }
});

test('a path begins with a slash', proves('update-image.path'), async ({ images, active, judge }) => {
  for (const [op, name, value] of [
    ['add', 'zz_word', 'a'],
    ['add', 'name', active.name],
    ['replace', 'name', active.name],
  ] as const) {
    judge.needs(await images.patch(active, { op, path: `/${name}`, value }), `${op} of "/${name}" is accepted`);
    judge.rejected(await images.patch(active, { op, path: name, value }), `${op} of "${name}" is refused`);
  }
  const [remove, again] = [
    { op: 'remove', path: '/zz_word' },
    { op: 'add', path: '/zz_word', value: 'a' },
  ] as const;
  for (const change of [remove, again])
    judge.needs(await images.patch(active, change), `${change.op} of "/zz_word" is accepted`);
  judge.rejected(await images.patch(active, { op: 'remove', path: 'zz_word' }), 'remove of "zz_word" is refused');
});

test('id, owner and status cannot be changed', proves('update-image.read-only'), async ({ images, active, judge }) => {
  const before = await images.show(active);
  const values = { id: randomUUID(), owner: randomUUID().replaceAll('-', ''), status: 'queued' };
  judge.needs(await images.patch(active, describing), 'a change of the description is accepted');
  for (const [name, value] of Object.entries(values)) {
    for (const op of ['replace', 'add']) {
      const exchange = await images.patch(active, { op, path: `/${name}`, value });
      // The page says what can be modified, not that anything else is answered by an error.
      if (exchange.response.status >= 400) judge.rejected(exchange, `${op} of ${name} is refused`);
      judge.equal((await images.show(active))[name], before[name], `the ${name}`, { exchange });
    }
  }
});

test(
  'an absent property is neither replaced nor removed',
  proves('update-image.absent-property'),
  async ({ images, active, forAll, judge }) => {
    await forAll(fc.tuple(propertyKey(), plainValue()), async ([key, value]) => {
      const path = `/${key}`;
      for (const op of ['replace', 'remove'])
        judge.rejected(await images.patch(active, { op, path, value }), `${op} of an absent property is refused`);
      judge.needs(await images.patch(active, { op: 'add', path, value }), 'adding it is accepted');
      await images.settled(active, (view) => view[key] === value);
      judge.needs(
        await images.patch(active, { op: 'replace', path: '/__description', value }),
        'replacing one that is there is accepted',
      );
      judge.needs(await images.patch(active, { op: 'remove', path, value }), 'removing it is accepted');
      await images.settled(active, (view) => view[key] === undefined);
    });
  },
);

test(
  'an image that is not active stays as it is',
  proves('update-image.active-only'),
  async ({ ims, images, active, resources, judge }) => {
    const queued = await resources.queuedImage(ims);
    const before = await images.show(queued);
    for (const [path, value] of [
      ['/name', resources.uniqueName()],
      ['/__description', 'ims-conformance'],
      ['/zz_word', 'a'],
    ] as const) {
      judge.needs(await images.patch(active, { op: 'add', path, value }), `${path} of an active image is accepted`);
      judge.rejected(await images.patch(queued, { op: 'add', path, value }), `${path} of a queued image is refused`);
    }
    judge.equal(withoutTimes(await images.show(queued)), withoutTimes(before), 'the queued image');
  },
);

test('an absent image cannot be updated', proves('update-image.absent-image'), async ({ images, forAll, judge }) => {
  await forAll(fc.uuid(), async (id) => {
    judge.rejected(await images.patch({ id }, describing), 'an update of an absent image is refused');
  });
});

test(
  "another project's image cannot be updated",
  proves('update-image.foreign-image'),
  async ({ member, images, active, judge }) => {
    judge.needs(await images.patch(active, { ...describing, value: 'mine' }), "the owner's update is accepted");
    const before = await images.settled(active, ({ __description }) => __description === 'mine');
    for (const op of ['add', 'replace']) {
      const answer = await images.update(active, [{ ...describing, op, value: 'theirs' }], member);
      judge.rejected(answer, "another project's update is refused");
    }
    judge.equal(withoutTimes(await images.show(active)), withoutTimes(before), 'the image');
  },
);

test(
  'a refused update changes nothing',
  proves('update-image.refused-unchanged'),
  async ({ images, active, resources, forAll, judge }) => {
    const refused = fc.oneof(
      fc.constantFrom(...forbiddenInNames).map((odd) => ({ op: 'replace', path: '/name', value: `a${odd}b` })),
      fc.constant({ op: 'replace', path: '/name', value: 'a'.repeat(129) }),
      fc.constant({ op: 'replace', path: '/name', value: '' }),
      fc.constant({ op: 'add', path: '/__description', value: 'a'.repeat(1025) }),
      fc.constant({ op: 'add', path: '/__description', value: 'a<b' }),
      fc.constant({ op: 'copy', path: '/name', value: 'a' }),
      fc.constant({ op: 'replace', path: '/zz_absent', value: 'a' }),
      fc.constant({ op: 'replace', path: '/owner', value: 'a' }),
      // Does not go with __support_kvm, which the image may have.
      fc.constant({ op: 'add', path: '/__support_kvm_gpu_type', value: 'V100_vGPU' }),
    );
    const given = { name: resources.uniqueName(), __description: 'before' };
    let before = await images.given(active, given);
    await forAll(refused, async (operation) => {
      const exchange = await images.patch(active, operation);
      // Whether it is refused at all is the matter of other rules.
      if (exchange.response.status < 400) before = await images.given(active, given);
      judge.equal(withoutTimes(await images.show(active)), withoutTimes(before), 'the image', { exchange });
    });
  },
);

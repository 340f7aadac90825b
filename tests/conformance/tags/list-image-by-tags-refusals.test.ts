import { fc, proves } from '../../../fixtures/index.js';
import { type ConditionList, conditionLists, type TagCondition } from '../../../fixtures/model/tag-query.js';
import { test } from '../../../fixtures/tags/query-test.js';

/** A query with conditions in one of the four lists. */
const query = (list: ConditionList, conditions: unknown) => ({ action: 'filter', limit: '1', [list]: conditions });
const keys = (mark: string, number: number): TagCondition[] =>
  Array.from({ length: number }, (_, at) => ({ key: `${mark}-${at}`, values: [] }));
const values = (number: number) => Array.from({ length: number }, (_, at) => `v${at}`);

test(
  'the action is filter or count, in small letters',
  proves('list-image-by-tags.action-case'),
  async ({ finder, mark, judge }) => {
    const tags = keys(mark, 1);
    for (const action of ['filter', 'count']) judge.accepted(await finder.ask({ action, tags }), `"${action}"`);
    for (const action of ['Filter', 'FILTER', 'filteR', 'Count', 'COUNT', 'filters', 'list', 'create', '']) {
      judge.rejected(await finder.ask({ action, tags }), `the action "${action}" is refused`);
    }
  },
);

test('a body without action is refused', proves('list-image-by-tags.body'), async ({ finder, mark, judge }) => {
  const tags = keys(mark, 1);
  judge.needs(await finder.ask({ action: 'filter', tags }));
  for (const body of [{}, { tags }, { tags, limit: '1', offset: '0' }]) {
    judge.rejected(await finder.ask(body), 'a body without action is refused');
  }
});

test(
  'a member of another JSON type is refused',
  proves('list-image-by-tags.body'),
  async ({ finder, mark: key, judge }) => {
    const matches = [{ key: 'resource_name', value: key }];
    const legal = { action: 'filter', limit: '1', offset: '0', without_any_tag: false, matches };
    judge.needs(await finder.ask(legal));
    const odd: Record<string, unknown>[] = [
      ...[{}, 7, ['filter']].map((action) => ({ action })),
      ...[{}, 'all', ['all']].map((list) => ({ matches: list })),
      ...[{}, []].flatMap((text) => [{ limit: text }, { offset: text }]),
      ...[{}, []].map((flag) => ({ without_any_tag: flag })),
      ...[{}, ['resource_name']].map((name) => ({ matches: [{ key: name, value: key }] })),
      ...[{}, [key]].map((value) => ({ matches: [{ key: 'resource_name', value }] })),
    ];
    for (const member of odd) {
      judge.rejected(await finder.ask({ ...legal, ...member }), `${JSON.stringify(member)} is refused`);
    }
  },
);

test(
  'conditions of another JSON type are refused',
  proves('list-image-by-tags.body'),
  async ({ finder, mark: key, judge }) => {
    const odd = [
      {},
      key,
      7,
      { key, values: [] },
      [key],
      [[key]],
      [{ key, values: 'v' }],
      [{ key, values: {} }],
      [{ key, values: [{}] }],
      [{ key, values: [['v']] }],
      [{ key: [key], values: [] }],
      [{ key: {}, values: [] }],
    ];
    for (const list of conditionLists) {
      judge.needs(await finder.ask(query(list, [{ key, values: ['v'] }])));
      for (const conditions of odd) {
        judge.rejected(await finder.ask(query(list, conditions)), `${list}: ${JSON.stringify(conditions)} is refused`);
      }
    }
  },
);

test('a condition has ten keys at most', proves('list-image-by-tags.keys-limit'), async ({ finder, mark, judge }) => {
  for (const list of conditionLists) {
    judge.accepted(await finder.ask(query(list, keys(mark, 10))), `10 keys in ${list} are accepted`);
    for (const number of [11, 20]) {
      judge.rejected(await finder.ask(query(list, keys(mark, number))), `${number} keys in ${list} are refused`);
    }
  }
});

test(
  'a key has ten values at most',
  proves('list-image-by-tags.values-limit'),
  async ({ finder, mark: key, judge }) => {
    for (const list of conditionLists) {
      const first = { key: `${key}-first`, values: ['v'] };
      for (const before of [[], [first]]) {
        const asked = (number: number) => query(list, [...before, { key, values: values(number) }]);
        judge.accepted(await finder.ask(asked(10)), `10 values in ${list} are accepted`);
        for (const number of [11, 20]) {
          judge.rejected(await finder.ask(asked(number)), `${number} values in ${list} are refused`);
        }
      }
    }
  },
);

test(
  'a condition needs its values',
  proves('list-image-by-tags.values-required'),
  async ({ finder, mark: key, judge }) => {
    for (const list of conditionLists) {
      for (const others of [[], [{ key: `${key}-other`, values: ['v'] }]]) {
        judge.accepted(await finder.ask(query(list, [...others, { key, values: [] }])), `no values in ${list}`);
        judge.rejected(await finder.ask(query(list, [...others, { key }])), `a condition of ${list} without "values"`);
      }
    }
  },
);

test(
  'no key is named twice in a condition',
  proves('list-image-by-tags.keys-unique'),
  async ({ finder, mark, forAll, judge }) => {
    const places = fc.tuple(fc.nat(8), fc.nat(8), fc.boolean());
    await forAll(fc.tuple(fc.constantFrom(...conditionLists), places), async ([list, [one, other, sameValues]]) => {
      const legal = keys(mark, 9);
      judge.needs(await finder.ask(query(list, legal)), `9 different keys in ${list} are accepted`);
      const twice = { key: legal[one]?.key as string, values: sameValues ? [] : ['v'] };
      const conditions = legal.toSpliced(other, 0, twice);
      judge.rejected(await finder.ask(query(list, conditions)), `a key twice in ${list} is refused`);
    });
  },
);

test(
  'no value is named twice for a key',
  proves('list-image-by-tags.values-unique'),
  async ({ finder, mark: key, forAll, judge }) => {
    await forAll(fc.tuple(fc.constantFrom(...conditionLists), fc.nat(8), fc.nat(8)), async ([list, one, other]) => {
      const legal = values(9);
      judge.needs(await finder.ask(query(list, [{ key, values: legal }])), `9 values in ${list} are accepted`);
      const twice = legal.toSpliced(other, 0, legal[one] as string);
      judge.rejected(await finder.ask(query(list, [{ key, values: twice }])), `a value twice in ${list} is refused`);
    });
  },
);

test('an empty list is refused', proves('list-image-by-tags.empty-list'), async ({ finder, mark, judge }) => {
  for (const list of conditionLists) {
    for (const action of ['filter', 'count']) {
      judge.needs(await finder.ask({ action, [list]: keys(mark, 1) }), `a list of one in ${list} is accepted`);
      judge.rejected(await finder.ask({ action, [list]: [] }), `an empty ${list} is refused`);
    }
  }
});

test(
  'a key has 127 or 128 characters at most',
  proves('list-image-by-tags.key-length'),
  async ({ finder, session, judge }) => {
    const most = session.profile.limits.conditionKeyMax;
    for (const list of conditionLists) {
      for (const character of ['k', '键']) {
        const asked = (length: number) => query(list, [{ key: character.repeat(length), values: [] }]);
        for (const length of [1, most])
          judge.accepted(await finder.ask(asked(length)), `a key of ${length} characters in ${list} is accepted`);
        for (const length of [most + 1, 256]) {
          judge.rejected(await finder.ask(asked(length)), `a key of ${length} characters in ${list} is refused`);
        }
      }
    }
  },
);

test(
  'a value has 255 characters at most',
  proves('list-image-by-tags.value-length'),
  async ({ finder, mark: key, judge }) => {
    for (const list of conditionLists) {
      for (const character of ['v', '值']) {
        const asked = (length: number) => query(list, [{ key, values: ['v', character.repeat(length)] }]);
        judge.accepted(await finder.ask(asked(255)), `a value of 255 characters in ${list} is accepted`);
        for (const length of [256, 512]) {
          judge.rejected(await finder.ask(asked(length)), `a value of ${length} characters in ${list} is refused`);
        }
      }
    }
  },
);

test('an empty key is refused', proves('list-image-by-tags.key-blank'), async ({ finder, mark, judge }) => {
  for (const list of conditionLists) {
    for (const values of [[], ['v']]) {
      judge.needs(await finder.ask(query(list, [{ key: mark, values }])), `a key in ${list} is accepted`);
      judge.rejected(await finder.ask(query(list, [{ key: '', values }])), `an empty key in ${list} is refused`);
    }
  }
});

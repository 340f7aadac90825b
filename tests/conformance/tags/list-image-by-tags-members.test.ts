import { proves } from '../../../fixtures/index.js';
import { conditionLists } from '../../../fixtures/model/tag-query.js';
import { test } from '../../../fixtures/tags/query-test.js';

test(
  'conditions and matches need their members',
  proves('list-image-by-tags.members-required'),
  async ({ finder, mark, judge }) => {
    const legal = { key: mark, values: ['v'] };
    const match = { key: 'resource_name', value: mark };
    const ask = (member: object) => finder.ask({ action: 'filter', limit: '1', ...member });
    for (const list of conditionLists) {
      judge.needs(await ask({ [list]: [legal] }), `a whole condition in ${list} is accepted`);
      for (const odd of [{ values: ['v'] }, { key: null, values: ['v'] }])
        judge.rejected(await ask({ [list]: [odd] }), `${JSON.stringify(odd)} in ${list} is refused`);
    }
    judge.needs(await ask({ matches: [match] }), 'a whole match is accepted');
    for (const odd of [{ key: match.key }, { key: 'resource_id' }, { value: mark }, { ...match, key: null }])
      judge.rejected(await ask({ matches: [odd] }), `the match ${JSON.stringify(odd)} is refused`);
  },
);

test('no id to match is empty', proves('list-image-by-tags.matches-empty-id'), async ({ finder, trio, judge }) => {
  const ask = (value: string) => finder.ask({ action: 'filter', matches: [{ key: 'resource_id', value }] });
  judge.needs(await ask(trio.all[0]?.id ?? ''), 'an id is accepted');
  judge.rejected(await ask(''), 'an empty id is refused');
});

test(
  'limit and offset are whole numbers',
  proves('list-image-by-tags.paging-number'),
  async ({ finder, mark, judge }) => {
    const legal = { action: 'filter', limit: '1', offset: '1', tags: [{ key: mark, values: [] }] };
    judge.needs(await finder.ask(legal), 'whole numbers are accepted');
    for (const member of ['limit', 'offset']) {
      for (const text of ['ten', '1.5', '1x', 'x'])
        judge.rejected(await finder.ask({ ...legal, [member]: text }), `a ${member} of "${text}" is refused`);
    }
  },
);

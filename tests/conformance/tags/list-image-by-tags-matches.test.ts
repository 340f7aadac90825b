import { fc, proves } from '../../../fixtures/index.js';
import { imagesIn } from '../../../fixtures/tags/image-finder.js';
import { test } from '../../../fixtures/tags/query-test.js';

const named = (value: string) => ({ key: 'resource_name', value });
const identified = (value: string) => ({ key: 'resource_id', value });
const query = (...matches: { key: string; value: string }[]) => ({ action: 'filter', limit: '1', matches });

test(
  'resource_name finds names that contain it',
  proves('list-image-by-tags.matches-name'),
  async ({ finder, trio, forAll }) => {
    const change = fc.constantFrom('', '', '', 'x', '0');
    await forAll(fc.tuple(fc.nat(2), fc.nat(), fc.nat(), change), async ([at, from, length, added]) => {
      const name = trio.all[at]?.name as string;
      const start = from % (name.length - 5);
      const piece = name.slice(start, start + 6 + (length % name.length));
      await finder.finds({ matches: [named(piece + added)] }, trio.all);
    });
    for (const { name } of trio.all) await finder.finds({ matches: [named(name)] }, trio.all);
  },
);

test(
  'resource_id finds the image of that id',
  proves('list-image-by-tags.matches-id'),
  async ({ finder, trio, judge }) => {
    for (const { id } of trio.all) {
      await finder.finds({ matches: [identified(id)] }, trio.all);
      for (const piece of [id.slice(0, -1), id.slice(1), id.slice(0, 8)]) {
        const exchange = await finder.ask(query(identified(piece)));
        const found = imagesIn(exchange).some((image) => image.resource_id === id);
        judge.that(!found, `"${piece}" is not the id "${id}"`, 'the image is found by it', { exchange });
      }
    }
  },
);

test(
  'an unknown field to match is refused',
  proves('list-image-by-tags.matches-key'),
  async ({ finder, mark, judge }) => {
    judge.needs(await finder.ask(query(named(mark))));
    for (const key of ['resource', 'resource_names', 'resource_colour', 'colour', mark, '']) {
      judge.rejected(await finder.ask(query({ key, value: mark })), `the key "${key}" is refused`);
      judge.rejected(await finder.ask(query(named(mark), { key, value: mark })), `"${key}" as a second key is refused`);
    }
  },
);

test(
  'a field to match twice is refused',
  proves('list-image-by-tags.matches-duplicate'),
  async ({ finder, trio, judge }) => {
    const { id, name } = trio.all[0] as { id: string; name: string };
    judge.needs(await finder.ask(query(named(name), identified(id))));
    for (const other of [name, name.slice(0, -1)]) {
      judge.rejected(await finder.ask(query(named(name), named(other))), 'two names are refused');
    }
    judge.rejected(await finder.ask(query(identified(id), identified(id))), 'two ids are refused');
    judge.rejected(await finder.ask(query(named(name), identified(id), named(name))), 'two names are refused');
  },
);

test(
  'an empty list to match is refused',
  proves('list-image-by-tags.matches-empty-list'),
  async ({ finder, mark, judge }) => {
    for (const action of ['filter', 'count']) {
      judge.needs(await finder.ask({ action }));
      judge.needs(await finder.ask({ action, matches: [named(mark)] }));
      judge.rejected(await finder.ask({ action, matches: [] }), 'an empty list is refused');
    }
  },
);

test(
  'a value to match has 255 characters at most',
  proves('list-image-by-tags.matches-value-length'),
  async ({ finder, judge }) => {
    for (const character of ['a', '像']) {
      judge.accepted(await finder.ask(query(named(character.repeat(255)))), '255 characters are accepted');
      for (const length of [256, 300]) {
        judge.rejected(await finder.ask(query(named(character.repeat(length)))), `${length} characters are refused`);
      }
    }
  },
);

test(
  'the meaning of an empty name is noted',
  proves('list-image-by-tags.matches-empty-value'),
  async ({ finder, judge }) => {
    const exchange = await finder.ask(query(named('')));
    const { status } = exchange.response;
    const found = imagesIn(exchange).length > 0 ? 'finds images' : 'finds nothing';
    judge.observe(`An empty resource_name ${status === 200 ? found : `is answered ${status}`}.`);
  },
);

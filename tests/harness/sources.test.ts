import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { requirements } from '../../schemas/catalogue.js';
import { parseAccounting } from '../../schemas/documents/parse-accounting.js';
import { parsePages } from '../../schemas/documents/parse-pages.js';

const contract: unknown = JSON.parse(readFileSync('schemas/generated/openapi.json', 'utf8'));
const pages = parsePages(readFileSync('specs/sources/pages.yaml', 'utf8'), 'pages.yaml');
const known = new Set(requirements.map(({ id }) => id));

/** What a JSON pointer leads to; undefined when it leads nowhere. */
function follow(pointer: string): unknown {
  const names = pointer.split('/').slice(1);
  return names.reduce<unknown>(
    (node, name) => (node as Record<string, unknown> | undefined)?.[name.replaceAll('~1', '/').replaceAll('~0', '~')],
    contract,
  );
}

for (const [document, list] of pages) {
  const file = `${document}.yaml`;
  const accounting = parseAccounting(readFileSync(`specs/sources/${file}`, 'utf8'), file);
  const accounts = [...accounting].flatMap(([page, sections]) =>
    [...sections.values()].flat().map((account) => ({ page, ...account })),
  );

  test(`${document}: every account leads somewhere`, () => {
    expect(accounts.flatMap((account) => account.requirements).filter((id) => !known.has(id))).toEqual([]);
    expect(accounts.flatMap((account) => account.schemas).filter((each) => follow(each) === undefined)).toEqual([]);
  });

  test(`${document}: accounts belong to pages on the list`, () => {
    const judged = [...list.values()].filter(({ pending, excluded }) => !pending && !excluded).map(({ id }) => id);
    expect([...accounting.keys()].sort()).toEqual(judged.sort());
  });

  test(`${document}: a requirement's sentence is accounted for by it`, () => {
    const strays = requirements.flatMap(({ id, sources }) =>
      sources
        .filter(({ doc, sha256 }) => doc === document && sha256)
        .filter(
          ({ page, sha256 }) =>
            !accounts.some((each) => each.page === page && each.hash === sha256 && each.requirements.includes(id)),
        )
        .map(({ page, sha256 }) => `${id}: ${page} ${sha256}`),
    );
    expect(strays).toEqual([]);
  });
}

test('a mistake in an account names file and line', () => {
  expect(() => parseAccounting('p1:\n  uri:\n    - zz: descriptive\n', 'x.yaml')).toThrow('x.yaml:3: "zz" is not the');
  expect(() => parseAccounting('p1:\n  uri:\n    - 0123456789abcdef: {}\n', 'x.yaml')).toThrow('x.yaml:3: 0123456789');
  const nested = 'p1:\n  uri:\n    - 0123456789abcdef: { requirement: [[a.b, c.d], e.f] }\n';
  expect(() => parseAccounting(nested, 'x.yaml')).toThrow('x.yaml:3: 0123456789abcdef has ["a.b","c.d"] under');
});

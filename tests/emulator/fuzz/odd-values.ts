import fc from 'fast-check';

/** Texts at and beyond the edge of what is expected anywhere. */
export const oddText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 50 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('', ' ', '.', '..', '=', '/', '%00', '__proto__', 'constructor', 'null', '-1', '1e9', '99999999999'),
  fc.constantFrom('a'.repeat(300), 'a'.repeat(5000), '\u0000', '\ud800', '标签', '&lt;', ']]>', "'; --", '{{x}}', '🙂'),
);

const names = [
  'action',
  'tags',
  'key',
  'values',
  'name',
  'images',
  'projects',
  'op',
  'path',
  'value',
  'auth',
  '__proto__',
];
const oddScalar = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e21,
    2 ** 53,
    -0,
    'create',
    'filter',
    'replace',
    'k.v',
    '/name',
  ),
  oddText,
);

/** JSON of any shape. */
export const { oddJson } = fc.letrec<{ oddJson: unknown }>((tie) => ({
  oddJson: fc.oneof(
    { maxDepth: 4 },
    oddScalar,
    fc.array(tie('oddJson'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...names), oddText), tie('oddJson'), { maxKeys: 5 }),
  ),
}));

type Json = Record<string, unknown>;

/** An accepted body with one thing in it replaced, left out or added. */
export function almost(body: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(body);
  const change = fc.record({
    place: fc.constantFrom(...places),
    how: fc.constantFrom('replace', 'replace', 'remove', 'add', 'double'),
    value: oddJson,
    name: oddText,
  });
  return change.map(({ place, how, value, name }) => changed(body, place, how, value, name));
}

/** The paths of every value within, that of the whole first. */
function placesIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, item]) => placesIn(item, [...path, name]))];
}

function changed(whole: unknown, path: string[], how: string, value: unknown, name: string): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return how === 'add' && isObject(whole) ? { ...whole, [name]: value } : value;
  const copy = Array.isArray(whole) ? [...whole] : { ...(whole as Json) };
  const members = copy as Json;
  if (rest.length > 0 || how === 'replace' || how === 'add') {
    members[first] = changed(members[first], rest, how, value, name);
  } else if (how === 'remove') delete members[first];
  else members[first] = [members[first], members[first]];
  return copy;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

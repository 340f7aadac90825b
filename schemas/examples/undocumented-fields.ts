type Schema = Record<string, unknown>;

/**
 * The fields of a body that its schema does not name, as JSON pointers. A schema that speaks of further properties allows them.
 * @param follow leads from a `$ref` to its schema.
 */
export function undocumentedFields(
  schema: unknown,
  value: unknown,
  follow: (ref: string) => unknown,
  place = '',
): string[] {
  const parts = flatten(schema, follow);
  if (Array.isArray(value)) {
    const items = { anyOf: parts.flatMap(({ items }) => (items ? [items] : [])) };
    return value.flatMap((item, index) => undocumentedFields(items, item, follow, `${place}/${index}`));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const named = parts.flatMap(({ properties }) => {
      const found = (properties as Schema | undefined)?.[name];
      return found === undefined ? [] : [found];
    });
    if (named.length > 0) return undocumentedFields({ anyOf: named }, inner, follow, `${place}/${name}`);
    return parts.some((part) => allows(part, name)) ? [] : [`${place}/${name}`];
  });
}

/** A schema and everything that applies beside it. */
function flatten(schema: unknown, follow: (ref: string) => unknown, depth = 0): Schema[] {
  if (typeof schema !== 'object' || schema === null || depth > 12) return [];
  const own = schema as Schema;
  const beside = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => (own[key] as unknown[] | undefined) ?? []);
  const conditional = ['then', 'else'].flatMap((key) => own[key] ?? []);
  const target = typeof own.$ref === 'string' ? [follow(own.$ref)] : [];
  return [own, ...[...beside, ...conditional, ...target].flatMap((each) => flatten(each, follow, depth + 1))];
}

function allows({ additionalProperties, patternProperties }: Schema, name: string): boolean {
  const patterns = Object.keys((patternProperties as Schema | undefined) ?? {});
  if (patterns.some((pattern) => new RegExp(pattern, 'u').test(name))) return true;
  return additionalProperties === true || typeof additionalProperties === 'object';
}

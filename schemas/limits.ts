import { requestSchemas, type Schema, sharedSchema } from './request-schemas.js';

const rules = ['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems'] as const;

/** A limit that the contract sets to a parameter, such as `maxLength 128`, or one of the values that it lists: `one of vhd`. */
export interface Limit {
  name: string;
  rule: (typeof rules)[number] | 'enum';
  /** The limit itself; of a list, the one value. */
  value: unknown;
  /** Of a list: all of its values. */
  values: readonly unknown[];
}

const known = new Map<string, ReadonlyMap<string, readonly Limit[]>>();

/** The limits of each parameter of an operation that has such. */
export function limitsOf(operationId: string): ReadonlyMap<string, readonly Limit[]> {
  let found = known.get(operationId);
  if (!found) {
    found = collect(operationId);
    known.set(operationId, found);
  }
  return found;
}

function collect(operationId: string): ReadonlyMap<string, readonly Limit[]> {
  const found = new Map<string, Map<string, Limit>>();
  const { parameters, bodies } = requestSchemas(operationId);
  const add = (at: string, limit: Limit): void => {
    found.set(at, (found.get(at) ?? new Map()).set(limit.name, limit));
  };
  for (const [at, schema] of Object.entries(parameters)) walk(schema, at, false, add);
  for (const schema of Object.values(bodies)) walk(schema, 'body ', false, add);
  return new Map([...found].map(([at, limits]) => [at, [...limits.values()]]));
}

/** @param isCase whether the schema holds in one case only: values that it lists are then not all that the parameter may be. */
function walk(schema: Schema | undefined, at: string, isCase: boolean, add: (at: string, limit: Limit) => void): void {
  if (typeof schema !== 'object') return;
  const { $ref, properties = {}, items, allOf = [], anyOf = [], oneOf = [] } = schema;
  const same = [$ref === undefined ? undefined : sharedSchema($ref), ...allOf, ...anyOf, ...oneOf];
  for (const part of same) walk(part, at, isCase, add);
  for (const part of [schema.then, schema.else]) walk(part, at, true, add);
  for (const rule of rules)
    if (schema[rule] !== undefined) add(at, { name: `${rule} ${schema[rule]}`, rule, value: schema[rule], values: [] });
  for (const value of isCase ? [] : (schema.enum ?? []))
    add(at, { name: `one of ${value}`, rule: 'enum', value, values: schema.enum ?? [] });
  for (const [name, part] of Object.entries(properties))
    walk(part, at.endsWith(' ') ? at + name : `${at}.${name}`, isCase, add);
  walk(items, `${at}[]`, isCase, add);
}

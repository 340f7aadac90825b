import { type Schema, type SchemaObject, sharedSchema } from './request-schemas.js';

/** A rule that a value breaks: the keyword, and the place, as in `Operation.parameters`. */
export interface BrokenRule {
  parameter: string;
  rule: string;
}

type Judge = (schema: SchemaObject, value: never, at: string) => BrokenRule[];

const expressions = new Map<string, RegExp>();

/** Every rule of a schema that a value breaks; of alternatives, those of the nearest one. */
export function brokenRules(schema: Schema | undefined, value: unknown, at: string): BrokenRule[] {
  if (schema === undefined || schema === true) return [];
  if (schema === false) return [{ parameter: at, rule: 'forbidden' }];
  const type = typeOf(value);
  const types = schema.type === undefined ? [type] : [schema.type].flat();
  // What has the wrong type breaks no further rule: it is no text that could be too long.
  if (!types.includes(type) && !(type === 'integer' && types.includes('number')))
    return [{ parameter: at, rule: 'type' }];
  const shared = schema.$ref === undefined ? [] : brokenRules(sharedSchema(schema.$ref), value, at);
  return [
    ...shared,
    ...said(at, {
      enum: schema.enum !== undefined && !schema.enum.includes(value),
      const: schema.const !== undefined && schema.const !== value,
    }),
    ...(ofType[type]?.(schema, value as never, at) ?? []),
    ...ofParts(schema, value, at),
  ];
}

const ofText: Judge = ({ minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern }, value: string, at) => {
  const length = [...value].length;
  return said(at, {
    minLength: length < minLength,
    maxLength: length > maxLength,
    pattern: pattern !== undefined && !expression(pattern).test(value),
  });
};

const ofNumber: Judge = (
  { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY },
  value: number,
  at,
) => said(at, { minimum: value < minimum, maximum: value > maximum });

const ofList: Judge = (schema, value: unknown[], at) => {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, uniqueItems, items, 'x-unique-by': key } = schema;
  const keys = value.flatMap((item) => (item as Record<string, unknown> | null)?.[key ?? ''] ?? []);
  return [
    ...said(at, {
      minItems: value.length < minItems,
      maxItems: value.length > maxItems,
      uniqueItems: uniqueItems === true && hasTwice(value.map((item) => JSON.stringify(item))),
      unique: key !== undefined && hasTwice(keys),
    }),
    ...value.flatMap((item) => brokenRules(items, item, `${at}[]`)),
  ];
};

const ofObject: Judge = (schema, value: Record<string, unknown>, at) => {
  const { required = [], properties = {}, propertyNames, dependentSchemas = {} } = schema;
  const member = (name: string): string => (at.endsWith(' ') ? `${at}${name}` : `${at}.${name}`);
  const names = Object.keys(value);
  const missing = required.filter((name) => !(name in value));
  return [
    // What says nothing at all lacks no single member.
    ...(names.length === 0 ? said(at, { required: missing.length > 0 }) : []),
    ...(names.length > 0 ? missing.map((name) => ({ parameter: member(name), rule: 'required' })) : []),
    ...names.flatMap((name) => brokenRules(properties[name], value[name], member(name))),
    ...names.flatMap((name) => brokenRules(propertyNames, name, member('*'))),
    ...names.flatMap((name) => brokenRules(dependentSchemas[name], value, at)),
  ];
};

const ofType: Record<string, Judge> = {
  string: ofText,
  integer: ofNumber,
  number: ofNumber,
  array: ofList,
  object: ofObject,
};

function ofParts({ allOf = [], anyOf, oneOf, ...schema }: SchemaObject, value: unknown, at: string): BrokenRule[] {
  const broken = allOf.flatMap((part) => brokenRules(part, value, at));
  if (anyOf) broken.push(...nearest(anyOf, value, at));
  if (oneOf) {
    broken.push(...nearest(oneOf, value, at));
    const fitting = oneOf.filter((part) => brokenRules(part, value, at).length === 0);
    broken.push(...said(at, { oneOf: fitting.length > 1 }));
  }
  if (schema.if !== undefined) {
    const holds = brokenRules(schema.if, value, at).length === 0;
    broken.push(...brokenRules(holds ? schema.then : schema.else, value, at));
  }
  return broken;
}

/** What is broken of the alternative of which least is. */
function nearest(parts: readonly Schema[], value: unknown, at: string): BrokenRule[] {
  return parts
    .map((part) => brokenRules(part, value, at))
    .reduce((least, broken) => (broken.length < least.length ? broken : least));
}

function said(parameter: string, rules: Record<string, boolean>): BrokenRule[] {
  return Object.entries(rules).flatMap(([rule, isBroken]) => (isBroken ? [{ parameter, rule }] : []));
}

function hasTwice(values: readonly unknown[]): boolean {
  return new Set(values).size < values.length;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function expression(pattern: string): RegExp {
  let found = expressions.get(pattern);
  if (!found) {
    found = new RegExp(pattern, 'u');
    expressions.set(pattern, found);
  }
  return found;
}

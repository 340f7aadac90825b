import { knownValues as rows } from './generated/known-values.js';

/** Properties of one schema whose values the references list, and where the bodies of answers have that schema. */
export interface KnownValues {
  /** Property -> its values, in each notation that the references show. */
  values: Record<string, string[]>;
  /** Name of a body -> ways into it; `*` stands for each item of a list. */
  places: Record<string, string[][]>;
}

/** A value that no reference lists. */
export interface UnknownValue {
  /** JSON pointer into the body. */
  pointer: string;
  listed: readonly string[];
}

interface Place {
  way: readonly string[];
  values: [property: string, listed: ReadonlySet<unknown>][];
}

const byBody = new Map<string, Place[]>();
for (const { values, places } of rows as KnownValues[]) {
  const sets = Object.entries(values).map(([name, listed]): Place['values'][number] => [
    name,
    new Set(listed.map((value) => value.toLowerCase())),
  ]);
  for (const [body, ways] of Object.entries(places)) {
    byBody.set(body, [...(byBody.get(body) ?? []), ...ways.map((way) => ({ way, values: sets }))]);
  }
}

/** Whether the references list values for something in the body of that name. */
export function hasKnownValues(body: string): boolean {
  return byBody.has(body);
}

/**
 * The first value in a body that the references do not list, in whichever case. What is absent, empty or no text is not looked at.
 * @param name the body, as `Operation.bodies` calls it.
 */
export function unknownValue(name: string, body: unknown): UnknownValue | undefined {
  for (const { way, values } of byBody.get(name) ?? []) {
    const found = search(body, way, values, '');
    if (found) return found;
  }
  return undefined;
}

function search(
  node: unknown,
  way: readonly string[],
  values: Place['values'],
  pointer: string,
): UnknownValue | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const [step, ...rest] = way;
  if (step === undefined) return odd(node as Record<string, unknown>, values, pointer);
  const next = step === '*' && Array.isArray(node) ? node.entries() : [[step, (node as Record<string, unknown>)[step]]];
  for (const [name, value] of next) {
    const found = search(value, rest, values, `${pointer}/${name}`);
    if (found) return found;
  }
  return undefined;
}

function odd(node: Record<string, unknown>, values: Place['values'], pointer: string): UnknownValue | undefined {
  for (const [name, listed] of values) {
    const value = node[name];
    if (typeof value === 'string' && value !== '' && !listed.has(value.toLowerCase()))
      return { pointer: `${pointer}/${name}`, listed: [...listed] as string[] };
  }
  return undefined;
}

import type { KnownValues } from '../known-values.js';
import { atPointer } from './at-pointer.js';
import type { ContractDocument } from './bundle-contract.js';

interface Schema {
  $ref?: string;
  'x-values'?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
}

/**
 * Where the bodies of answers hold properties whose values the references list (`x-values`): one row for each schema that has such.
 * @param bodies validator name -> JSON pointer of its schema in the contract.
 */
export function renderKnownValues(contract: ContractDocument, bodies: Record<string, string>): KnownValues[] {
  const rows = new Map<Schema, KnownValues>();
  const walk = (node: Schema, name: string, at: string[]): void => {
    if (node.$ref) walk(atPointer(contract, node.$ref) as Schema, name, at);
    const listed = Object.entries(node.properties ?? {}).filter(([, property]) => property['x-values']);
    if (listed.length > 0) {
      const values = Object.fromEntries(listed.map(([property, schema]) => [property, schema['x-values'] ?? []]));
      const row = rows.get(node) ?? { values, places: {} };
      row.places[name] = [...(row.places[name] ?? []), at];
      rows.set(node, row);
    }
    for (const part of node.allOf ?? []) walk(part, name, at);
    for (const [property, schema] of Object.entries(node.properties ?? {})) walk(schema, name, [...at, property]);
    if (node.items) walk(node.items, name, [...at, '*']);
  };
  for (const [name, pointer] of Object.entries(bodies)) walk(atPointer(contract, pointer) as Schema, name, []);
  return [...rows.values()];
}

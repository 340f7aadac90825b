import { atPointer } from './at-pointer.js';
import type { ContractDocument } from './bundle-contract.js';

interface Schema {
  $ref?: string;
  properties?: Record<string, unknown>;
  items?: unknown;
  [keyword: string]: unknown;
}
interface Holder {
  parameters?: unknown[];
  requestBody?: unknown;
}

/**
 * What a call may carry, each with its place: `query limit`, `path image_id`, `header X-Sdk-Date`, `body image_tags[].key`.
 * A member of a body stands for itself and for what it holds.
 * @param item the path's object, whose parameters every method shares.
 */
export function listParameters(contract: ContractDocument, item: Holder, operation: Holder): string[] {
  const names = new Set<string>();
  for (const each of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
    const parameter = follow(contract, each) as { in: string; name: string };
    names.add(`${parameter.in} ${parameter.name}`);
  }
  const body = follow(contract, operation.requestBody) as { content?: Record<string, { schema?: Schema }> } | undefined;
  for (const { schema } of Object.values(body?.content ?? {})) {
    for (const name of members(contract, schema)) names.add(`body ${name}`);
  }
  return [...names].sort();
}

function members(contract: ContractDocument, given: unknown, prefix = ''): string[] {
  const schema = follow(contract, given) as Schema | undefined;
  if (!schema || typeof schema !== 'object') return [];
  const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => (schema[keyword] as unknown[] | undefined) ?? []);
  const same = [...parts, schema.then, schema.else].flatMap((part) => members(contract, part, prefix));
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
    const path = prefix ? `${prefix}.${name}` : name;
    return [path, ...members(contract, value, path)];
  });
  return [...same, ...own, ...members(contract, schema.items, `${prefix}[]`)];
}

function follow(contract: ContractDocument, node: unknown): unknown {
  const { $ref } = (node ?? {}) as Schema;
  return $ref ? follow(contract, atPointer(contract, $ref)) : node;
}

import type { RequestSchemas, Schema } from '../request-schemas.js';
import { atPointer } from './at-pointer.js';
import type { ContractDocument } from './bundle-contract.js';

interface Node {
  $ref?: string;
  [keyword: string]: unknown;
}
interface Parameter {
  in: string;
  name: string;
  required?: boolean;
  schema: Node;
}
interface RequestBody {
  required?: boolean;
  content?: Record<string, { schema?: Node }>;
}
interface Holder extends Node {
  operationId?: string;
  parameters?: Node[];
  requestBody?: Node;
}

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head'];
/** Words for readers; no request breaks them. */
const told = /^(description|title|default|examples?|x-(?!unique-by$).*)$/;
const shared = '#/components/schemas/';

/** What a request may say, apart from the rest of the contract, so that a run can judge its own: one row an operation. */
export function renderRequestSchemas(contract: ContractDocument): {
  rows: RequestSchemas[];
  shared: { name: string; schema: Schema }[];
} {
  const wanted = new Set<string>();
  const follow = (node: Node | undefined): Node | undefined =>
    node?.$ref ? follow(atPointer(contract, node.$ref) as Node) : node;
  const plain = (node: unknown, isNames = false): unknown => {
    if (Array.isArray(node)) return node.map((item) => plain(item));
    if (typeof node !== 'object' || node === null) return node;
    const { $ref } = node as Node;
    if ($ref && !$ref.startsWith(shared)) return plain(atPointer(contract, $ref));
    if ($ref) wanted.add($ref.slice(shared.length));
    const kept = Object.entries(node).filter(([name]) => isNames || !told.test(name));
    return Object.fromEntries(kept.map(([name, value]) => [name, plainMember(name, value, isNames)]));
  };
  const plainMember = (name: string, value: unknown, isName: boolean): unknown => {
    if (!isName && name === '$ref') return String(value).slice(shared.length);
    return plain(value, !isName && /^(properties|dependentSchemas)$/.test(name));
  };
  const rows: RequestSchemas[] = [];
  for (const item of Object.values(contract.paths) as Holder[]) {
    for (const method of methods) {
      const operation = item[method] as Holder | undefined;
      if (!operation) continue;
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(
        (each) => follow(each) as unknown as Parameter,
      );
      const named = parameters.map((each): [string, Schema] => [
        `${each.in} ${each.name}`,
        plain(follow(each.schema)) as Schema,
      ]);
      const body = follow(operation.requestBody) as RequestBody | undefined;
      const bodies = Object.entries(body?.content ?? {}).filter(([type]) => type.includes('json'));
      rows.push({
        operation: operation.operationId as string,
        parameters: Object.fromEntries(named),
        needsBody: body?.required === true,
        bodies: Object.fromEntries(bodies.map(([type, { schema }]) => [type, plain(schema ?? {}) as Schema])),
      });
    }
  }
  const schemas: Record<string, Schema> = {};
  // What a shared schema names joins the set while it is walked.
  for (const name of wanted) schemas[name] = plain(atPointer(contract, `${shared}${name}`)) as Schema;
  return {
    rows: rows.sort((a, b) => (a.operation < b.operation ? -1 : 1)),
    shared: Object.keys(schemas)
      .sort()
      .map((name) => ({ name, schema: schemas[name] as Schema })),
  };
}

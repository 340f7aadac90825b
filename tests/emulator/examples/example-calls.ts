import { readFileSync } from 'node:fs';
import { type Operation, operations } from '../../../schemas/contract.js';
import { matchOperation } from '../../../schemas/examples/match-operation.js';
import { parseExample } from '../../../schemas/examples/parse-example.js';
import { readExamples } from '../../../schemas/examples/read-examples.js';

/** A request as an example shows it, with ids that nobody has. */
export interface ExampleCall {
  /** Where it stands, for the title of its test. */
  title: string;
  operation: Operation;
  path: Record<string, string>;
  query: [string, string][];
  mediaType?: string;
  body?: unknown;
}

interface Node {
  [key: string]: Node | undefined;
}

/** The example requests of the contract: each body that it shows, and each call without one. */
export function contractCalls(): ExampleCall[] {
  const contract = JSON.parse(readFileSync('schemas/generated/openapi.json', 'utf8')) as Node;
  const resolved = (node: Node | undefined): Node | undefined =>
    node?.$ref ? pointed(contract, String(node.$ref)) : node;
  return operations.flatMap((operation) => {
    const body = resolved(contract.paths?.[operation.path]?.[operation.method.toLowerCase()]?.requestBody);
    const shown = Object.entries(body?.content ?? {}).flatMap(([mediaType, media]) =>
      Object.entries(media?.examples ?? {}).map(([name, example]) => ({
        title: `${operation.operationId}, ${name} as ${mediaType}`,
        mediaType,
        body: resolved(example)?.value,
      })),
    );
    const base = { operation, path: {}, query: [] };
    return shown.length === 0
      ? [{ ...base, title: operation.operationId }]
      : shown.map((example) => ({ ...base, ...example }));
  });
}

/** The example requests of a reference that lies in that folder. */
export async function documentCalls(folder: string): Promise<ExampleCall[]> {
  const calls: ExampleCall[] = [];
  let open: { page: string; call: ExampleCall } | undefined;
  for (const { page, section, hash, text } of await readExamples(folder)) {
    if (open?.page !== page) open = undefined;
    for (const piece of parseExample(text)) {
      if (piece.kind === 'request') {
        const match = matchOperation(operations, piece.method, piece.url);
        open = match && { page, call: { title: `${page} ${hash} ${match.operation.operationId}`, ...match } };
        if (open) calls.push(open.call);
      } else if (piece.kind === 'status') open = undefined;
      else if (open && piece.kind === 'header' && piece.name === 'content-type') {
        // Several bodies below one request line are several examples.
        if (open.call.body !== undefined) open.call = { ...open.call, body: undefined };
        open.call.mediaType = piece.value;
      } else if (open && piece.kind === 'body' && !section.includes('response')) {
        if (open.call.body !== undefined) open.call = { ...open.call };
        Object.assign(open.call, { body: piece.value, title: `${page} ${hash} ${open.call.operation.operationId}` });
        if (!calls.includes(open.call)) calls.push(open.call);
      }
    }
  }
  return calls;
}

function pointed(document: Node, ref: string): Node | undefined {
  return ref
    .slice(2)
    .split('/')
    .reduce<Node | undefined>((node, name) => node?.[name.replaceAll('~1', '/').replaceAll('~0', '~')], document);
}

import type { Operation } from '../contract.js';

/** An operation that a request line asks for, with what its path and query carry. */
export interface Match {
  operation: Operation;
  path: Record<string, string>;
  query: [string, string][];
}

/**
 * The operation of the contract that a method and an address ask for; a path without placeholders wins.
 * @param url absolute or from the root on; `{Endpoint}` stands for any host.
 */
export function matchOperation(operations: readonly Operation[], method: string, url: string): Match | undefined {
  const target = url.replace(/^https?:\/\/[^/]*/, '') || '/';
  const [path = '', search = ''] = target.split('?');
  const fits = operations
    .filter((operation) => operation.method === method)
    .flatMap((operation) => {
      const found = toPattern(operation.path).exec(path);
      return found ? [{ operation, path: { ...found.groups } }] : [];
    })
    .sort((a, b) => Object.keys(a.path).length - Object.keys(b.path).length);
  return fits[0] && { ...fits[0], query: [...new URLSearchParams(search)] };
}

function toPattern(template: string): RegExp {
  const source = template.replace(/[.]/g, '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return new RegExp(`^${source}$`);
}

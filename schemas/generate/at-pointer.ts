import type { ContractDocument } from './bundle-contract.js';

/** What stands in the contract at a JSON pointer, such as `/paths/~1v2~1cloudimages/get`; in a `$ref` it begins with `#`. */
export function atPointer(contract: ContractDocument, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], contract);
}

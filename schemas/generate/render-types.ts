import openapiTypescript, { astToString } from 'openapi-typescript';
import type { ContractDocument } from './bundle-contract.js';

/** TypeScript types of the contract: `operations['AddImageTag']` and its relatives. */
export async function renderTypes(contract: ContractDocument): Promise<string> {
  const source = JSON.stringify(contract);
  return astToString(await openapiTypescript(source, { alphabetize: true }));
}

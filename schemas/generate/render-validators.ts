import { Ajv } from 'ajv';
import nextModule from 'ajv/dist/vocabularies/next.js';
import formatsModule from 'ajv-formats';
import type { ContractDocument } from './bundle-contract.js';
import { standaloneCode } from './standalone-code.js';

const base = 'https://contract.invalid/ims';
const addFormats = formatsModule.default;

/**
 * What the class Ajv2020 alone knows. The contract uses none of it, and without the book-keeping across schemas, which that
 * class always writes, the code is a quarter smaller and starts sooner.
 */
const laterKeywords = /"(?:unevaluated\w+|\$dynamic\w+|prefixItems)"(?=:)/;

/**
 * Compiles the body schemas ahead of time into one ESM module.
 * @param schemas validator name -> JSON pointer of its schema in the contract.
 */
export function renderValidators(contract: ContractDocument, schemas: Record<string, string>): string {
  const [later] = laterKeywords.exec(JSON.stringify(contract)) ?? [];
  if (later)
    throw new Error(`The contract uses ${later}, which needs Ajv2020 in schemas/generate/render-validators.ts.`);
  const ajv = new Ajv({
    strict: false,
    allErrors: false,
    inlineRefs: false,
    unicodeRegExp: true,
    code: { source: true, esm: true, lines: false },
  });
  ajv.addVocabulary(nextModule.default);
  addFormats(ajv);
  ajv.addSchema({ ...contract, $id: base }, base);
  const exported: Record<string, string> = {};
  for (const [name, pointer] of Object.entries(schemas)) {
    const key = `https://contract.invalid/${name}`;
    const uri = pointer
      .split('/')
      .map((part) => encodeURIComponent(part))
      .join('/');
    ajv.addSchema({ $id: key, $ref: `${base}#${uri}` }, key);
    exported[name] = key;
  }
  return standaloneCode(ajv, exported);
}

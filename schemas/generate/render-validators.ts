import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import formatsModule from 'ajv-formats';
import type { ContractDocument } from './bundle-contract.js';

const standalone = standaloneModule.default;
const base = 'https://contract.invalid/ims';
const addFormats = formatsModule.default;

/**
 * Compiles the body schemas ahead of time into one ESM module.
 * @param schemas validator name -> JSON pointer of its schema in the contract.
 */
export function renderValidators(contract: ContractDocument, schemas: Record<string, string>): string {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: false,
    inlineRefs: false,
    unicodeRegExp: true,
    code: { source: true, esm: true, lines: false },
  });
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
  const code = standalone(ajv, exported);
  const needsRequire = code.includes('require(');
  const header = needsRequire
    ? "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\n"
    : '';
  return `${header}${code}\n`;
}

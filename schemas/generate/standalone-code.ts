import type { Ajv } from 'ajv';
import standaloneModule from 'ajv/dist/standalone/index.js';

const header = "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\n";

/** What Ajv has compiled, as an ESM module. @param exported name of an export -> key of its schema; none: the one schema is the default. */
export function standaloneCode(ajv: Ajv, exported: Parameters<typeof standaloneModule.default>[1]): string {
  const code = standaloneModule.default(ajv, exported);
  return `${code.includes('require(') ? header : ''}${code}\n`;
}

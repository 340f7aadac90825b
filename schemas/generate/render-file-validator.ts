import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsModule from 'ajv-formats';
import { standaloneCode } from './standalone-code.js';

/** Compiles the schema of a file that users write: it tells every mistake, with the value and what is said of it. */
export function renderFileValidator(schema: string): string {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    allowUnionTypes: true,
    code: { source: true, esm: true, lines: false },
  });
  formatsModule.default(ajv, ['date-time']);
  ajv.addKeyword('x-expected');
  return standaloneCode(ajv, ajv.compile(JSON.parse(schema) as object));
}

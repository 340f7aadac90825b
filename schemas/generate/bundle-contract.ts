import { bundle, createConfig } from '@redocly/openapi-core';

/** An OpenAPI 3.1 document of one file. Loose on purpose: `redocly lint` judges its shape. */
export interface ContractDocument {
  openapi: string;
  paths: Record<string, Record<string, unknown>>;
  components?: Record<string, Record<string, unknown>>;
}

/**
 * Joins the files of `specs/openapi` into one document.
 * @throws {Error} naming file and place when a `$ref` leads nowhere.
 */
export async function bundleContract(file: string): Promise<ContractDocument> {
  const config = await createConfig({});
  const { bundle: result, problems } = await bundle({ ref: file, config });
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) {
    const lines = errors.map((problem) => `${problem.location[0]?.source.absoluteRef ?? file}: ${problem.message}`);
    throw new Error(`Failed to bundle the contract:\n${lines.join('\n')}`);
  }
  return result.parsed as ContractDocument;
}

import { readFile } from 'node:fs/promises';

/** Kinds of credentials; a configuration has them, or the rule is not run. */
const credentials = ['member', 'token', 'akSk', 'expiredToken', 'readerToken', 'domainToken'];

/** What a requirement can ask a configuration for: credentials, and the keys of `provided` in the published schema. */
export async function readNeeds(file: string): Promise<string[]> {
  const schema = JSON.parse(await readFile(file, 'utf8')) as {
    properties: { provided: { properties: Record<string, unknown> } };
  };
  return [...credentials, ...Object.keys(schema.properties.provided.properties)];
}

import { readFile } from 'node:fs/promises';

/** Credentials and places; a configuration has them, or the rule is not run. */
const sections = [
  'member',
  'third',
  'token',
  'akSk',
  'expiredToken',
  'readerToken',
  'domainToken',
  'limitedToken',
  'visitorToken',
  'bucketlessToken',
  'fullToken',
  'region',
  'otherRegion',
];

/** What a requirement can ask a configuration for: the above, and the keys of `otherRegion` and `provided` in the published schema. */
export async function readNeeds(file: string): Promise<string[]> {
  const schema = JSON.parse(await readFile(file, 'utf8')) as {
    properties: Record<'provided' | 'otherRegion', { properties: Record<string, unknown> }>;
  };
  const { provided, otherRegion } = schema.properties;
  const further = Object.keys(otherRegion.properties).map((key) => `otherRegion.${key}`);
  return [...sections, ...further, ...Object.keys(provided.properties)];
}

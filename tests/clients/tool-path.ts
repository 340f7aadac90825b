import { join } from 'node:path';

const tools = '@stoplight/prism-cli@5.16.0 @hey-api/openapi-ts@0.99.0 typescript@5.9.3';

/** How to have the tools of other people that read the contract; none of their install scripts runs. */
export const installTools = `npm install --no-save --ignore-scripts --prefix F ${tools}, and set IMS_CONFORMANCE_TOOLS=F`;

/**
 * The program of that name in the folder where such tools are installed.
 * @throws {Error} when no folder is named; the message says how to make one.
 */
export function toolPath(name: string): string {
  const folder = process.env.IMS_CONFORMANCE_TOOLS;
  if (!folder) throw new Error(`There is no ${name}: ${installTools}.`);
  return join(folder, 'node_modules/.bin', name);
}

import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { Operation } from '../contract.js';
import type { Profile } from '../profiles.js';
import type { Requirement } from '../requirement.js';

/**
 * Reads and lints `specs/profiles`.
 * @throws {Error} naming file and value when a profile names an operation or a requirement that does not exist.
 */
export async function readProfiles(
  folder: string,
  operations: Operation[],
  requirements: Requirement[],
): Promise<Profile[]> {
  const known = new Set(operations.map((operation) => operation.operationId));
  const ids = new Set(requirements.map((requirement) => requirement.id));
  const profiles: Profile[] = [];
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()) {
    const profile = {
      ...(parse(await readFile(join(folder, file), 'utf8')) as Profile),
      name: basename(file, '.yaml'),
    };
    for (const operation of profile.operations) {
      if (!known.has(operation)) throw new Error(`${folder}/${file}: unknown operation ${operation}.`);
    }
    for (const id of Object.keys(profile.notApplicable)) {
      if (!ids.has(id)) throw new Error(`${folder}/${file}: notApplicable names the unknown requirement ${id}.`);
    }
    profiles.push(profile);
  }
  return profiles;
}

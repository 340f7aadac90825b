import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Operation } from '../contract.js';
import type { Profile } from '../profiles.js';
import type { Requirement } from '../requirement.js';
import { lintDecisions } from './lint-profile.js';

const needed = ['title', 'operations', 'notApplicable', 'limits', 'defaults', 'lists', 'readings'];
const fields = ['title', 'like', ...needed.slice(1)];

/** The names of the profiles in that folder, a file each. */
export async function namesOfProfiles(folder: string): Promise<string[]> {
  return (await readdir(folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml'))
    .sort();
}

/**
 * Reads and lints `specs/profiles`.
 * @throws {Error} with one line for each mistake, naming file, line and value: a field, an operation, a requirement, a limit or a reading
 * that does not exist or is missing, and a value that does not fit.
 */
export async function readProfiles(
  folder: string,
  operations: Operation[],
  requirements: Requirement[],
): Promise<Profile[]> {
  const known = new Set(operations.map((operation) => operation.operationId));
  const ids = new Set(requirements.map((requirement) => requirement.id));
  const profiles: Profile[] = [];
  const mistakes: string[] = [];
  const names = await namesOfProfiles(folder);
  for (const name of names) {
    const file = `${name}.yaml`;
    const { value, fail, found } = readPlaced(await readFile(join(folder, file), 'utf8'), `specs/profiles/${file}`);
    mistakes.push(...found);
    if (found.length > 0) continue;
    for (const field of Object.keys(value)) {
      if (!fields.includes(field))
        mistakes.push(fail([field], `unknown field "${field}". Use one of: ${fields.join(', ')}.`));
    }
    for (const field of needed) {
      if (!(field in value)) mistakes.push(fail([], `there is no "${field}". Add it.`));
    }
    for (const [index, operation] of (value.operations ?? []).entries()) {
      if (!known.has(operation)) {
        mistakes.push(
          fail(['operations', index], `unknown operation "${operation}". Use an operationId of specs/openapi.`),
        );
      }
    }
    for (const id of Object.keys(value.notApplicable ?? {})) {
      if (!ids.has(id))
        mistakes.push(fail(['notApplicable', id], `unknown requirement "${id}". Use an id of specs/requirements.`));
    }
    if (value.like !== undefined && (value.like === name || !names.includes(value.like)))
      mistakes.push(fail(['like'], `no other profile is called "${value.like}". Use a name of specs/profiles.`));
    mistakes.push(...lintDecisions(value, fail));
    profiles.push({ ...(value as Profile), name });
  }
  if (mistakes.length > 0) throw new Error(`The profiles have mistakes:\n${mistakes.join('\n')}`);
  return profiles;
}

/** The mapping that a file holds, and a way to say where in it something is wrong. */
function readPlaced(text: string, name: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): string => `${name}:${lines.linePos(offset).line}`;
  const found = document.errors.map(
    ({ message, pos }) => `${place(pos[0])}: the file is not valid YAML: ${message}. Correct it here or just before.`,
  );
  if (found.length === 0 && !isMap(document.contents))
    found.push(`${name}:1: a profile is a mapping. Write its fields as "name: value".`);
  const fail = (path: (string | number)[], what: string): string => {
    const parent = document.getIn(path.slice(0, -1), true);
    const key = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1))?.key
      : document.getIn(path, true);
    return `${place(isNode(key) ? (key.range?.[0] ?? 0) : 0)}: ${what}`;
  };
  return { value: (found.length > 0 ? {} : document.toJS()) as Partial<Profile>, fail, found };
}

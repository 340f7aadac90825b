import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Rejection, Requirement } from '../requirement.js';
import type { Level, Source } from '../results.js';
import { readRows } from './read-rows.js';

interface Row {
  id: string;
  operation?: string;
  operations?: string[];
  level: Level;
  rule: string;
  source?: Source;
  sources?: Source[];
  needs?: string[];
  rejects?: string[];
  refusedFor?: 'state';
  readings?: string[];
  profiles?: string[];
  excluded?: string;
}

interface Known {
  operations: string[];
  errorCodes: string[];
  /** What a configuration can provide; `objects` and `unfit` stand for each of their members. */
  needs: string[];
  /** Names of `specs/profiles`. */
  profiles: string[];
}

/** The documents that a rule can be read from; drift finds their sentences by the hash. */
const documents = ['huawei-api-ref-zh', 'otc-api-ref', 'huawei-user-guide-zh', 'ims-behaviour', 'sdk-models'];

const levels = ['MUST', 'SHOULD', 'MAY', 'OBSERVED'];
const fields = new Set(
  'id operation operations level rule source sources needs rejects refusedFor readings profiles excluded'.split(' '),
);

/**
 * Reads and lints `specs/requirements`: one file a chapter, one row a rule.
 * @throws {Error} with one line for each mistake, each naming file and line.
 */
export async function readRequirements(folder: string, known: Known): Promise<Requirement[]> {
  const mistakes: string[] = [];
  const requirements: Requirement[] = [];
  const seen = new Map<string, string>();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()) {
    const read = await readRows<Row>(join(folder, file), `specs/requirements/${file}`);
    mistakes.push(...read.mistakes);
    for (const { row, where } of read.rows) {
      mistakes.push(...lint(row, known).map((mistake) => `${where}: ${mistake}`));
      const before = seen.get(row.id);
      if (before) mistakes.push(`${where}: id ${row.id} is used already at ${before}. Give one of them another id.`);
      seen.set(row.id, where);
      requirements.push(toRequirement(row, basename(file, '.yaml')));
    }
  }
  if (mistakes.length > 0) throw new Error(`The requirements have mistakes:\n${mistakes.join('\n')}`);
  return requirements;
}

function lint(row: Row, known: Known): string[] {
  const mistakes: string[] = [];
  const operations = row.operations ?? (row.operation ? [row.operation] : []);
  for (const field of Object.keys(row)) {
    if (!fields.has(field)) mistakes.push(`unknown field "${field}". Use one of: ${[...fields].join(', ')}.`);
  }
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(row.id ?? '')) mistakes.push(`id "${row.id}" is not of the form call.rule.`);
  if (!levels.includes(row.level)) mistakes.push(`level "${row.level}" is none of ${levels.join(', ')}.`);
  if (!row.rule) mistakes.push('there is no rule. Say in one sentence of our own what holds.');
  if (operations.length === 0) mistakes.push('there is no operation. Name it, or several as "operations".');
  for (const name of operations) {
    if (!known.operations.includes(name)) {
      mistakes.push(`unknown operation "${name}". Use an operationId of specs/openapi.`);
    }
  }
  const sources = row.sources ?? (row.source ? [row.source] : []);
  if (sources.length === 0) mistakes.push('a rule needs a source.');
  mistakes.push(...sources.flatMap(lintSource));
  for (const need of row.needs ?? []) {
    if (!known.needs.includes(need.replace(/^(objects|unfit)\.\w+$/, '$1'))) {
      mistakes.push(`unknown need "${need}". Use one of: ${known.needs.join(', ')}.`);
    }
  }
  for (const name of row.profiles ?? []) {
    if (!known.profiles.includes(name)) {
      mistakes.push(`unknown profile "${name}". Use one of: ${known.profiles.join(', ')}.`);
    }
  }
  const readings = new Set(row.readings ?? []).size;
  if (row.level === 'OBSERVED' && readings < 2)
    mistakes.push(`an OBSERVED row needs at least two readings, not ${readings}. Write down what each side says.`);
  for (const text of row.rejects ?? []) {
    const codes = toRejection(text).codes ?? [];
    if (!/^\d{3}( \S+)?$/.test(text)) mistakes.push(`rejects "${text}" is not of the form "400 IMG.0001|IMG.0002".`);
    for (const code of codes)
      if (!known.errorCodes.includes(code))
        mistakes.push(`unknown error code "${code}". Use one of specs/error-codes.yaml.`);
  }
  if (row.refusedFor !== undefined && (row.refusedFor !== 'state' || !row.rejects))
    mistakes.push(`refusedFor "${row.refusedFor}": write "state", in a row that has "rejects", or leave it out.`);
  return mistakes;
}

function lintSource({ doc, page, sha256 }: Source): string[] {
  if (!doc || !page) return ['a source needs doc and page.'];
  if (!documents.includes(doc)) return [`unknown document "${doc}". Use one of: ${documents.join(', ')}.`];
  if (sha256 === undefined) return [`the source ${page} has no sha256. "drift --units" prints the hash of each unit.`];
  if (sha256 !== undefined && typeof sha256 !== 'string') {
    return [`sha256 ${sha256} of ${page} is a number. Put it in quotes: it is made of digits alone.`];
  }
  if (sha256 !== undefined && !/^[0-9a-f]{16}$/.test(sha256)) {
    return [
      `sha256 "${sha256}" of ${page} is not 16 hexadecimal digits. "drift --units" prints the hash of each unit.`,
    ];
  }
  return [];
}

function toRequirement(row: Row, chapter: string): Requirement {
  return {
    id: row.id,
    chapter,
    operations: row.operations ?? (row.operation ? [row.operation] : []),
    level: row.level,
    rule: row.rule,
    sources: row.sources ?? (row.source ? [row.source] : []),
    needs: row.needs ?? [],
    rejects: (row.rejects ?? []).map(toRejection),
    ...(row.refusedFor ? { refusedFor: row.refusedFor } : {}),
    readings: row.readings ?? [],
    profiles: row.profiles ?? [],
    ...(row.excluded ? { excluded: row.excluded } : {}),
  };
}

function toRejection(text: string): Rejection {
  const [status, codes] = text.split(' ');
  return codes ? { status: Number(status), codes: codes.split('|') } : { status: Number(status) };
}

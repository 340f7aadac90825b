import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isMap, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { Rejection, Requirement } from '../requirement.js';
import type { Level, Source } from '../results.js';

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
  readings?: string[];
  profiles?: string[];
  excluded?: string;
}

interface Known {
  operations: string[];
  errorCodes: string[];
}

const levels = ['MUST', 'SHOULD', 'MAY', 'OBSERVED'];
const fields = new Set(
  'id operation operations level rule source sources needs rejects readings profiles excluded'.split(' '),
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
    const lines = new LineCounter();
    const document = parseDocument(await readFile(join(folder, file), 'utf8'), { lineCounter: lines });
    for (const error of document.errors) mistakes.push(`specs/requirements/${file}: ${error.message}`);
    const items = (document.contents as unknown as { items?: unknown[] } | null)?.items ?? [];
    for (const item of items) {
      const line = lines.linePos((item as YAMLMap).range?.[0] ?? 0).line;
      const where = `specs/requirements/${file}:${line}`;
      if (!isMap(item)) {
        mistakes.push(`${where}: a row is a mapping.`);
        continue;
      }
      const row = item.toJS(document) as Row;
      mistakes.push(...lint(row, known).map((mistake) => `${where}: ${mistake}`));
      const before = seen.get(row.id);
      if (before) mistakes.push(`${where}: id ${row.id} is used already at ${before}.`);
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
  for (const field of Object.keys(row)) if (!fields.has(field)) mistakes.push(`unknown field "${field}".`);
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(row.id ?? '')) mistakes.push(`id "${row.id}" is not of the form call.rule.`);
  if (!levels.includes(row.level)) mistakes.push(`level "${row.level}" is none of ${levels.join(', ')}.`);
  if (!row.rule) mistakes.push('there is no rule.');
  if (operations.length === 0) mistakes.push('there is no operation.');
  for (const name of operations) if (!known.operations.includes(name)) mistakes.push(`unknown operation "${name}".`);
  const sources = row.sources ?? (row.source ? [row.source] : []);
  if (sources.length === 0) mistakes.push('a rule needs a source.');
  for (const source of sources) if (!source.doc || !source.page) mistakes.push('a source needs doc and page.');
  if (row.level === 'OBSERVED' && !row.readings) mistakes.push('an OBSERVED row needs its readings.');
  for (const text of row.rejects ?? []) {
    const codes = toRejection(text).codes ?? [];
    if (!/^\d{3}( \S+)?$/.test(text)) mistakes.push(`rejects "${text}" is not of the form "400 IMG.0001|IMG.0002".`);
    for (const code of codes) if (!known.errorCodes.includes(code)) mistakes.push(`unknown error code "${code}".`);
  }
  return mistakes;
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
    readings: row.readings ?? [],
    profiles: row.profiles ?? [],
    ...(row.excluded ? { excluded: row.excluded } : {}),
  };
}

function toRejection(text: string): Rejection {
  const [status, codes] = text.split(' ');
  return codes ? { status: Number(status), codes: codes.split('|') } : { status: Number(status) };
}

import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { Account, Accounting } from './account.js';

const fields = new Set(['requirement', 'schema', 'excluded', 'open']);

/**
 * Parses a file of `specs/sources`: page -> section -> list of `hash: account`.
 * @param name what to call the file in mistakes.
 * @throws {Error} with one line for each mistake, each naming file and line.
 */
export function parseAccounting(source: string, name: string): Accounting {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const mistakes = document.errors.map(({ message }) => `${name}: ${message}`);
  const accounting: Accounting = new Map();
  for (const page of pairs(document.contents)) {
    const sections = new Map<string, Account[]>();
    for (const section of pairs(page.value)) {
      const list: Account[] = [];
      for (const item of isSeq(section.value) ? (section.value.items as Node[]) : []) {
        const where = `${name}:${lines.linePos(item.range?.[0] ?? 0).line}`;
        for (const { key, value } of pairs(item)) {
          const account = toAccount(String(key), value?.toJSON() as unknown);
          if (typeof account === 'string') mistakes.push(`${where}: ${account}`);
          else list.push(account);
        }
      }
      sections.set(String(section.key), list);
    }
    accounting.set(String(page.key), sections);
  }
  if (mistakes.length > 0) throw new Error(`The accounting has mistakes:\n${mistakes.join('\n')}`);
  return accounting;
}

function pairs(node: unknown): Pair<unknown, Node | null>[] {
  return isMap<unknown, Node | null>(node)
    ? node.items.map((pair) => ({ ...pair, key: keyOf(pair.key) }) as Pair<unknown, Node | null>)
    : [];
}

/** A hash of digits alone reads as a number: the key counts as it is written. */
function keyOf(key: unknown): unknown {
  return isScalar(key) ? (key.source ?? key.value) : key;
}

/** The account, or what is wrong with it. */
function toAccount(hash: string, value: unknown): Account | string {
  if (!/^[0-9a-f]{16}$/.test(hash)) return `"${hash}" is not the hash of a unit (16 hexadecimal digits).`;
  const account: Account = { hash, requirements: [], schemas: [], descriptive: value === 'descriptive' };
  if (account.descriptive) return account;
  if (typeof value !== 'object' || value === null) return `${hash} is neither "descriptive" nor a mapping.`;
  const given = value as Record<string, unknown>;
  const odd = Object.keys(given).find((field) => !fields.has(field));
  if (odd) return `${hash} has the unknown field "${odd}". Use ${[...fields].join(', ')}.`;
  for (const field of ['requirement', 'schema'] as const) {
    const wrong = [given[field] ?? []].flat().find((each) => typeof each !== 'string');
    if (wrong !== undefined)
      return `${hash} has ${JSON.stringify(wrong)} under "${field}". Use one text, or a list of texts.`;
  }
  account.requirements = list(given.requirement);
  account.schemas = list(given.schema);
  if (typeof given.excluded === 'string') account.excluded = given.excluded;
  if (typeof given.open === 'string') account.open = given.open;
  const accounted = account.requirements.length + account.schemas.length > 0 || account.excluded;
  return accounted ? account : `${hash} names no requirement, no schema and no reason (excluded).`;
}

function list(value: unknown): string[] {
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
}

import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** What is on record about an example that is not simply valid. */
export interface ExampleRecord {
  hash: string;
  /** In our words: what the example shows, against what its page or the contract says. */
  contradicts?: string;
  /** Requirements that say which side is judged, or that it is observed. */
  requirements: string[];
  /** Why the contract does not concern it: another service, a fragment. */
  excluded?: string;
  /** The rule that is still missing. */
  open?: string;
}

/** Document -> page -> records in reading order. */
export type ExampleRecords = Map<string, Map<string, ExampleRecord[]>>;

const fields = new Set(['contradicts', 'requirement', 'excluded', 'open']);

/**
 * Parses `specs/sources/examples.yaml`: document -> page -> list of `hash: record`.
 * @param name what to call the file in mistakes.
 * @throws {Error} with one line for each mistake, each naming file and line.
 */
export function parseExampleRecords(source: string, name: string): ExampleRecords {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const mistakes = document.errors.map(({ message }) => `${name}: ${message}`);
  const records: ExampleRecords = new Map();
  for (const [reference, pages] of entries(document.contents)) {
    const byPage = new Map<string, ExampleRecord[]>();
    for (const [page, list] of entries(pages)) {
      const found: ExampleRecord[] = [];
      for (const item of isSeq(list) ? (list.items as Node[]) : []) {
        const where = `${name}:${lines.linePos(item.range?.[0] ?? 0).line}`;
        const [hash, value] = Object.entries((item.toJS(document) ?? {}) as Record<string, unknown>)[0] ?? ['', null];
        const record = toRecord(hash, value);
        if (typeof record === 'string') mistakes.push(`${where}: ${record}`);
        else found.push(record);
      }
      byPage.set(page, found);
    }
    records.set(reference, byPage);
  }
  if (mistakes.length > 0) throw new Error(`The record of examples has mistakes:\n${mistakes.join('\n')}`);
  return records;
}

function entries(node: unknown): [string, unknown][] {
  return isMap(node) ? node.items.map(({ key, value }) => [String(key), value]) : [];
}

/** The record, or what is wrong with it. */
function toRecord(hash: string, value: unknown): ExampleRecord | string {
  if (!/^[0-9a-f]{16}$/.test(hash))
    return `"${hash}" is not the hash of an example (16 hexadecimal digits, quoted when all are digits).`;
  if (typeof value !== 'object' || value === null) return `${hash} is no mapping.`;
  const given = value as Record<string, unknown>;
  const odd = Object.keys(given).find((field) => !fields.has(field));
  if (odd) return `${hash} has the unknown field "${odd}". Use ${[...fields].join(', ')}.`;
  const { contradicts, requirement, excluded, open } = given as Record<string, string | undefined>;
  const requirements = requirement === undefined ? [] : [requirement].flat().map(String);
  if (!contradicts === !excluded) return `${hash} says neither what it contradicts nor why it is excluded, or both.`;
  if (contradicts && requirements.length === 0 && !open)
    return `${hash} contradicts something and names no requirement. Add it, or say which rule is missing (open).`;
  return {
    hash,
    requirements,
    ...(contradicts ? { contradicts } : {}),
    ...(excluded ? { excluded } : {}),
    ...(open ? { open } : {}),
  };
}

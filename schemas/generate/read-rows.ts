import { readFile } from 'node:fs/promises';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';

/** A row of a file of `specs/`, and where it begins. */
export interface Placed<Row> {
  row: Row;
  /** `specs/error-codes.yaml:12`. */
  where: string;
}

/** The rows that could be read, and one sentence with file and line for each mistake. */
export interface Rows<Row> {
  rows: Placed<Row>[];
  mistakes: string[];
}

/**
 * Reads a YAML file whose rows are mappings: the whole file is their list, or it stands under `key`. Rows are not judged, only their being
 * mappings; a key that occurs twice is a mistake.
 * @param name the file's path as messages show it.
 */
export async function readRows<Row>(file: string, name: string, key?: string): Promise<Rows<Row>> {
  const lines = new LineCounter();
  const document = parseDocument(await readFile(file, 'utf8'), { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): string => `${name}:${lines.linePos(offset).line}`;
  if (document.errors.length > 0) {
    const mistakes = document.errors.map(
      ({ message, pos }) => `${place(pos[0])}: the file is not valid YAML: ${message}. Correct it here or just before.`,
    );
    return { rows: [], mistakes };
  }
  const list = key === undefined ? document.contents : document.get(key, true);
  if (!isSeq(list)) {
    return { rows: [], mistakes: [`${name}:1: there is no list of rows${key ? ` under "${key}"` : ''}. Add one.`] };
  }
  const rows: Placed<Row>[] = [];
  const mistakes: string[] = [];
  for (const item of list.items) {
    const where = place((item as { range?: [number] }).range?.[0] ?? 0);
    if (isMap(item)) rows.push({ row: item.toJS(document) as Row, where });
    else mistakes.push(`${where}: a row is a mapping, not ${JSON.stringify(item)}. Write its fields as "name: value".`);
  }
  return { rows, mistakes };
}

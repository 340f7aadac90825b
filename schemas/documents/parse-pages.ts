import { parse } from 'yaml';

/** What `specs/sources/pages.yaml` says of a page: exactly one of the last two, or neither when every unit is accounted for. */
export interface PageRecord {
  id: string;
  /** Operation of the contract, or what the page is about. */
  subject: string;
  /** Why its units are not accounted for yet. */
  pending?: string;
  /** Why it says nothing to account for: an index, a tutorial, a licence. */
  excluded?: string;
}

interface Row {
  operation?: string;
  topic?: string;
  pending?: string;
  excluded?: string;
}

/**
 * Parses the list of pages: document -> page id -> record.
 * @throws {Error} naming document and page whose record is wrong.
 */
export function parsePages(source: string, name: string): Map<string, Map<string, PageRecord>> {
  const documents = (parse(source) ?? {}) as Record<string, Record<string, Row>>;
  return new Map(
    Object.entries(documents).map(([document, pages]) => [
      document,
      new Map(Object.entries(pages).map(([id, row]) => [id, toRecord(id, row, `${name}: ${document}: ${id}`)])),
    ]),
  );
}

function toRecord(id: string, row: Row, where: string): PageRecord {
  const subject = row.operation ?? row.topic ?? (row.excluded ? 'left out' : undefined);
  if (!subject) throw new Error(`${where} has no operation, no topic and no reason to leave it out (excluded).`);
  if (row.pending && row.excluded) throw new Error(`${where} is both pending and excluded.`);
  return {
    id,
    subject,
    ...(row.pending ? { pending: row.pending } : {}),
    ...(row.excluded ? { excluded: row.excluded } : {}),
  };
}

import type { PageRecord } from '../documents/parse-pages.js';
import type { ContractSchemas } from './contract-schemas.js';
import type { Example } from './example.js';
import { type JudgedExample, judgeExamples } from './judge-examples.js';
import type { ExampleRecord } from './parse-example-record.js';

/** How the examples of a reference stand to the contract and to what is on record about them. */
export interface ExampleDrift {
  document: string;
  found: number;
  valid: number;
  contradictions: { page: string; record: ExampleRecord }[];
  excluded: { page: string; record: ExampleRecord }[];
  /** Examples that the contract does not allow and that are on no record. */
  unaccounted: JudgedExample[];
  /** Records whose example is gone from its page, or that name a requirement that does not exist. */
  stale: { page: string; record: ExampleRecord; why: string }[];
}

/** What is on record about a reference. */
export interface ExampleSource {
  document: string;
  pages: ReadonlyMap<string, PageRecord>;
  records: ReadonlyMap<string, readonly ExampleRecord[]>;
  requirements: ReadonlySet<string>;
}

/** Judges the examples of every page that the record does not leave out. */
export function measureExamples(
  examples: readonly Example[],
  source: ExampleSource,
  schemas: ContractSchemas,
): ExampleDrift {
  const wanted = examples.filter(({ page }) => !source.pages.get(page)?.excluded);
  const pages = new Set(wanted.map(({ page }) => page));
  const judged = [...pages].flatMap((page) =>
    judgeExamples(
      wanted.filter((example) => example.page === page),
      source.pages.get(page)?.subject,
      schemas,
    ),
  );
  const recordOf = ({ page, hash }: Example) => source.records.get(page)?.find((record) => record.hash === hash);
  const listed = [...source.records].flatMap(([page, records]) => records.map((record) => ({ page, record })));
  const present = listed.filter(({ page, record }) =>
    wanted.some((each) => each.page === page && each.hash === record.hash),
  );
  const unlisted = judged.filter(({ example }) => !recordOf(example));
  return {
    document: source.document,
    found: judged.length,
    valid: unlisted.filter(({ mistakes }) => mistakes.length === 0).length,
    contradictions: present.filter(({ record }) => record.contradicts),
    excluded: present.filter(({ record }) => record.excluded),
    unaccounted: unlisted.filter(({ mistakes }) => mistakes.length > 0),
    stale: listed.flatMap(({ page, record }) => {
      const unknown = record.requirements.find((id) => !source.requirements.has(id));
      if (unknown) return [{ page, record, why: `there is no requirement ${unknown}` }];
      return present.some((each) => each.record === record) ? [] : [{ page, record, why: 'its example is gone' }];
    }),
  };
}

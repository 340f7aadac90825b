import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { didYouMean } from '../fixtures/config/nearest.js';
import { packageRoot } from '../fixtures/config/package-root.js';
import { requirements } from '../schemas/catalogue.js';
import type { Accounting } from '../schemas/documents/account.js';
import { type Drift, hasDrifted, measureDrift } from '../schemas/documents/measure-drift.js';
import { parseAccounting } from '../schemas/documents/parse-accounting.js';
import { parsePages } from '../schemas/documents/parse-pages.js';
import { readEdition } from '../schemas/documents/read-edition.js';
import { parseExampleRecords } from '../schemas/examples/parse-example-record.js';
import { describeDrift } from './describe-drift.js';
import { driftExamples } from './drift-examples.js';
import { driftReadings, readingsOf } from './drift-readings.js';
import { UsageError } from './usage-error.js';

/** The flags of `drift`. */
export interface DriftFlags {
  docs: string;
  doc?: string;
  sources?: string;
  open?: boolean;
  /** Print every unit, and how it is accounted for. */
  units?: boolean;
  /** This page only. */
  page?: string;
  /** Judge the examples of the pages instead of their units. */
  examples?: boolean;
}

/**
 * Compares editions of the references with what is on record about them, and prints what to read again.
 * @returns 0 when every unit of the accounted pages is accounted for and unchanged (with `examples`: every example is valid or on record), 1 otherwise.
 * @throws {UsageError} when a folder or a document's name is wrong, or a file of the record has mistakes.
 */
export async function drift({ docs, doc, sources, page, examples, ...shows }: DriftFlags): Promise<number> {
  const record = resolve(sources ?? join(packageRoot(), 'specs/sources'));
  const pages = parsed(await text(join(record, 'pages.yaml')), 'pages.yaml', parsePages);
  const holders = page === undefined ? [...pages.keys()] : documentsWith(page, pages);
  const editions = await findEditions(resolve(docs), holders, doc);
  const known = new Set(requirements.map((requirement) => requirement.id));
  if (examples) {
    const records = parsed(await text(join(record, 'examples.yaml')), 'examples.yaml', parseExampleRecords);
    return driftExamples(editions, pages, records, known);
  }
  let drifted = false;
  for (const { document, folder } of editions) {
    const file = `${document}.yaml`;
    const accounting: Accounting = parsed(await text(join(record, file)), file, parseAccounting);
    const measured = measureDrift(await readEdition(folder), {
      document,
      pages: pages.get(document) ?? new Map(),
      accounting,
      readings: readingsOf(document),
      requirements: known,
    });
    const found = page === undefined ? measured : onlyPage(measured, page);
    drifted ||= hasDrifted(found);
    process.stdout.write(`${describeDrift(found, shows).join('\n')}\n`);
  }
  if (doc === undefined && page === undefined) {
    const gone = await driftReadings(resolve(docs), new Set(pages.keys()), shows.units);
    drifted ||= gone;
  }
  return drifted ? 1 : 0;
}

/** The documents that have a page of that id. @throws {UsageError} when none has. */
function documentsWith(page: string, pages: ReadonlyMap<string, ReadonlyMap<string, unknown>>): string[] {
  const holders = [...pages].filter(([, list]) => list.has(page)).map(([document]) => document);
  if (holders.length > 0) return holders;
  const ids = [...pages.values()].flatMap((list) => [...list.keys()]);
  throw new UsageError(`There is no page "${page}" on record.${didYouMean(page, ids)}`);
}

/** What was found about one page. */
function onlyPage({ pages, pending, lostReadings, ...rest }: Drift, page: string): Drift {
  const isIt = ({ id }: { id: string }): boolean => id === page;
  const lost = lostReadings.filter((reading) => reading.page === page);
  return { ...rest, pages: pages.filter(isIt), pending: pending.filter(isIt), lostReadings: lost };
}

/** A folder that holds the documents by name, or that is one of them. */
async function findEditions(docs: string, names: readonly string[], only: string | undefined) {
  if (only !== undefined && !names.includes(only)) {
    throw new UsageError(
      `There is no document "${only}".${didYouMean(only, names) || ` Use one of: ${names.join(', ')}.`}`,
    );
  }
  if (!(await isFolder(docs))) {
    throw new UsageError(`Failed to read "${docs}": it is no folder. Name the folder that holds ${names.join(', ')}.`);
  }
  const wanted = only === undefined ? names : [only];
  const editions: { document: string; folder: string }[] = [];
  for (const document of wanted) {
    const folder = basename(docs) === document ? docs : join(docs, document);
    if (await isFolder(folder)) editions.push({ document, folder });
  }
  if (editions.length > 0) return editions;
  throw new UsageError(
    `"${docs}" holds no ${wanted.join(' and no ')}. Name the folder that holds the documents by name.`,
  );
}

function parsed<T>(source: string, name: string, parser: (source: string, name: string) => T): T {
  try {
    return parser(source, name);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function text(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      `Failed to read "${file}": ${error.code ?? error.message}. Name the folder of the record with --sources.`,
    );
  });
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

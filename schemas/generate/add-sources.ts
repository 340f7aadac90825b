import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAccounting } from '../documents/parse-accounting.js';
import { parsePages } from '../documents/parse-pages.js';
import type { Requirement } from '../requirement.js';
import type { Source } from '../results.js';

/** The references whose units are accounted for, and the profile that each is the reference of. */
const references = { 'huawei-api-ref-zh': 'huaweicloud', 'otc-api-ref': 'otc' };

/**
 * Adds to each requirement the reference that its row does not name, where the accounts of `specs/sources` say that its units hold the
 * rule too: the first such unit of each page, and of the pages those of the rule's own calls, where they have it. Rules that do not hold in
 * the profile of the reference get none of it.
 */
export async function addSources(requirements: readonly Requirement[], folder: string): Promise<Requirement[]> {
  const accounted = new Map<string, Source[]>();
  for (const doc of Object.keys(references)) await collect(doc, folder, accounted);
  const pages = parsePages(await readFile(join(folder, 'pages.yaml'), 'utf8'), 'specs/sources/pages.yaml');
  return requirements.map((row) => {
    const named = new Set(row.sources.map(({ doc }) => doc));
    const further = (accounted.get(row.id) ?? []).filter(({ doc }) => {
      const profile = references[doc as keyof typeof references];
      return !named.has(doc) && (row.profiles.length === 0 || row.profiles.includes(profile));
    });
    const own = further.filter(({ doc, page }) => row.operations.includes(pages.get(doc)?.get(page)?.subject ?? ''));
    return { ...row, sources: [...row.sources, ...(own.length > 0 ? own : further)] };
  });
}

async function collect(doc: string, folder: string, accounted: Map<string, Source[]>): Promise<void> {
  const name = `${doc}.yaml`;
  const accounting = parseAccounting(await readFile(join(folder, name), 'utf8'), `specs/sources/${name}`);
  for (const [page, sections] of accounting) {
    for (const [section, accounts] of sections) {
      for (const { hash, requirements } of accounts) {
        for (const id of requirements) {
          const sources = accounted.get(id) ?? [];
          if (sources.some((source) => source.doc === doc && source.page === page)) continue;
          accounted.set(id, [...sources, { doc, page, section, sha256: hash }]);
        }
      }
    }
  }
}

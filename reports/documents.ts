import type { Requirement } from '../schemas/requirement.js';
import type { Results } from '../schemas/results.js';

type Document = Results['documents'][number];

/** The documents by the name that a requirement's source gives them. */
const documents: Record<string, Omit<Document, 'doc'>> = {
  'huawei-api-ref-zh': { title: 'Huawei Cloud Image Management Service API reference, Chinese', edition: '2022' },
  'huawei-user-guide-zh': { title: 'Huawei Cloud Image Management Service user guide, Chinese', edition: '2022' },
  'otc-api-ref': { title: 'Open Telekom Cloud Image Management Service API reference', edition: '2025-11' },
  'sdk-models': { title: 'Huawei Cloud SDK, request and response models of IMS', edition: '3.1.211 (2026-08)' },
  'ims-behaviour': { title: 'IMS behaviour: newer pages of the reference and calls of real clients', edition: '2026' },
};

/** The documents that a set of requirements was read from, in the order in which they are first named. */
export function documentsOf(requirements: readonly Requirement[]): Document[] {
  const names = new Set(requirements.flatMap((requirement) => requirement.sources.map((source) => source.doc)));
  return [...names].map((doc) => ({ doc, ...(documents[doc] ?? { title: doc, edition: 'unknown' }) }));
}

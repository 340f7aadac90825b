import { readFileSync } from 'node:fs';
import type { Evidence } from '../../schemas/results.js';

/** The attachment's name. */
export const EVIDENCE = 'ims-evidence';

interface Attachment {
  name: string;
  body?: Buffer;
  path?: string;
}

/**
 * Reads what a test attached as `ims-evidence`. Members that are missing read as empty.
 * Gives undefined when the test left none; throws when it left something that is not JSON, or cannot be read.
 */
export function readEvidence(attachments: readonly Attachment[]): Evidence | undefined {
  const attachment = attachments.find((each) => each.name === EVIDENCE);
  if (!attachment) return undefined;
  const text = attachment.body ? attachment.body.toString('utf8') : readFileSync(attachment.path ?? '', 'utf8');
  const evidence: Evidence = {
    requirements: [],
    cases: 0,
    requests: 0,
    throttled: 0,
    statuses: {},
    parameters: {},
    limits: {},
    standing: {},
    failures: [],
    observations: [],
  };
  return Object.assign(evidence, JSON.parse(text));
}

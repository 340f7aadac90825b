/**
 * The shape of `results.json`, the one file that every report is made from, and of the evidence that a test
 * hands to the reporter. Published as `results.schema.json`; plain data, no behaviour.
 */

/** How strong a requirement is. `OBSERVED` is recorded and shown, never judged. */
export type Level = 'MUST' | 'SHOULD' | 'MAY' | 'OBSERVED';

/** What became of a requirement in one run. */
export type Outcome = 'pass' | 'fail' | 'not-run' | 'not-applicable' | 'harness-error' | 'observed';

export type Verdict = 'Conformant' | 'Not conformant' | 'Incomplete';

export type Effort = 'quick' | 'normal' | 'thorough';

/** Where a rule comes from: a page of one of the references. `sha256` is the hash of the sentence it was read from. */
export interface Source {
  doc: string;
  page: string;
  section?: string;
  sha256?: string;
}

/** One request and its answer, redacted, as a report shows it. Bodies are text, cut after 4 kB with a remark. */
export interface ExchangeRecord {
  operation: string;
  request: { method: string; url: string; headers: Record<string, string>; body?: string };
  response?: { status: number; headers: Record<string, string>; body?: string };
  /** Why there is no response: refused, reset, timed out. */
  error?: string;
  milliseconds: number;
}

/** A rule seen broken: the smallest case, side by side with what is documented. */
export interface Failure {
  requirement: string;
  /** `rule`: the test's own expectation. `standing`: a check that every exchange passes through. */
  kind: 'rule' | 'standing';
  title: string;
  documented: string;
  observed: string;
  /** Printed value that fast-check shrank to. */
  counterexample?: string;
  seed?: number;
  path?: string;
  shrinks?: number;
  exchanges: ExchangeRecord[];
  /** Which exchange breaks the rule and, where known, which place of its body (JSON pointer). */
  offending?: { exchange: number; pointer?: string };
  curl?: string;
  /** `ims-conformance replay TOKEN` runs this case again. */
  token?: string;
}

/** What one test saw; attached to it under the name `ims-evidence`. */
export interface Evidence {
  requirements: string[];
  /** Cases tried: property runs and examples. */
  cases: number;
  requests: number;
  throttled: number;
  /** operationId -> status -> how often. */
  statuses: Record<string, Record<string, number>>;
  /** operationId -> how many of its writes were answered with success by what has no form of the service's, such as a page. */
  pages?: Record<string, number>;
  /** operationId -> parameter -> how many accepted requests it was in, and how many refused ones differ in it alone from an accepted one. */
  parameters: Record<string, Record<string, [accepted: number, refused: number]>>;
  /** operationId -> parameter -> limit -> how many accepted requests were at it, and how many refused ones were the first beyond it alone. */
  limits: Record<string, Record<string, Record<string, [accepted: number, refused: number]>>>;
  /** Standing requirement id -> exchanges it was judged on. */
  standing: Record<string, number>;
  failures: Failure[];
  /** Set when the test could not judge: what is missing, and what would enable it. */
  notRun?: { reason: string; needs: string[] };
  /** Set when the profile has no such operation. */
  notApplicable?: string;
  /** Set when the target could not be judged for reasons that are not its conformance (network, throttling, expired token). */
  unjudged?: string;
  /** Set when the test's body threw something that is no finding about the target: the message. */
  died?: string;
  observations: { requirement: string; text: string }[];
}

export interface RequirementResult {
  id: string;
  chapter: string;
  operations: string[];
  level: Level;
  rule: string;
  sources: Source[];
  outcome: Outcome;
  /** Both sides of a contradiction in the documents, for the reader. */
  readings: string[];
  /** Why it is not-run, not-applicable or harness-error. */
  reason?: string;
  needs: string[];
  cases: number;
  seconds: number;
  tests: string[];
  /** How many failures were seen. */
  failureCount: number;
  /** The first few of them, different ones first; `results.ndjson` holds them all. */
  failures: Failure[];
  observations: string[];
  /** Faults of the embedded emulator that are known to break it: what this check can catch. */
  faults: string[];
}

/** A resource of the run. `created`: not yet deleted. `leaked`: it could not be deleted, and still exists. */
export interface LedgerEntry {
  kind: 'image' | 'object';
  operation: string;
  name: string;
  id?: string;
  project: string;
  /** Where the project lies, unless it is in the region that is judged. */
  region?: string;
  /** A backup came to be with the image, and goes with it. */
  withBackup?: boolean;
  state: 'created' | 'deleted' | 'leaked';
  reason?: string;
}

/** One line of `ledger.ndjson`; a later line for the same name supersedes the earlier ones. */
export interface LedgerLine extends LedgerEntry {
  at: string;
}

/** What came between the run and its target, and from when on. */
export interface Setback {
  at: string;
  what: string;
}

/** What the run was told to do; handed to the reporter in the environment variable `IMS_CONFORMANCE_RUN`, as JSON. */
export interface RunSettings {
  id: string;
  seed: number;
  effort: Effort;
  profile: string;
  workers: number;
  /** Patterns of requirement ids; empty: all. */
  only: string[];
  command: string;
  endpoint: string;
  region?: string;
  emulator: boolean;
  /** What the target calls itself (its `Server` header). */
  server?: string;
  /** The fault that the embedded emulator was started with. */
  fault?: string;
  outputDir?: string;
  /** Requirement id -> faults of the embedded emulator that are known to break it. */
  faults?: Record<string, string[]>;
}

/** One test of the suite, as it ended: a line of `results.ndjson`. */
export interface TestRecord {
  id: string;
  title: string;
  /** Requirement ids that it was announced to prove. */
  requirements: string[];
  seconds: number;
  status: 'passed' | 'failed' | 'timedOut' | 'skipped' | 'interrupted';
  /** Error messages without terminal colours. */
  errors: string[];
  skipReason?: string;
  evidence?: Evidence;
}

/** Which part of a run that was split over several processes, and all that its tests saw: `report` joins the parts. */
export interface Shard {
  /** From 1 to `total`. */
  index: number;
  total: number;
  tests: TestRecord[];
}

export interface OperationCoverage {
  operation: string;
  requests: number;
  statuses: Record<string, number>;
  /** Each parameter of the contract, named with its place. */
  parameters: ParameterCoverage[];
}

/** How often a parameter was sent. Refusals of the caller (401, 403) and of too many calls (429) do not count. */
export interface ParameterCoverage {
  /** Such as `query limit`, `body image_tags[].key`. */
  name: string;
  /** Accepted requests that carried it. */
  accepted: number;
  /** Refused requests that differ in it alone from an accepted one of the same test. */
  refused: number;
  /** The limits that the contract sets to it, and the values that it lists; absent: there are none. */
  limits?: LimitCoverage[];
}

/** How often both sides of a limit were tried. */
export interface LimitCoverage {
  /** Such as `maxLength 128`, `one of vhd`. */
  limit: string;
  /** Accepted requests that were exactly at it. */
  accepted: number;
  /** Refused requests, wrong in the parameter alone, that were the first beyond it; of a list, that had a value that it does not hold. */
  refused: number;
}

export interface Results {
  format: 'ims-conformance-results';
  version: 1;
  suite: { version: string };
  run: {
    id: string;
    startedAt: string;
    finishedAt: string;
    seconds: number;
    seed: number;
    effort: Effort;
    profile: string;
    workers: number;
    only: string[];
    interrupted: boolean;
    command: string;
    /** In how many parts it was judged; absent: in one. */
    shards?: number;
    /** The parts of which nothing is known. */
    missingShards?: number[];
  };
  /** Present where these are the results of one part. */
  shard?: Shard;
  target: { endpoint: string; region?: string; emulator: boolean; server?: string; fault?: string };
  /** The documents that the requirements were read from. */
  documents: { doc: string; title: string; edition: string }[];
  totals: { requests: number; throttled: number; cases: number; created: number; deleted: number; leaked: number };
  verdict: Verdict;
  /** One sentence with counts and denominators. */
  sentence: string;
  /** Requirements that a partial run (`run.only`) left out; they are in no other count. */
  notSelected: number;
  /** What the way to the target, or a credential of the run, did to it; none of it is blamed on the target. */
  setbacks: Setback[];
  /** Whatever could make a green page meaningless; empty when there is nothing to say. */
  trust: string[];
  requirements: RequirementResult[];
  operations: OperationCoverage[];
  ledger: LedgerEntry[];
  /** Failures of the harness itself, with stack. */
  harnessErrors: string[];
}

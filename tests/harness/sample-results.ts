import { buildResults, type RunFacts } from '../../reports/build-results.js';
import { documentsOf } from '../../reports/documents.js';
import { requirements } from '../../schemas/catalogue.js';
import { loadProfile } from '../../schemas/profiles.js';
import type { Requirement } from '../../schemas/requirement.js';
import type { Evidence, Failure, LedgerEntry, Results, RunSettings, TestRecord } from '../../schemas/results.js';

/** What a hostile target could send: markup, an end of script, terminal and bidi controls, half a surrogate pair. */
export const hostile =
  '</script><script>alert(1)</script><img src=x onerror=alert(2)> "\'`$1 \u001b[31mred\u001b[0m \u202Egnp.exe\u202C \u0000 \uD800 \u200B ]]> &amp; ::error::x';

/** Evidence of a test that saw nothing wrong; the parts given replace it. */
export function evidence(parts: Partial<Evidence> = {}): Evidence {
  const empty = {
    requirements: [],
    throttled: 0,
    statuses: {},
    parameters: {},
    limits: {},
    standing: {},
    failures: [],
    observations: [],
  };
  return { ...empty, cases: 12, requests: 20, ...parts };
}

/** The record of a test that passed; the parts given replace it. */
export function testRecord(requirement: string, parts: Partial<TestRecord> = {}): TestRecord {
  const id = `test of ${requirement}`;
  return {
    id,
    title: id,
    requirements: [requirement],
    seconds: 0.21,
    status: 'passed',
    errors: [],
    evidence: evidence(),
    ...parts,
  };
}

/** A failure with two exchanges, of which the second breaks the rule in one place of its body. */
export function failure(requirement: string, parts: Partial<Failure> = {}): Failure {
  const url =
    'https://ims.eu-west-9.example.com/v2/a1b2c3d4e5f60718293a4b5c6d7e8f90/images/4ca46bf1-5c61-48ff-b4f3-0ad4e5e3ba90/tags';
  const headers = { 'content-type': 'application/json', 'x-auth-token': '[redacted]' };
  const answer = { 'content-type': 'application/json', 'x-request-id': '6f1d2c3b4a5968778695a4b3c2d1e0f9' };
  const tag = JSON.stringify({ tag: { key: 'k'.repeat(37), value: '值' } });
  return {
    requirement,
    kind: 'rule',
    title: 'A key of 1 to 36 characters is accepted, a longer one refused.',
    documented: 'The call is refused with 400 IMG.0115 or IMG.0001',
    observed: 'status 204, and the tag is in the list',
    counterexample: `{"key":"${'k'.repeat(37)}","value":"值"}`,
    seed: 20260801,
    path: '17:0:2',
    shrinks: 9,
    exchanges: [
      {
        operation: 'AddImageTag',
        request: { method: 'POST', url, headers, body: tag },
        response: { status: 204, headers: answer },
        milliseconds: 11.4,
      },
      {
        operation: 'ListImageTags',
        request: { method: 'GET', url, headers },
        response: {
          status: 200,
          headers: answer,
          body: `{"tags":[{"key":"env","value":"test"},{"key":"${'k'.repeat(37)}","value":"值"}]}`,
        },
        milliseconds: 6.02,
      },
    ],
    offending: { exchange: 1, pointer: '/tags/1/key' },
    curl: `curl -i -X POST '${url}' \\\n  -H 'content-type: application/json' \\\n  -H "X-Auth-Token: $IMS_TOKEN" \\\n  --data-binary '${tag}'`,
    token: 'eyJyZXF1aXJlbWVudCI6ImFkZC1pbWFnZS10YWcua2V5LWxlbmd0aCIsInNlZWQiOjIwMjYwODAxfQ',
    ...parts,
  };
}

const settings: RunSettings = {
  id: '7c9e6679',
  seed: 20260801,
  effort: 'normal',
  profile: 'huaweicloud',
  workers: 2,
  only: [],
  command: 'npx ims-conformance run --endpoint https://ims.eu-west-9.example.com',
  endpoint: 'https://ims.eu-west-9.example.com',
  region: 'eu-west-9',
  emulator: false,
  server: 'api-gateway',
};

const ledger: LedgerEntry[] = [
  {
    kind: 'image',
    operation: 'CreateImage',
    name: 'ims-conformance-7c9e-01',
    id: '4ca46bf1-5c61-48ff-b4f3-0ad4e5e3ba90',
    project: 'a1b2c3d4',
    state: 'deleted',
  },
  {
    kind: 'image',
    operation: 'CreateImage',
    name: 'ims-conformance-7c9e-02',
    id: '0d1e2f30-5c61-48ff-b4f3-0ad4e5e3ba90',
    project: 'a1b2c3d4',
    state: 'leaked',
    reason: 'status 409',
  },
];

/** The facts of a run over a catalogue, as the reporter gathers them; the parts given replace them. */
export function runFacts(parts: Partial<RunFacts> = {}): RunFacts {
  const catalogue = parts.requirements ?? requirements;
  return {
    settings,
    profile: loadProfile('huaweicloud'),
    requirements: catalogue,
    documents: documentsOf(catalogue),
    suiteVersion: '0.1.0',
    records: catalogue.map((each) => passing(each)),
    ledger: [],
    startedAt: new Date('2026-08-01T10:00:00Z'),
    finishedAt: new Date('2026-08-01T10:00:42Z'),
    interrupted: false,
    harnessErrors: [],
    setbacks: [],
    ...parts,
  };
}

function passing({ id, operations, level }: Requirement): TestRecord {
  const statuses = Object.fromEntries(operations.map((operation) => [operation, { 200: 9, 204: 4, 400: 7 }]));
  const observations = level === 'OBSERVED' ? [{ requirement: id, text: 'Answers 400 IMG.0115.' }] : [];
  return testRecord(id, { evidence: evidence({ statuses, observations }) });
}

/** Results of a run over the whole catalogue in which `failing` requirements fail, `each` times, from the first of tags on. */
export function sampleResults({ failing = 3, each = 1, of = failure } = {}): Results {
  const first = requirements.findIndex(({ id }) => id === 'add-image-tag.creates');
  const records = requirements.map((requirement, index) => {
    const { id, needs } = requirement;
    if ((index - first + requirements.length) % requirements.length < failing) {
      const failures = Array.from({ length: each }, () => of(id, { title: requirement.rule }));
      return testRecord(id, { status: 'failed', errors: [id], evidence: evidence({ failures }) });
    }
    if (!needs.includes('member')) return passing(requirement);
    const notRun = { reason: 'It takes credentials of a second project.', needs: ['member'] };
    return testRecord(id, { status: 'skipped', evidence: evidence({ cases: 0, notRun }) });
  });
  return buildResults(
    runFacts({
      records,
      ledger,
      settings: { ...settings, faults: { 'add-image-tag.creates': ['tag-lost', 'tag-value-lower-case'] } },
    }),
  );
}

import type { Requirement } from '../schemas/requirement.js';
import type { LedgerEntry, Results, RunSettings } from '../schemas/results.js';
import type { TestRecord } from './collect/test-record.js';
import { coverage } from './judge/coverage.js';
import { gather } from './judge/gather.js';
import { type Deployment, judgeRequirement } from './judge/judge-requirement.js';
import { isSelected } from './judge/selection.js';
import { trustLines } from './judge/trust.js';
import { sentenceOf, verdictOf } from './verdict.js';

/** What a run left behind, and what it was judged against. */
export interface RunFacts {
  settings: RunSettings;
  profile: Deployment;
  requirements: readonly Requirement[];
  documents: Results['documents'];
  suiteVersion: string;
  records: readonly TestRecord[];
  ledger: LedgerEntry[];
  startedAt: Date;
  finishedAt: Date;
  interrupted: boolean;
  harnessErrors: string[];
  /** Ids that the runner itself was narrowed to (`--grep`, `--shard`); absent: all. */
  narrowedTo?: ReadonlySet<string>;
}

function unknownIds(facts: RunFacts): string[] {
  const known = new Set(facts.requirements.map((each) => each.id));
  return [...gather(facts.records).keys()]
    .filter((id) => !known.has(id))
    .map(
      (id) => `A test names the requirement ${id}, which is in no catalogue. Correct its annotation or its evidence.`,
    );
}

function judge(facts: RunFacts): Results['requirements'] {
  const { settings, profile, interrupted, narrowedTo } = facts;
  const seen = gather(facts.records);
  return facts.requirements
    .filter((each) => {
      // What failed is told even if nobody asked for it.
      const failed = (seen.get(each.id)?.failures.length ?? 0) > 0;
      return failed || (isSelected(each.id, settings.only) && (narrowedTo?.has(each.id) ?? true));
    })
    .map((each) => judgeRequirement(each, seen.get(each.id), { profile, interrupted, faults: settings.faults }));
}

function totalsOf({ records, ledger }: RunFacts): Results['totals'] {
  const sum = (key: 'requests' | 'throttled' | 'cases') =>
    records.reduce((all, record) => all + (record.evidence?.[key] ?? 0), 0);
  const inState = (state: string) => ledger.filter((entry) => entry.state === state).length;
  return {
    requests: sum('requests'),
    throttled: sum('throttled'),
    cases: sum('cases'),
    created: ledger.length,
    deleted: inState('deleted'),
    leaked: inState('leaked'),
  };
}

/** Joins what a run recorded with the catalogue into the one object that every report is made from. Pure. */
export function buildResults(facts: RunFacts): Results {
  const { settings, startedAt, finishedAt, interrupted, profile } = facts;
  const requirements = judge(facts);
  const notSelected = facts.requirements.length - requirements.length;
  const { id, seed, effort, workers, only, command } = settings;
  const seconds = (finishedAt.getTime() - startedAt.getTime()) / 1000;
  const results: Results = {
    format: 'ims-conformance-results',
    version: 1,
    suite: { version: facts.suiteVersion },
    run: {
      id,
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt.toISOString(),
      seconds,
      seed,
      effort,
      profile: profile.name,
      workers,
      only,
      interrupted,
      command,
    },
    target: {
      endpoint: settings.endpoint,
      region: settings.region,
      emulator: settings.emulator,
      server: settings.server,
      fault: settings.fault,
    },
    documents: facts.documents,
    totals: totalsOf(facts),
    verdict: verdictOf(requirements, interrupted),
    sentence: sentenceOf(requirements, { interrupted, notSelected, profile: profile.name }),
    notSelected,
    trust: [],
    requirements,
    operations: coverage(facts.records, profile.operations),
    ledger: facts.ledger,
    harnessErrors: [...facts.harnessErrors, ...unknownIds(facts)],
  };
  return { ...results, trust: trustLines(results) };
}

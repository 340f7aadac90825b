import type { Requirement } from '../schemas/requirement.js';
import type { LedgerEntry, Results, RunSettings, Setback, Shard, TestRecord } from '../schemas/results.js';
import { coverage } from './judge/coverage.js';
import { withoutDoubtfulPages } from './judge/doubtful-pages.js';
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
  /** What came between the run and its target. */
  setbacks: Setback[];
  /** Which part of a run this is. */
  shard?: Pick<Shard, 'index' | 'total'>;
  /** In how many parts the run was judged, and of which of them nothing is known. */
  joined?: { shards: number; missing: number[] };
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
  const { settings, profile, narrowedTo } = facts;
  const missing = missingWords(facts);
  const untouched = missing
    ? `Not judged: ${missing}.`
    : facts.interrupted
      ? 'The run was interrupted before it was judged.'
      : undefined;
  const seen = gather(facts.records);
  return facts.requirements
    .filter((each) => {
      // What failed is told even if nobody asked for it.
      const failed = (seen.get(each.id)?.failures.length ?? 0) > 0;
      return failed || (isSelected(each.id, settings.only) && (narrowedTo?.has(each.id) ?? true));
    })
    .map((each) => judgeRequirement(each, seen.get(each.id), { profile, untouched, faults: settings.faults }));
}

/** Which parts of the run are missing; undefined when it is whole. */
function missingWords({ joined }: RunFacts): string | undefined {
  if (!joined || joined.missing.length === 0) return undefined;
  const [first, ...others] = joined.missing;
  const which =
    others.length === 0
      ? `shard ${first} of ${joined.shards} is`
      : `shards ${joined.missing.join(', ')} of ${joined.shards} are`;
  return `${which} missing`;
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

/** What came between the run and its target, with what was found out at its end. A part of a run may have told it already. */
function withDoubts({ setbacks, finishedAt }: RunFacts, doubts: readonly string[]): Setback[] {
  const news = doubts.filter((doubt) => !setbacks.some(({ what }) => what === doubt));
  return [...setbacks, ...news.map((what) => ({ at: finishedAt.toISOString(), what }))];
}

/** Joins what a run recorded with the catalogue into the one object that every report is made from. Pure. */
export function buildResults(seen: RunFacts): Results {
  const { records, doubts } = withoutDoubtfulPages(seen.records);
  const facts = { ...seen, records, setbacks: withDoubts(seen, doubts) };
  const { settings, startedAt, finishedAt, interrupted, profile, joined, shard } = facts;
  const missing = missingWords(facts);
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
      ...(joined ? { shards: joined.shards, missingShards: joined.missing } : {}),
    },
    ...(shard ? { shard: { ...shard, tests: [...seen.records] } } : {}),
    target: {
      endpoint: settings.endpoint,
      region: settings.region,
      emulator: settings.emulator,
      server: settings.server,
      fault: settings.fault,
    },
    documents: facts.documents,
    totals: totalsOf(facts),
    verdict: verdictOf(requirements, interrupted || missing !== undefined),
    sentence: sentenceOf(requirements, { interrupted, missing, notSelected, profile: profile.name }),
    notSelected,
    setbacks: facts.setbacks,
    trust: [],
    requirements,
    operations: coverage(facts.records, profile.operations),
    ledger: facts.ledger,
    harnessErrors: [...facts.harnessErrors, ...unknownIds(facts)],
  };
  return { ...results, trust: trustLines(results) };
}

import type { RequirementResult, RunSettings, Verdict } from '../schemas/results.js';
import { type Tally, tally } from './judge/tally.js';
import { count } from './text/count.js';

interface Circumstances {
  interrupted: boolean;
  /** Which parts of the run are missing, in words. */
  missing?: string;
  notSelected: number;
  profile: RunSettings['profile'];
}

/**
 * The verdict on a set of judged requirements: only MUSTs weigh, and where nothing was judged nothing conforms.
 * @param cut the run did not come to its end, or a part of it is missing.
 */
export function verdictOf(requirements: readonly RequirementResult[], cut: boolean): Verdict {
  const must = tally(requirements, 'MUST');
  if (must.failed > 0) return 'Not conformant';
  const judged = requirements.some((row) => row.outcome === 'pass' || row.outcome === 'fail');
  return cut || must.unjudged > 0 || !judged ? 'Incomplete' : 'Conformant';
}

function mustWords({ total, passed, failed, unjudged }: Tally): string {
  const of = `of ${count(total, 'MUST requirement')}`;
  const gap = unjudged > 0 ? ` and ${unjudged} could not be judged` : '';
  if (failed > 0) return `${failed} ${of} failed, ${passed} passed${gap}`;
  if (unjudged > 0) return `${unjudged} ${of} could not be judged, ${passed} passed, none failed`;
  if (total === 0) return 'no MUST requirement applies';
  return total === 1 ? 'the 1 MUST requirement passed' : `all ${count(total, 'MUST requirement')} passed`;
}

function lesserWords({ level, total, passed, failed, unjudged }: Tally): string[] {
  if (total === 0) return [];
  const parts = [`${passed} of ${total} ${level} passed`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (unjudged > 0) parts.push(`${unjudged} could not be judged`);
  return [parts.join(', ')];
}

/** The verdict in one sentence, with the counts of each level and what they are out of; never a bare percentage. */
export function sentenceOf(requirements: readonly RequirementResult[], circumstances: Circumstances): string {
  const { interrupted, missing, notSelected, profile } = circumstances;
  const observed = tally(requirements, 'OBSERVED');
  const outside = requirements.filter((row) => row.outcome === 'not-applicable').length;
  const isOpen = requirements.length > outside && observed.total === requirements.length - outside;
  const clauses = [
    ...(interrupted ? ['the run was interrupted'] : []),
    ...(missing ? [missing] : []),
    isOpen ? 'only open readings were looked at, which no verdict rests on' : mustWords(tally(requirements, 'MUST')),
    ...lesserWords(tally(requirements, 'SHOULD')),
    ...lesserWords(tally(requirements, 'MAY')),
    ...(observed.total > 0 ? [`${observed.observed} of ${count(observed.total, 'open reading')} recorded`] : []),
    ...(outside > 0 ? [`${outside} not applicable in profile ${profile}`] : []),
    ...(notSelected > 0 ? [`${notSelected} not selected`] : []),
  ];
  return `${verdictOf(requirements, interrupted || missing !== undefined)}: ${clauses.join('; ')}.`;
}

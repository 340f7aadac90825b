import type { Results } from '../../schemas/results.js';
import { count } from '../text/count.js';
import { tally } from './tally.js';

type Facts = Pick<
  Results,
  | 'run'
  | 'target'
  | 'totals'
  | 'requirements'
  | 'operations'
  | 'ledger'
  | 'notSelected'
  | 'harnessErrors'
  | 'setbacks'
  | 'shard'
>;

function statusShare({ operations, totals }: Facts): string[] {
  if (totals.requests === 0) return ['No request was sent: nothing was seen of the target.'];
  const statuses = new Map<string, number>();
  for (const row of operations) {
    for (const [status, times] of Object.entries(row.statuses))
      statuses.set(status, (statuses.get(status) ?? 0) + times);
  }
  const answers = [...statuses.values()].reduce((sum, times) => sum + times, 0);
  const [status, times] = [...statuses].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (answers === 0 || times / answers < 0.95) return [];
  const hint = status === '401' || status === '403' ? ' The credentials were refused: refusals prove little then.' : '';
  return [`${times} of ${answers} answers had the status ${status}.${hint}`];
}

function scope({ run, shard, requirements, notSelected }: Facts): string[] {
  const lines: string[] = [];
  if (shard)
    lines.push(`Shard ${shard.index} of ${shard.total}: a verdict takes all of them (\`ims-conformance report\`).`);
  if (run.missingShards?.length) {
    lines.push(
      `Missing of ${run.shards} shards: ${run.missingShards.join(', ')}. What only they judged is not judged.`,
    );
  }
  const all = requirements.length + notSelected;
  if (run.interrupted)
    lines.push('The run was interrupted: what had not been judged by then is not in the counts of what passed.');
  if (notSelected > 0) {
    const patterns = run.only.length > 0 ? ` (${run.only.join(', ')})` : '';
    lines.push(`Partial run: ${requirements.length} of ${count(all, 'requirement')} were selected${patterns}.`);
  }
  const must = tally(requirements, 'MUST');
  if (must.unjudged > 0)
    lines.push(`${must.unjudged} of ${count(must.total, 'MUST requirement')} could not be judged.`);
  return lines;
}

function depth({ run, totals, requirements }: Facts): string[] {
  const lines: string[] = [];
  if (run.effort === 'quick')
    lines.push('Effort quick: few values were tried for each rule; `--effort normal` or `thorough` tries more.');
  const judged = requirements.filter((row) => row.outcome === 'pass' || row.outcome === 'fail').length;
  if (judged > 0 && totals.cases < 2 * judged) {
    lines.push(`Few cases: ${count(totals.cases, 'case')} for ${count(judged, 'judged requirement')}.`);
  }
  if (/--seed[= ]random\b/.test(run.command)) {
    lines.push(`The seed was drawn at random: \`--seed ${run.seed}\` tries the same values again.`);
  }
  return lines;
}

function surroundings({ target, totals, ledger, harnessErrors, requirements }: Facts): string[] {
  const lines: string[] = [];
  if (target.fault) lines.push(`The embedded emulator ran with the fault ${target.fault}: it was made to fail.`);
  else if (target.emulator) lines.push('The target is the embedded emulator: this says nothing about a deployment.');
  if (totals.throttled > 0) {
    lines.push(
      `${count(totals.throttled, 'request')} had to be sent again (throttling, gateways, lost connections); no failure was counted for it.`,
    );
  }
  const leaked = ledger.filter((entry) => entry.state === 'leaked').length;
  if (leaked > 0) {
    lines.push(`${count(leaked, 'resource')} of the run could not be deleted and may still exist: see the ledger.`);
  }
  const broken = requirements.filter((row) => row.outcome === 'harness-error').length;
  if (broken + harnessErrors.length > 0) {
    lines.push(
      `The harness itself failed ${count(broken + harnessErrors.length, 'time')}: those are defects of the suite, not of the target.`,
    );
  }
  return lines;
}

/** From when on the way to the target, or a credential, failed the run. */
function misfortunes({ setbacks }: Facts): string[] {
  return setbacks.map(({ at, what }) => `${at}: ${what}`);
}

/** Whatever could make the verdict mean less than it seems to, weightiest first; empty when there is nothing to say. */
export function trustLines(facts: Facts): string[] {
  return [...misfortunes(facts), ...statusShare(facts), ...scope(facts), ...depth(facts), ...surroundings(facts)];
}

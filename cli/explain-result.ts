import type { Failure, RequirementResult, Results } from '../schemas/results.js';
import { labelledRows } from './labelled-rows.js';
import { printedCommand } from './printed-command.js';

/**
 * What `explain` prints of a requirement's last result: outcome, evidence, and how to see it again.
 * @param results of the last run; undefined when there was none.
 * @param file where they stand, or would stand.
 */
export function explainResult(id: string, results: Results | undefined, file: string): string[] {
  const again = labelledRows('to judge it', [printedCommand(['run', '--only', id])]);
  if (!results) return [...labelledRows('last result', [`none: there is no ${file}`]), ...again];
  const row = results.requirements.find((each) => each.id === id);
  const when = `run of ${results.run.finishedAt} on ${target(results)}, profile ${results.run.profile}`;
  if (!row) return [...labelledRows('last result', [`none in the ${when}`]), ...again];
  return [
    ...labelledRows('last result', [`${row.outcome}${evidence(row)}`, when, ...(row.reason ? [row.reason] : [])]),
    ...labelledRows('judged by', row.tests),
    ...labelledRows('observed', row.observations),
    ...row.failures.flatMap(describeFailure),
    ...again,
  ];
}

function target({ target: { endpoint, emulator, fault } }: Results): string {
  if (!emulator) return endpoint;
  return fault ? `the embedded emulator with the fault ${fault}` : 'the embedded emulator';
}

function evidence({ cases, failureCount }: RequirementResult): string {
  const parts = [
    ...(cases > 0 ? [`${cases} ${cases === 1 ? 'case' : 'cases'} tried`] : []),
    ...(failureCount > 0 ? [`seen broken ${failureCount === 1 ? 'once' : `${failureCount} times`}`] : []),
  ];
  return parts.length > 0 ? `, ${parts.join(', ')}` : '';
}

function describeFailure({ documented, observed, counterexample, curl, token }: Failure): string[] {
  return [
    ...labelledRows('documented', [documented]),
    ...labelledRows('observed', [observed]),
    ...labelledRows('case', counterexample ? [counterexample] : []),
    ...labelledRows('curl', curl ? [curl] : []),
    ...labelledRows('again', token ? [printedCommand(['replay', token])] : []),
  ];
}

import type { PlannedFault } from '../../fixtures/broken-target.js';
import { sweep } from './sweep.js';
import type { Catch } from './sweep-reporter.js';
import { besideText } from './tell-beside.js';

/** So many faults at once: a run holds every test of each, and what it finds is printed at its end. */
const part = 60;

/** Runs every planned test of each fault, a part of the faults after the other, and prints what broke beside the faults. */
export async function sweepBeside(plan: PlannedFault[], out: string, env: NodeJS.ProcessEnv): Promise<Catch[]> {
  const catches: Catch[] = [];
  for (let begin = 0; begin < plan.length; begin += part) {
    const found = await sweep(plan.slice(begin, begin + part), out, env);
    const text = besideText(found);
    if (text) console.log(text);
    catches.push(...found);
  }
  return catches;
}

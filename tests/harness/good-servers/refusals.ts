import { lateRefusals } from './late-refusals.js';
import type { Difference, Passing } from './passing.js';

let counter = 0;

/** The same refusals, told in another way, and some that are about the moment alone. */
export const refusals: Record<string, Difference> = {
  'sources looked at by the job': lateRefusals(),
  'other defensible codes': { change: otherCode },
  'other messages, codes at the top': { change: topLevelError },
  '5 ms of delay': { delay: 5 },
  'throttling now and then': {
    instead: () => (++counter % 40 === 0 ? { status: 429, headers: { 'retry-after': '0' } } : undefined),
  },
};

function otherCode(answer: Passing): void {
  const error = (answer.body as { error?: { code?: string } } | undefined)?.error;
  if (error?.code === 'IMG.0115') error.code = 'IMG.0001';
}

function topLevelError(answer: Passing): void {
  const error = (answer.body as { error?: { code?: string } } | undefined)?.error;
  if (answer.status === 400 && error?.code) answer.body = { error_code: error.code, error_msg: 'nope' };
}

import type { Entry } from './entry.js';
import type { Answer } from './probe.js';
import { UsageError } from './usage-error.js';

const tolerableSkewMinutes = 14;

/**
 * Judges the answer to a list of one image (`path`): it must be the JSON of an IMS, and accept the credentials.
 * @throws {UsageError} saying what came instead, and what to do.
 */
export function checkAnswer(answer: Answer, entry: Entry, endpoint: string, path: string): void {
  const { status, contentType, text, location } = answer;
  const fail = (what: string): never => {
    throw new UsageError(`${endpoint} cannot be judged: ${what}`);
  };
  if (status === 401 || status === 403) {
    throw new UsageError(
      `${endpoint} refuses ${entry.name} with ${status}${reason(text)}. ${entry.remedy}${skew(answer, entry)}`,
    );
  }
  if (status === 429) fail('it answers 429 (too many requests) again and again. Try later, or set requestsPerSecond.');
  if (status >= 300 && status < 400 && location) {
    fail(`it redirects to ${new URL(location, endpoint).origin}. Give the address of the IMS itself.`);
  }
  const body = parse(text);
  if (/^\s*</.test(text)) {
    fail(`it answers ${status} with a page (${contentType}), not with the JSON of an IMS. Check address and path.`);
  }
  if (body === undefined) {
    fail(`its answer ${status} to GET ${path} (${contentType}) is not JSON. Check that the address is that of an IMS.`);
  }
  if (status === 404) fail(`it has no GET ${path}: 404${reason(text)}. Check that the address is that of an IMS.`);
  if (status !== 200) fail(`it answers ${status} to GET ${path}${reason(text)}. Try again when it lists images.`);
  if (!Array.isArray((body as { images?: unknown } | null)?.images)) {
    fail(`its answer to GET ${path} has no "images". Check that the address is that of an IMS.`);
  }
}

/** The service's own words, from any of the documented error bodies. */
function reason(text: string): string {
  const body = parse(text) as {
    error?: { code?: unknown; message?: unknown };
    error_code?: unknown;
    error_msg?: unknown;
  } | null;
  const code = body?.error?.code ?? body?.error_code;
  const message = body?.error?.message ?? body?.error_msg;
  const words = [code, message].filter((each): each is string => typeof each === 'string').map(printable);
  return words.length > 0 ? ` (${words.join(': ')})` : '';
}

function printable(words: string): string {
  return words
    .replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim()
    .slice(0, 200);
}

/** A signature is good for 15 minutes: a clock that goes wrong looks like a wrong key. */
function skew({ date }: Answer, { credentials }: Entry): string {
  if (!credentials.ak || !date) return '';
  const minutes = Math.round(Math.abs(date.getTime() - Date.now()) / 60_000);
  return minutes > tolerableSkewMinutes
    ? ` Its clock and this machine's differ by ${minutes} minutes; set the right time.`
    : '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

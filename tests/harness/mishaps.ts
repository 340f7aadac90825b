import type { IncomingMessage } from 'node:http';
import type { Mishap } from './turning-proxy.js';

const page = '<html><head><title>Maintenance</title></head><body><h1>We will be back soon</h1></body></html>';
const expired = { error_msg: 'Incorrect IAM authentication information: token expires', error_code: 'APIGW.0301' };
const json = { 'content-type': 'application/json' };

/** What a target may do from a moment on. */
export const mishaps: Record<string, Mishap> = {
  'stops listening': (_asked, _answer, _well, proxy) => proxy.close(),
  'never answers': () => {},
  'resets every connection': (asked) => asked.socket.resetAndDestroy(),
  'shows a page of maintenance': (_asked, answer) =>
    void answer.writeHead(200, { 'content-type': 'text/html' }).end(page),
  'answers half a JSON': (_asked, answer) =>
    void answer.writeHead(200, json).end('{"images": [{"id": "4ca46bf1-5c61-48'),
  'throttles for ever': (_asked, answer) => void answer.writeHead(429).end(),
  'asks to wait for an hour': (_asked, answer) => void answer.writeHead(429, { 'retry-after': '3600' }).end(),
};

/** Throttles some requests, without saying for how long. */
export function throttling(times: number): Mishap {
  let left = times;
  return (_asked, answer, well) => {
    left -= 1;
    if (left < 0) well();
    else answer.writeHead(429).end();
  };
}

/** Carries out the first call that makes an image, and resets the connection before its answer. */
export function losingCreation(): Mishap {
  let lost = 0;
  return (asked, answer, well) => {
    if (asked.method !== 'POST' || !/cloudimages\/action|\/images$/.test(asked.url ?? '') || lost++ > 0) return well();
    answer.writeHead = () => answer.destroy();
    well();
  };
}

/** Takes so many milliseconds more for each answer than for the one before. */
export function everSlower(milliseconds: number): Mishap {
  let pause = 0;
  return (_asked, _answer, well) => {
    pause += milliseconds;
    setTimeout(well, pause);
  };
}

/** Answers every so manieth write with a page, and does not pass it on. */
export const garblingWrites = (every: number): Mishap =>
  garbling(
    ({ method }) => method !== 'GET',
    (write) => write % every === 0,
  );

/** Answers the first call that adds a tag with a page, and does not pass it on. */
export const garblingFirstTag: Mishap = garbling(
  ({ method, url = '' }) => method === 'POST' && /\/images\/[^/]+\/tags$/.test(url),
  (call) => call === 1,
);

function garbling(concerns: (asked: IncomingMessage) => boolean, garbles: (call: number) => boolean): Mishap {
  let calls = 0;
  return (asked, answer, well) => {
    if (!concerns(asked)) return well();
    calls += 1;
    if (!garbles(calls)) return well();
    asked.resume();
    answer.writeHead(200, { 'content-type': 'text/html' }).end(page);
  };
}

/** Tokens are no longer accepted; signatures are. */
export const tokensExpire: Mishap = (asked, answer, well) => {
  if (asked.headers['x-auth-token'] === undefined) well();
  else answer.writeHead(401, json).end(JSON.stringify(expired));
};

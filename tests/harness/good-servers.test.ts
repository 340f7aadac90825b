import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { stringify } from 'yaml';
import { startEmulator } from '../../fixtures/emulator/index.js';
import { type Difference, type Passing, startProxy } from './altering-proxy.js';
import { otherServices } from './other-services.js';
import { runSuite } from './run-cli.js';

/*
 * Servers that differ from the emulator in what no document fixes: none of them may be blamed.
 */
test.describe.configure({ mode: 'parallel', timeout: 600_000 });

let counter = 0;
const differences: Record<string, Difference> = {
  'another order of lists that have none': {
    change: ({ body, path }) => /\/tags(\?|$)/.test(path) && reverseTags(body),
  },
  'other defensible codes': { change: otherCode },
  'more fields than documented': {
    // In a schema no member is a mere field more: each describes a property.
    change: ({ status, body, path }) =>
      status < 300 &&
      !path.includes('/schemas/') &&
      eachObject(body, (object) => Object.assign(object, { __since_2027: '1', x_note: null })),
  },
  'other messages, codes at the top': { change: topLevelError },
  'JSON announced with a character set': { change: withCharacterSet },
  'capital True and False': { change: ({ body }) => eachObject(body, capitalise) },
  'no word of the default enterprise project, and null for what a job has yet to tell': { change: untold },
  'the older notation of times in one of the two calls of jobs': { change: olderTimes },
  '40 ms of delay': { delay: 40 },
  'throttling now and then': {
    instead: () => (++counter % 40 === 0 ? { status: 429, headers: { 'retry-after': '0' } } : undefined),
  },
};

for (const [name, difference] of Object.entries({ ...differences, ...otherServices })) {
  test(`a server is not blamed for ${name}`, async () => {
    const emulator = await startEmulator({ port: 0 });
    const proxy = await startProxy(emulator.endpoint, difference);
    const config = join(mkdtempSync(join(tmpdir(), 'ims-conformance-good-')), 'config.yaml');
    writeFileSync(config, stringify({ ...emulator.configuration(), endpoint: proxy.endpoint }));
    const { code, results, stdout, stderr } = await runSuite([
      '--config',
      config,
      '--effort',
      'quick',
      '--workers',
      '2',
    ]);
    expect(results, `${stdout}\n${stderr}`).toBeDefined();
    const blamed = results?.requirements.filter(({ outcome }) => outcome === 'fail' || outcome === 'harness-error');
    expect(blamed?.map(({ id, failures, reason }) => ({ id, reason, failure: failures[0] }))).toEqual([]);
    expect(code, `${stdout}\n${stderr}`).toBe(0);
    await Promise.all([proxy.close(), emulator.close()]);
  });
}

function eachObject(node: unknown, visit: (object: Record<string, unknown>) => void): void {
  if (Array.isArray(node)) for (const item of node) eachObject(item, visit);
  else if (typeof node === 'object' && node !== null) {
    for (const item of Object.values(node)) eachObject(item, visit);
    visit(node as Record<string, unknown>);
  }
}

function otherCode(answer: Passing): void {
  const error = (answer.body as { error?: { code?: string } } | undefined)?.error;
  if (error?.code === 'IMG.0115') error.code = 'IMG.0001';
}

function topLevelError(answer: Passing): void {
  const error = (answer.body as { error?: { code?: string } } | undefined)?.error;
  if (answer.status === 400 && error?.code) answer.body = { error_code: error.code, error_msg: 'nope' };
}

function withCharacterSet({ headers }: Passing): void {
  if (headers['content-type'] === 'application/json') headers['content-type'] = 'application/json;charset=UTF-8';
}

function reverseTags(body: unknown): void {
  const { tags } = (body ?? {}) as { tags?: unknown[] };
  if (Array.isArray(tags)) tags.reverse();
}

function capitalise(object: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(object)) {
    if (key.startsWith('__') && (value === 'true' || value === 'false'))
      object[key] = value === 'true' ? 'True' : 'False';
  }
}

/** No value is the default enterprise project too (ims_03_0703). */
function untold({ body, path }: Passing): void {
  eachObject(body, (object) => {
    if (object.enterprise_project_id === '0') delete object.enterprise_project_id;
  });
  if (!/\/jobs?\//.test(path)) return;
  eachObject(body, (object) => {
    if (object.status !== 'INIT' && object.status !== 'RUNNING') return;
    for (const member of ['job_type', 'begin_time', 'end_time', 'entities']) object[member] = null;
  });
}

/** As the example of one page has them (ims_03_0905), to the second. */
function olderTimes({ body, path }: Passing): void {
  if (!path.startsWith('/v1/cloudimages/job/')) return;
  const older = (time: unknown) => {
    const [, day, month, year, clock] = new Date(String(time)).toUTCString().split(' ');
    return `${day}-${month}-${year} ${clock}:000`;
  };
  eachObject(body, (object) => {
    for (const name of ['begin_time', 'end_time']) if (object[name]) object[name] = older(object[name]);
  });
}

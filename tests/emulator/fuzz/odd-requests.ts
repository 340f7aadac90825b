import fc from 'fast-check';
import type { RunningEmulator } from '../../../fixtures/emulator/index.js';
import { contractCalls } from '../examples/example-calls.js';
import { almost, oddJson, oddText } from './odd-values.js';

/** A request as it goes over the wire. */
export interface OddRequest {
  method: string;
  path: string;
  body: string | null;
  headers: Record<string, string>;
}

interface Known {
  method: string;
  path: string;
  bodies: unknown[];
}

/** Every route that is served, those that are added later included, with the bodies that the contract shows for it. */
function knownRoutes({ routes }: RunningEmulator): Known[] {
  const shown = contractCalls();
  const changing = routes.filter(({ path }) => path !== '/_emulator/reset');
  return changing.map(({ method, path, operation }) => ({
    method,
    path,
    bodies: shown.flatMap((call) =>
      call.operation.operationId === operation && call.body !== undefined ? [call.body] : [],
    ),
  }));
}

const queryNames = fc.oneof(
  fc.constantFrom('limit', 'marker', 'tag', 'sort_key', 'sort_dir', 'created_at', 'id', 'min_ram', 'protected', 'page'),
  fc.constantFrom('name', '__imagetype', 'flavor_id', 'member_status', 'architecture', 'enterprise_project_id'),
  oddText,
);

const accepts = fc.constantFrom('application/json', 'text/html', '*/*', ';;;', '');
const types = fc.constantFrom(
  'application/json',
  'application/openstack-images-v2.0-json-patch',
  'application/octet-stream',
  'text/plain; charset=utf-16',
  '',
);

function bodyOf({ bodies }: Known): fc.Arbitrary<string | null> {
  const near = bodies.map((body) => almost(body).map((value) => JSON.stringify(value) ?? ''));
  const far = fc.oneof(
    oddJson.map((value) => JSON.stringify(value)),
    oddText,
    fc.constant(null),
  );
  return near.length === 0 ? far : fc.oneof({ weight: 3, arbitrary: fc.oneof(...near) }, { weight: 1, arbitrary: far });
}

function requestTo(route: Known, ids: Record<string, string>): fc.Arbitrary<OddRequest> {
  const parts = {
    method: fc.oneof(
      { weight: 9, arbitrary: fc.constant(route.method) },
      { weight: 1, arbitrary: fc.constantFrom('GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE') },
    ),
    parameter: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: oddText }),
    query: fc.dictionary(queryNames, oddText, { maxKeys: 3 }),
    body: bodyOf(route),
    accept: accepts,
    type: types,
  };
  return fc.record(parts).map(({ method, parameter, query, body, accept, type }) => {
    const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent((parameter ?? ids[name] ?? 'x').toWellFormed()),
    );
    const headers = { accept, 'content-type': type };
    return { method, path: `${path}?${new URLSearchParams(query)}`, body, headers };
  });
}

/** Requests to every route that are wrong in one place, or all over. @param ids values for the parameters of paths. */
export function oddRequest(emulator: RunningEmulator, ids: Record<string, string>): fc.Arbitrary<OddRequest> {
  return fc.oneof(...knownRoutes(emulator).map((route) => requestTo(route, ids)));
}

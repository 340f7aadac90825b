import type { Operation } from '../contract.js';
import { atPointer } from './at-pointer.js';
import type { ContractDocument } from './bundle-contract.js';
import { listParameters } from './list-parameters.js';

interface Media {
  schema?: unknown;
}
interface Answer {
  $ref?: string;
  content?: Record<string, Media>;
}
interface OperationObject {
  operationId: string;
  'x-ims'?: { style?: 'extension' | 'native'; async?: boolean; permissions?: Permissions };
  requestBody?: { $ref?: string; content?: Record<string, Media> };
  responses: Record<string, Answer>;
}

interface Permissions {
  actions: string[];
  /** Action -> in which cases it is needed. */
  conditional?: Record<string, string>;
}

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head'];

/**
 * The operation table, and the place in the contract of every body schema: validator name -> JSON pointer.
 * @throws {Error} when an operation lacks its `x-ims` block or an id occurs twice.
 */
export function renderOperations(contract: ContractDocument): {
  operations: Operation[];
  schemas: Record<string, string>;
} {
  const operations: Operation[] = [];
  const schemas: Record<string, string> = {};
  const pointed = (pointer: string, name: string): string => {
    schemas[name] = pointer;
    return name;
  };
  for (const [path, item] of Object.entries(contract.paths)) {
    for (const method of methods) {
      const found = item[method] as OperationObject | undefined;
      if (!found) continue;
      const id = found.operationId;
      const ims = found['x-ims'];
      if (!ims?.style)
        throw new Error(`Operation ${id} (${method} ${path}) has no x-ims.style. Add it to specs/openapi.`);
      const other = operations.find((operation) => operation.operationId === id);
      if (other) {
        const places = `${method} ${path} and at ${other.method} ${other.path}`;
        throw new Error(`Operation id ${id} stands at ${places}. Rename one of them in specs/openapi.`);
      }
      const here = `/paths/${escapePart(path)}/${method}`;
      const statuses = Object.keys(found.responses)
        .filter((status) => /^\d{3}$/.test(status))
        .map(Number)
        .sort((a, b) => a - b);
      const bodies: Record<string, string> = {};
      for (const status of statuses) {
        const place = mediaPointer(contract, found.responses[String(status)], `${here}/responses/${status}`);
        if (place) bodies[String(status)] = pointed(place.pointer, `${id}Answer${status}`);
      }
      const operation: Operation = {
        operationId: id,
        method: method.toUpperCase(),
        path,
        style: ims.style,
        async: ims.async ?? false,
        statuses,
        success: statuses.filter((status) => status < 400),
        bodies,
        parameters: listParameters(contract, item, found),
        ...(ims.permissions ? { actions: actionsOf(ims.permissions) } : {}),
      };
      const request = mediaPointer(contract, found.requestBody, `${here}/requestBody`);
      if (request) {
        operation.mediaType = request.mediaType;
        operation.request = pointed(request.pointer, `${id}Request`);
      } else if (found.requestBody) {
        operation.mediaType = Object.keys(found.requestBody.content ?? { 'application/json': {} })[0] as string;
      }
      operations.push(operation);
    }
  }
  operations.sort((a, b) => (a.operationId < b.operationId ? -1 : 1));
  return { operations, schemas };
}

/** The actions of a call; one that takes this or that, depending on its body, counts as taking both. */
function actionsOf({ actions, conditional = {} }: Permissions): string[] {
  return actions.length > 0 ? actions : Object.keys(conditional);
}

function mediaPointer(
  contract: ContractDocument,
  holder: Answer | undefined,
  pointer: string,
): { pointer: string; mediaType: string } | undefined {
  if (!holder) return undefined;
  if (holder.$ref) return mediaPointer(contract, atPointer(contract, holder.$ref) as Answer, holder.$ref.slice(1));
  const mediaType = Object.keys(holder.content ?? {}).find((type) => type.includes('json'));
  if (!mediaType || !holder.content?.[mediaType]?.schema) return undefined;
  const schema = holder.content[mediaType].schema as { $ref?: string };
  return {
    pointer: schema.$ref ? schema.$ref.slice(1) : `${pointer}/content/${escapePart(mediaType)}/schema`,
    mediaType,
  };
}

function escapePart(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}

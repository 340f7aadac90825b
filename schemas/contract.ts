import { operations as table } from './generated/operations.js';
import * as validators from './generated/validators.js';

/** One operation of the contract, as the documents describe it. `operationId` is the operation's name in the official SDK. */
export interface Operation {
  operationId: string;
  method: string;
  /** Path template, e.g. `/v2/images/{image_id}`. */
  path: string;
  style: 'extension' | 'native';
  /** Answers a job id; the work goes on afterwards. */
  async: boolean;
  /** Every documented status, ascending. */
  statuses: number[];
  success: number[];
  /** What a user must be allowed, such as `ims:images:list`; absent where no page says it. */
  actions?: string[];
  /** Documented status -> name of the validator of its JSON body. */
  bodies: Record<string, string>;
  /** Media type of the request body; absent: the call has no body. */
  mediaType?: string;
  /** Name of the validator of the JSON request body. */
  request?: string;
}

/** A place where a body is not as documented. `pointer` is a JSON pointer into the body. */
export interface SchemaError {
  pointer: string;
  message: string;
}

interface AjvError {
  instancePath: string;
  message?: string;
  params: Record<string, unknown>;
}
type Validator = ((data: unknown) => boolean) & { errors?: AjvError[] | null };

const byId = new Map<string, Operation>((table as Operation[]).map((operation) => [operation.operationId, operation]));

export const operations: readonly Operation[] = [...byId.values()];

/**
 * The operation of that id.
 * @throws {Error} when the contract has no such operation.
 */
export function operationById(operationId: string): Operation {
  const operation = byId.get(operationId);
  if (!operation)
    throw new Error(`Failed to find operation "${operationId}" in the contract. Use an operationId of specs/openapi.`);
  return operation;
}

/** Judges a JSON answer against the schema that is documented for its status. Statuses without a schema accept everything. */
export function validateAnswer(operation: Operation, status: number, body: unknown): SchemaError[] {
  return validate(operation.bodies[String(status)], body);
}

function validate(name: string | undefined, body: unknown): SchemaError[] {
  if (!name) return [];
  const validator = (validators as unknown as Record<string, Validator>)[name];
  if (!validator) throw new Error(`Failed to find validator "${name}". Run "npm run generate".`);
  if (validator(body)) return [];
  return (validator.errors ?? []).map((error) => ({
    pointer: error.instancePath || '/',
    message: [error.message ?? 'is not as documented', phrase(error.params)].filter(Boolean).join(': '),
  }));
}

function phrase(params: Record<string, unknown>): string {
  const allowed = params.allowedValues;
  return Array.isArray(allowed) ? allowed.join(', ') : '';
}

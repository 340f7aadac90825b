import { operations as table } from './generated/operations.js';

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
  /** What a call may carry, each with its place: `query limit`, `body image_tags[].key`. */
  parameters: string[];
  /** Media type of the request body; absent: the call has no body. */
  mediaType?: string;
  /** Name of the validator of the JSON request body. */
  request?: string;
}

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

import { requestSchemas as rows, sharedSchemas } from './generated/request-schemas.js';

/** The part of JSON Schema that the contract describes requests with; `$ref` is the name of a shared one. */
export type Schema = boolean | SchemaObject;

export interface SchemaObject {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  /** The member in which no two items are alike. */
  'x-unique-by'?: string;
  items?: Schema;
  required?: string[];
  properties?: Record<string, Schema>;
  propertyNames?: Schema;
  dependentSchemas?: Record<string, Schema>;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  if?: Schema;
  then?: Schema;
  else?: Schema;
}

/** What a request of one operation may say. */
export interface RequestSchemas {
  operation: string;
  /** Such as `query limit`. */
  parameters: Record<string, Schema>;
  /** Media type -> JSON body; none where the operation takes no such. */
  bodies: Record<string, Schema>;
  /** Whether a request without a body breaks a rule. */
  needsBody: boolean;
}

const byOperation = new Map((rows as RequestSchemas[]).map((row) => [row.operation, row]));
const byName = new Map((sharedSchemas as { name: string; schema: Schema }[]).map(({ name, schema }) => [name, schema]));

/** What a request of the operation may say. */
export function requestSchemas(operationId: string): RequestSchemas {
  return byOperation.get(operationId) ?? { operation: operationId, parameters: {}, bodies: {}, needsBody: false };
}

/**
 * The schema of that name, which several requests share, such as `ImageName`.
 * @throws {Error} when no request has it.
 */
export function sharedSchema(name: string): Schema {
  const schema = byName.get(name);
  if (schema === undefined) throw new Error(`Failed to find schema "${name}" among those of requests.`);
  return schema;
}

import type { Operation } from './contract.js';
import * as validators from './generated/validators.js';

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

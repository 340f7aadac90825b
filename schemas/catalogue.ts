import { requirements as rows } from './generated/requirements.js';
import type { Requirement } from './requirement.js';

/** Every requirement of `specs/requirements`, in the order of the files. */
export const requirements: readonly Requirement[] = rows as Requirement[];

const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));

/**
 * The requirement of that id.
 * @throws {Error} when there is none: a test or a fault names a rule that no document states.
 */
export function requirementById(id: string): Requirement {
  const requirement = byId.get(id);
  if (!requirement)
    throw new Error(`Failed to find requirement "${id}". Add it to specs/requirements or correct the id.`);
  return requirement;
}

/** Whether the catalogue has the id. */
export function isRequirement(id: string): boolean {
  return byId.has(id);
}

const standing =
  /^common\.(no-server-error|error-body|error-explained|error-code|content-type|announced-json|no-leak|request-id)$|\.(statuses|response|values|coherent)$/;

/** Whether no test is about the requirement alone: every exchange is judged by it. */
export function isStanding(id: string): boolean {
  return standing.test(id);
}

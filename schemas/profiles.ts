import { profiles as rows } from './generated/profiles.js';

/** What one kind of deployment offers, and how it reads the documents where they differ. Data of `specs/profiles`. */
export interface Profile {
  name: string;
  title: string;
  /** Operations that the deployment has. */
  operations: string[];
  /** Requirement ids that do not hold there, with the reason. */
  notApplicable: Record<string, string>;
  limits: { conditionKeyMax: number; memberMax: number };
  defaults: { diskFormat: string };
}

const byName = new Map((rows as Profile[]).map((profile) => [profile.name, profile]));

export const profileNames: readonly string[] = [...byName.keys()];

/**
 * The profile of that name.
 * @throws {Error} when there is none.
 */
export function loadProfile(name: string): Profile {
  const profile = byName.get(name);
  if (!profile) throw new Error(`Failed to find profile "${name}". Use one of: ${profileNames.join(', ')}.`);
  return profile;
}
